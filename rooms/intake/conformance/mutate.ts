/** Breaks messages in the ways in which mail is broken. The same seed and number give the same bytes. */

export type Random = (below: number) => number

/** A small generator whose every stream can be found again. */
export function randomOf(seed: number, nth: number): Random {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(nth + 1, 0xc2b2ae35)) >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) % Math.max(below, 1)
  }
}

const CHARSETS =
  'utf-8 utf-7 utf-16 utf-32 us-ascii iso-8859-1 iso-8859-8-i windows-1251 koi8-r gb2312 gb18030 big5 shift_jis euc-kr iso-2022-jp iso-2022-kr hz-gb-2312 x-nothing "" *'.split(
    ' ',
  )
const ENCODINGS = [
  '7bit',
  '8bit',
  'binary',
  'base64',
  'quoted-printable',
  'x-uuencode',
  'x-yenc',
  '',
  'base64; quoted-printable',
]
const TYPES = [
  'text/plain',
  'text/html',
  'text/calendar; method=REQUEST',
  'text/enriched',
  'multipart/mixed',
  'multipart/alternative; boundary=""',
  'multipart/related; boundary="a b c"',
  'multipart/digest',
  'multipart/report; report-type=delivery-status',
  'message/rfc822',
  'message/delivery-status',
  'application/ms-tnef',
  'application/pdf; name="=?utf-8?B?////?="',
  'text',
  '/',
  ';;;;',
]
const BITS = [
  '\r\n',
  '\n',
  '\r',
  '\r\n\r\n',
  '\0',
  '\t',
  '\x1b$B',
  '\x1b(B',
  '\x0e',
  '\xff\xfe',
  '\xef\xbb\xbf',
  '\xed\xa0\x80',
  '=',
  '=?',
  '?=',
  '=?utf-8?Q?',
  '"',
  '<',
  '>',
  '<>',
  ':',
  ';',
  '(',
  '((((((((',
  '@',
  ',',
  '--',
  '-- \n',
  '> ',
  '>>>>',
  '+AAA-',
  '~{',
  'begin 644 x\n',
  'end\n',
  '<div>',
  '</div>',
  '<blockquote>',
  '</blockquote></blockquote>',
  '<!--',
  '-->',
  '<![CDATA[',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="java\tscript:x">',
  '<style>',
  '&#0;&#x110000;&nbsp',
  'On Tue, Mar 3, 2026 at 10:00 AM Desk <d@x.example> wrote:\n',
  'From: a@x.example\nSent: Tuesday\nTo: b\nSubject: c\n',
  '-----Original Message-----\n',
  'BEGIN:VEVENT\n',
  'RRULE:FREQ=SECONDLY\n',
]

type Mutation = (text: string, random: Random, other: string) => string

const lines = (text: string) => text.split('\n')
const somewhere = (text: string, random: Random) => random(text.length + 1)
const pick = <T>(from: readonly T[], random: Random): T => from[random(from.length)] as T
const headEnd = (text: string) => {
  const end = text.search(/\r?\n\r?\n/)
  return end < 0 ? text.length : end
}
const replaceField = (text: string, name: RegExp, value: string) =>
  text.replace(name, (_all, head: string) => `${head}${value}`)

/** Works on the lines of the header of the message or of one of its parts. */
const onHeaderLine =
  (change: (all: string[], at: number, random: Random) => void): Mutation =>
  (text, random) => {
    const all = lines(text)
    const fields = all.flatMap((line, at) => (/^[A-Za-z-]+:/.test(line) ? [at] : []))
    if (fields.length > 0) change(all, pick(fields, random), random)
    return all.join('\n')
  }

const MUTATIONS: Mutation[] = [
  // Anywhere
  (text, random) => {
    const at = somewhere(text, random)
    return text.slice(0, at) + pick(BITS, random) + text.slice(at)
  },
  (text, random) => {
    const at = somewhere(text, random)
    return text.slice(0, at) + text.slice(at + 1 + random(60))
  },
  (text, random) => {
    const at = somewhere(text, random)
    return text.slice(0, at) + String.fromCharCode(random(256)) + text.slice(at + 1)
  },
  (text, random) => {
    const at = somewhere(text, random)
    const piece = text.slice(at, at + 1 + random(200))
    return text.slice(0, at) + piece.repeat(1 + random(60)) + text.slice(at)
  },
  (text, random) => text.slice(0, somewhere(text, random)),
  (text, random) =>
    pick([text.replaceAll('\r\n', '\n'), text.replaceAll('\r\n', '\r'), text.replaceAll('\r\n', '\r\r\n')], random),
  // Fields
  onHeaderLine((all, at) => all.splice(at, 1)),
  onHeaderLine((all, at) => all.splice(at, 0, all[at] ?? '')),
  onHeaderLine((all, at, random) => {
    const to = random(all.length)
    all.splice(to, 0, ...all.splice(at, 1))
  }),
  onHeaderLine((all, at, random) => {
    const line = all[at] ?? ''
    const cut = random(line.length)
    all[at] = `${line.slice(0, cut)}\r\n${pick([' ', '\t', '', '   '], random)}${line.slice(cut)}`
  }),
  onHeaderLine((all, at, random) => {
    all[at] = `${all[at]?.split(':')[0]}: ${pick(BITS, random).repeat(1 + random(2000))}`
  }),
  onHeaderLine((all, at) => {
    all[at] = (all[at] ?? '').replace(':', ' :')
  }),
  onHeaderLine((all, at, random) =>
    all.splice(at, 0, pick(['not a field\r', '\r', ' \r', '--x\r', 'From x\r'], random)),
  ),
  // What parts say of themselves
  (text, random) => replaceField(text, /(charset=)"?[\w-]+"?/i, pick(CHARSETS, random)),
  (text, random) => replaceField(text, /(Content-Transfer-Encoding: )[^\r\n]*/i, pick(ENCODINGS, random)),
  (text, random) => {
    const at = random(4)
    let seen = 0
    return text.replace(/(Content-Type: )[^\r\n;]*/gi, (all, head: string) =>
      seen++ === at ? head + pick(TYPES, random) : all,
    )
  },
  (text, random) =>
    text.replace(/boundary="?[^"\r\n;]+"?/i, pick(['boundary=', 'boundary="x', 'boundary=--', 'b=1'], random)),
  (text, random) => {
    const all = lines(text)
    const borders = all.flatMap((line, at) => (/^--\S/.test(line) ? [at] : []))
    if (borders.length === 0) return text
    const at = pick(borders, random)
    if (random(2) === 0) all.splice(at, 1)
    else all[at] = `${all[at]?.replace('\r', '')}${pick(['--', ' ', 'x', '--\r\n--'], random)}\r`
    return all.join('\n')
  },
  (text, random) =>
    replaceField(
      text,
      /(filename=)"?[^"\r\n]*"?/i,
      pick(['"../../x"', '"\0"', '"a\\"b"', "utf-8''%ff", `"${'n'.repeat(3000)}"`], random),
    ),
  // Messages in messages
  (text, random, other) =>
    `${text.slice(0, headEnd(text))}${other.slice(headEnd(other))}${random(2) === 0 ? text.slice(headEnd(text)) : ''}`,
  (text, random) => {
    const border = `w${random(9)}`
    const head = text.slice(0, headEnd(text)).replace(/^Content-[^\n]*\n(?:[ \t][^\n]*\n)*/gim, '')
    const kind = pick(['mixed', 'alternative', 'related', 'report', 'digest'], random)
    return `${head}\r\nContent-Type: multipart/${kind}; boundary=${border}\r\n\r\n--${border}\r\nContent-Type: message/rfc822\r\n\r\n${text}\r\n--${border}--\r\n`
  },
  (text, random) => {
    const at = headEnd(text)
    const deep = pick(['<div>', '<blockquote>', '<table><tr><td>', '> ', '<b>', '<ul><li>'], random).repeat(
      1 + random(3000),
    )
    return `${text.slice(0, at)}\r\n\r\n${deep}${text.slice(at)}`
  },
]

/** One to eight things go wrong. */
export function mutate(corpus: readonly string[], seed: number, nth: number): Buffer {
  const random = randomOf(seed, nth)
  let text = pick(corpus, random)
  for (let times = 1 + random(8); times > 0; times--) {
    text = pick(MUTATIONS, random)(text, random, pick(corpus, random))
    if (text.length > 400_000) text = text.slice(0, 400_000)
  }
  return Buffer.from(text, 'latin1')
}
