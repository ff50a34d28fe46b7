import { expect, test } from 'vitest'
import { decompressRtf } from './lzfu.ts'
import { parseMail } from './parse-mail.ts'
import { readRtf } from './rtf.ts'

const hex = (digits: string) => Buffer.from(digits.replace(/\s/g, ''), 'hex')
const rtf = (text: string) => readRtf(Buffer.from(text, 'latin1'))

test('the two examples of MS-OXRTFCP', () => {
  const simple = hex(
    '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
  )
  expect(decompressRtf(simple)?.toString()).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n')
  const crossing = hex('1a0000001c0000004c5a4675e2d44b5141000420575859 5a0d6e7d010eb0')
  expect(decompressRtf(crossing)?.toString()).toBe('{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}')
})

test('a size that lies costs nothing', () => {
  const bytes = hex('ffffffffffffffff4c5a467500000000 00414243')
  expect(decompressRtf(bytes)?.toString()).toBe('ABC')
})

test('HTML that Exchange wrapped comes out as it was', () => {
  const wrapped =
    '{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fswiss Arial;}{\\f1\\fcharset204 Arial;}}{\\colortbl;\\red0\\green0\\blue0;}' +
    '{\\*\\generator Microsoft Exchange Server;}{\\*\\htmltag19 <html>}{\\*\\htmltag50 <body>}\\htmlrtf \\lang1033 \\htmlrtf0 ' +
    "{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 Gr\\'fc\\'dfe {\\*\\htmltag84 <b>}\\htmlrtf {\\b\\htmlrtf0 \\u8364?5{\\*\\htmltag92 </b>}\\htmlrtf }\\htmlrtf0 " +
    "{\\f1\\'cf\\'f0\\'e8} \\{x\\}{\\*\\mhtmltag84 <i>}{\\*\\htmltag72 </p>}\\htmlrtf\\par}\\htmlrtf0\r\n{\\*\\htmltag58 </body>}{\\*\\htmltag27 </html>}}"
  expect(rtf(wrapped)).toEqual({ text: null, html: '<html><body><p>Grüße <b>€5</b>При {x}</p></body></html>' })
})

test('plain RTF gives its text', () => {
  const words = rtf(
    "{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0 Arial;}}{\\info{\\author Me}}\\pard \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2\\par\\tab two\\line three{\\pict ffd8ff}}",
  )
  expect(words.text).toBe('Привет\n\ttwo\nthree')
})

test.each([
  '',
  '}',
  '{'.repeat(100_000),
  '\\'.repeat(100_000),
  "\\'".repeat(50_000),
  `{\\rtf1 ${'\\u1'.repeat(50_000)}`,
])('what is broken does not throw: %#', (text) => expect(() => rtf(text)).not.toThrow())

test('a message whose body is in winmail.dat as RTF only has a body', () => {
  const body = Buffer.from(
    '{\\rtf1\\ansi\\fromhtml1{\\*\\htmltag64 <p>}The printer is on fire{\\*\\htmltag72 </p>}}',
    'latin1',
  )
  const head = Buffer.alloc(16)
  head.writeUInt32LE(body.length, 4)
  head.write('MELA', 8, 'latin1')
  const compressed = Buffer.concat([head, body])
  const property = Buffer.alloc(16)
  property.writeUInt32LE(1, 0)
  property.writeUInt32LE(0x10090102, 4)
  property.writeUInt32LE(1, 8)
  property.writeUInt32LE(compressed.length, 12)
  const data = Buffer.concat([property, compressed])
  const attribute = Buffer.alloc(9)
  attribute.writeUInt8(1, 0)
  attribute.writeUInt32LE(0x00069003, 1)
  attribute.writeUInt32LE(data.length, 5)
  const tnef = Buffer.concat([hex('789f3e220100'), attribute, data, Buffer.alloc(2)])
  const mail = parseMail(
    Buffer.from(
      `From: a@x.example\nContent-Type: application/ms-tnef; name="winmail.dat"\nContent-Transfer-Encoding: base64\n\n${tnef.toString('base64')}\n`,
    ),
  )
  expect(mail.html).toBe('<p>The printer is on fire</p>')
  expect(mail.text).toBe('The printer is on fire')
  expect(mail.attachments).toEqual([])
})
