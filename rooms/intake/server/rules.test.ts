import { expect, test } from 'vitest'
import { parseMail } from './parse/parse-mail.ts'
import { dedupeKey, waitsFor } from './rules.ts'

function namesOf(...lines: string[]): string[] {
  const mail = parseMail(Buffer.from([...lines, 'Subject: Printer', '', 'Words.', ''].join('\r\n')))
  return waitsFor(mail, dedupeKey(mail))
}
const shared = (one: string[], other: string[]) => one.filter((name) => other.includes(name))

test('messages that have nothing to do with each other are filed at the same time', () => {
  const one = namesOf('From: ana@x.example', 'Message-ID: <1@x.example>')
  const other = namesOf('From: bo@x.example', 'Message-ID: <2@x.example>')
  const bare = namesOf('From: cy@x.example', 'In-Reply-To: ', 'References: ')
  expect(shared(one, other)).toEqual([])
  expect(shared(bare, [...one, ...other])).toEqual([])
})

test('a message waits for its copy and for those it answers', () => {
  const first = namesOf('From: ana@x.example', 'Message-ID: <1@x.example>')
  const copy = namesOf('From: ana@x.example', 'Message-ID: <1@x.example>')
  const answer = namesOf('From: bo@x.example', 'Message-ID: <2@x.example>', 'In-Reply-To: <1@x.example>')
  const later = namesOf('From: cy@x.example', 'Message-ID: <3@x.example>', 'References: <1@x.example> <2@x.example>')
  expect(shared(first, copy)).toEqual(first)
  expect(shared(first, answer)).toEqual(['thread:1@x.example'])
  expect(shared(answer, later)).toEqual(['thread:2@x.example', 'thread:1@x.example'])
})
