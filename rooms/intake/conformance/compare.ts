import type { Seen } from './adapter.ts'
import type { Expectation, ExpectedFile, Words } from './case.ts'

const squeeze = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim()

/** What differs, in words; empty when all is as expected. `tickets` are the named tickets of the steps before. */
export function compare(seen: Seen, expect: Expectation, tickets: ReadonlyMap<string, string>): string[] {
  const wrong: string[] = []
  const check = (fine: boolean, words: () => string) => {
    if (!fine) wrong.push(words())
  }
  const known = [...tickets.values()]
  const outcome = seen.ticket === null ? 'none' : known.includes(seen.ticket) ? 'joins' : 'new'
  const named = expect.ticket === undefined ? undefined : tickets.get(expect.ticket)
  if (expect.outcome === 'follow-up') {
    check(outcome === 'new', () => `outcome: ${outcome}, expected a follow-up`)
    check(named !== undefined && (seen.linkedTo ?? []).includes(named), () => `not linked to ${expect.ticket}`)
  } else check(outcome === expect.outcome, () => `outcome: ${outcome}, expected ${expect.outcome}`)
  if (expect.outcome === 'joins') check(seen.ticket === named, () => `joins ${seen.ticket}, expected ${expect.ticket}`)
  if (expect.state !== undefined && seen.state !== undefined)
    check(seen.state === expect.state, () => `state: ${seen.state}, expected ${expect.state}`)
  if (outcome === 'none' || expect.outcome === 'none') return wrong

  for (const key of ['subject', 'text', 'authorName'] as const) differs(key, seen[key] ?? '', expect[key], check)
  const author = seen.author?.toLowerCase()
  check(
    expect.author === undefined || author === expect.author.toLowerCase(),
    () => `author: ${seen.author}, expected ${expect.author}`,
  )
  for (const key of ['quoted', 'automatic'] as const)
    check(expect[key] === undefined || seen[key] === expect[key], () => `${key}: ${seen[key]}, expected ${expect[key]}`)
  const html = squeeze(seen.html ?? '')
  for (const has of expect.html?.has ?? []) check(html.includes(squeeze(has)), () => `html lacks ${has}`)
  for (const has of expect.html?.hasNot ?? []) check(!html.includes(squeeze(has)), () => `html has ${has}`)
  compareFiles(seen, expect, check)
  if (seen.events) compareEvents(seen.events, expect.events ?? [], check)
  return wrong
}

type Check = (fine: boolean, words: () => string) => void

function differs(key: string, seen: string, expected: Words | undefined, check: Check): void {
  check(
    isAsSaid(seen, expected),
    () => `${key}: ${JSON.stringify(squeeze(seen))}, expected ${JSON.stringify(expected)}`,
  )
}

function isAsSaid(seen: string, expected: Words | undefined): boolean {
  if (expected === undefined) return true
  const text = squeeze(seen)
  if (typeof expected === 'string') return text === squeeze(expected)
  return text.startsWith(expected.starts ?? '') && text.endsWith(expected.ends ?? '')
}

function compareFiles(seen: Seen, expect: Expectation, check: Check): void {
  if (expect.attachments === undefined || !Array.isArray(expect.attachments)) return
  const files = seen.attachments ?? []
  const names = files.map((file) => file.name).join(', ')
  check(
    files.length === expect.attachments.length,
    () =>
      `files: ${names || 'none'}, expected ${expect.attachments && Array.isArray(expect.attachments) ? expect.attachments.length : 0}`,
  )
  const left = [...files]
  for (const wanted of expect.attachments) {
    const index = left.findIndex((file) => isFile(file, wanted))
    if (index < 0) check(false, () => `no file like ${JSON.stringify(wanted)} among ${JSON.stringify(left)}`)
    else left.splice(index, 1)
  }
}

function isFile(file: NonNullable<Seen['attachments']>[number], wanted: ExpectedFile): boolean {
  const { name, ...rest } = wanted
  return (
    isAsSaid(file.name, name) && Object.entries(rest).every(([key, value]) => file[key as keyof typeof rest] === value)
  )
}

function compareEvents(seen: object[], expected: Record<string, unknown>[], check: Check): void {
  check(seen.length === expected.length, () => `events: ${seen.length}, expected ${expected.length}`)
  for (const [index, wanted] of expected.entries())
    check(
      contains(seen[index], wanted),
      () => `event: ${JSON.stringify(seen[index])}, expected ${JSON.stringify(wanted)}`,
    )
}

/** Whether everything that is said of a thing holds of it. */
function contains(seen: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return seen === wanted
  if (typeof seen !== 'object' || seen === null) return false
  return Object.entries(wanted).every(([key, value]) => contains((seen as Record<string, unknown>)[key], value))
}
