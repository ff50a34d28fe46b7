import { expect, test } from 'vitest'
import { previewKind, shownType } from './preview-contract.ts'

const kind = (name: string, type: string) => previewKind({ name, type })
const shown = (name: string, type: string) => shownType({ name, type })

test('a file is looked at by what it was declared as, or by its name where nothing was said', () => {
  expect(kind('a.bin', 'image/png')).toBe('image')
  expect(kind('scan.PDF', 'application/octet-stream')).toBe('pdf')
  expect(kind('app.log', '')).toBe('text')
  expect(kind('data', 'application/json; charset=utf-8')).toBe('text')
  expect(kind('call.wav', 'audio/x-wav')).toBe('audio')
  expect(kind('screen.mp4', 'video/mp4')).toBe('video')
  expect(kind('forwarded.eml', 'message/rfc822')).toBe('mail')
  expect(kind('a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')).toBeUndefined()
  expect(kind('setup.exe', 'application/octet-stream')).toBeUndefined()
})

test('what could run in the browser is only ever shown as plain text', () => {
  for (const [name, type] of [
    ['x.html', 'text/html'],
    ['x.svg', 'image/svg+xml'],
    ['x.xml', 'application/xml'],
    ['x.js', 'text/javascript'],
    ['x.html', 'application/octet-stream'],
  ] as const)
    expect(shown(name, type)).toBe('text/plain; charset=utf-8')
  expect(shown('x.xhtml', 'application/xhtml+xml')).toBeUndefined()
  expect(shown('x.swf', 'application/x-shockwave-flash')).toBeUndefined()
})
