import { expect, test } from 'vitest'
import { hiddenHost } from './hidden-host.ts'
import { linkWords } from './link-words.ts'

const ticket = (number: number) => `/desk/tickets/${number}`
const links = (text: string) =>
  linkWords(text, ticket).flatMap((piece) => (typeof piece === 'string' ? [] : [[piece.text, piece.href]]))

test.each([
  ['See https://example.org/a?b=1.', [['https://example.org/a?b=1', 'https://example.org/a?b=1']]],
  ['(https://example.org/a_(b))', [['https://example.org/a_(b)', 'https://example.org/a_(b)']]],
  ['www.example.org, please', [['www.example.org', 'https://www.example.org']]],
  ['Mail ana.ruiz+it@harbour.example today', [['ana.ruiz+it@harbour.example', 'mailto:ana.ruiz+it@harbour.example']]],
  [
    'It is like #1042, see #7.',
    [
      ['#1042', '/desk/tickets/1042'],
      ['#7', '/desk/tickets/7'],
    ],
  ],
  [
    'Call +44 20 7946 0958 or 020 7946 0958',
    [
      ['+44 20 7946 0958', 'tel:+442079460958'],
      ['020 7946 0958', 'tel:02079460958'],
    ],
  ],
  ['colour #ffffff, C#12, a#4, &#39; and https://x.example/#12', [['https://x.example/#12', 'https://x.example/#12']]],
  ['version 10.0.19045, 192.168.1.10, 2026-03-02 09:00, 1234567890', []],
  ['nothing', []],
])('%s', (text, expected) => expect(links(text)).toEqual(expected))

test('nothing is lost or added', () => {
  const text = 'Hello, https://example.org! #12 (+49 40 123456) x@y.example.'
  expect(
    linkWords(text, ticket)
      .map((piece) => (typeof piece === 'string' ? piece : piece.text))
      .join(''),
  ).toBe(text)
})

test('hostile text takes no time', () => {
  const began = performance.now()
  for (const text of [
    '0'.repeat(200_000),
    'a.'.repeat(100_000),
    '+1 '.repeat(60_000),
    `https://${')'.repeat(150_000)}`,
  ])
    linkWords(text.slice(0, 20_000), ticket)
  expect(performance.now() - began).toBeLessThan(1000)
})

test.each([
  ['www.bank.example', 'https://evil.example/login', 'evil.example'],
  ['https://bank.example/login', 'http://bank.example.evil.example/', 'bank.example.evil.example'],
  ['bank.example', 'https://bank.example@evil.example/', 'evil.example'],
  ['https://bank.example/', 'https://www.bank.example/x', undefined],
  ['login.bank.example', 'https://bank.example/', undefined],
  ['Click here', 'https://evil.example/', undefined],
  ['report.pdf', 'https://files.example/report.pdf', undefined],
  ['See bank.example for more', 'https://other.example/', undefined],
  ['Your account', 'https://xn--pple-43d.example/', 'xn--pple-43d.example'],
  ['bank.example', 'mailto:x@bank.example', undefined],
  ['bank.example', 'not an address', undefined],
])('"%s" that leads to %s', (words, href, host) => expect(hiddenHost(words, href)).toBe(host))
