import { expect, test } from 'vitest'
import { splitMail } from '../quote/split-mail.ts'
import { parseMail } from './parse-mail.ts'

const MB = 1_000_000
const head = 'From: a@x.example\nSubject: x\nMessage-ID: <1@x.example>\n'
const field = (name: string, value: string) => `${head}${name}: ${value}\n\nhello\n`
const html = (body: string) => `${head}Content-Type: text/html; charset=utf-8\n\n${body}`
const part = (fields: string) =>
  `${head}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n--b\n${fields}\n\nx\n--b--\n`
const times = (piece: string, size = MB) => piece.repeat(Math.ceil(size / piece.length))

/** Shapes that make a careless reader think for minutes. Each is a megabyte or as much as its place takes. */
const SHAPES: Record<string, string> = {
  'brackets in an encoding': field('Content-Transfer-Encoding', times('(', MB / 4)),
  'brackets in a type': field('Content-Type', `text/plain ${times('(', MB / 4)}`),
  'colons after an address': field('To', `a@b ${times(':', MB / 4)}`),
  'open brackets and commas': field('Cc', times('<,', MB / 4)),
  'quotation marks': field('To', times('"\\', MB / 4)),
  'dots in an address': field('To', `${times('.', MB / 4)}x`),
  'encoded words without end': field('Subject', times('=?utf-8?Q?', MB / 4)),
  'encoded words': field('Subject', times('=?utf-8?B?w7w=?= ', MB / 4)),
  'a date of spaces': field('Date', `1 ${times(' ', MB / 4)}`),
  ids: field('References', times('<a@b>', MB)),
  'ids without end': field('References', times('<a', MB)),
  fields: `${head}${times('X: y\n')}\nhello`,
  folds: `${head}X:${times('\n ')}\nhello`,
  'white lines in the header': `${head}${times(' \n')}\nhello`,
  'a field without end': `${head}X: ${times('y')}`,
  parameters: field('Content-Type', `text/plain;${times('a*0*=b;', MB / 4)}`),
  'dots in a file name': part(`Content-Disposition: attachment; filename="${times('.', MB / 4)}x"`),
  'brackets in a Content-ID': part(`Content-ID: ${times('>', MB / 4)}x`),
  boundaries: `${head}Content-Type: multipart/mixed; boundary=b\n\n${times('--b\n')}`,
  'boundaries within a line': `${head}Content-Type: multipart/mixed; boundary=b\n\n${times('x--b')}`,
  'multiparts in a row': `${head}Content-Type: multipart/mixed; boundary=b\n\n${times('--b\nContent-Type: multipart/mixed; boundary=c\n\n')}`,
  'carriage returns': `${head}\n${times('\r')}`,
  'carriage returns and feeds': `${head}\n${times('\r\r\n')}`,
  spaces: `${head}\n${times(' ')}x`,
  'equals signs': `${head}Content-Transfer-Encoding: quoted-printable\n\n${times('= ')}`,
  'base64 of padding': `${head}Content-Transfer-Encoding: base64\n\n${times('A=')}`,
  uuencode: `${head}\n${times('begin 644 x\n')}`,
  'plus signs in UTF-7': `${head}Content-Type: text/plain; charset=utf-7\n\n${times('+')}`,
  'shifts in ISO-2022-KR': `${head}Content-Type: text/plain; charset=iso-2022-kr\n\n${times('\x0e\x0f')}`,
  'bytes of no charset': `${head}\n${times('\xff\x81 ')}`,
  'a calendar of parameters': `${head}Content-Type: text/calendar\n\nBEGIN:VEVENT\nDTSTART${times(';A="', MB)}`,
  'folds in a calendar': `${head}Content-Type: text/calendar\n\nBEGIN:VEVENT\nSUMMARY:${times('\n x', MB)}`,
  'angle brackets': html(times('<')),
  'open elements': html(times('<b>')),
  'open divisions': html(times('<div>a')),
  'open quotes': html(times('<blockquote>')),
  'tables in tables': html(times('<table><tr><td>')),
  'ten thousand deep': html(`${'<div>'.repeat(10_000)}hello${'</div>'.repeat(10_000)}`),
  'small print': `${head}\n${times('confidential, for the recipient, not in error; '.repeat(3) + '\n\n')}`,
  cards: `${head}\nhello\n\n${times('Ana Lima\n+48 600 100 200\n\n')}`,
  'five thousand links': html(times('<a href="https://x.example/aaaaaaaaaa">click here</a> ', 5000 * 55)),
  'spaces in pre': html(`<pre>${times(' ')}x</pre>`),
  'closed comments': html(times('<!-- -->')),
  'an open comment': html(`<!--${times('-')}`),
  attributes: html(`<p ${times('a=b ')}>x</p>`),
  styles: html(times('<p style="a:b;c:d;e:url(x)">')),
  entities: html(times('&amp;&#x41;&nbsp')),
  'dots behind a link': `${head}\n${times(`http://x.example/${'.'.repeat(1900)}x `)}`,
  'quotes before many answers': `${head}\n${times('> a\n', MB / 2)}${times('-----Original Message-----\n', MB / 2)}`,
  'quotes before many attributions': `${head}\n${times('> a\n', MB / 2)}${times('On Tue, Mar 3, 2026 at 10:00 AM a@b.example wrote:\n\n', MB / 2)}`,
  'long lines that end in a colon': `${head}\n${times(`${'a'.repeat(480)}:\n`)}`,
  'sign-offs': `${head}\nhello\n${times('Sent from my iPhone\n')}`,
  'heads of messages': `${head}\nhello\n${times('From: a b c d: e: f: g: h\n')}`,
  dashes: `${head}\n${times('-')}`,
  'lines of dashes': `${head}\nhello\n${times('------\nx\n')}`,
  'groupwise heads': `${head}\nhello\n${times('>>> a 10:00 b\n')}`,
}

test.each(Object.entries(SHAPES))('a megabyte of %s takes about a second at most', (_name, raw) => {
  const bytes = Buffer.from(raw, 'latin1')
  const before = process.cpuUsage()
  const mail = parseMail(bytes)
  splitMail(mail)
  const { user, system } = process.cpuUsage(before)
  // Three times of what it takes at worst, since other tests run at the same time; what is not linear takes a minute.
  expect((user + system) / 1000).toBeLessThan(3000)
})
