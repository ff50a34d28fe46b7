import { expect, test } from 'vitest'
import { deliveryKey } from './delivery-words.ts'
import { whenOf } from './event-time.ts'
import { decodeText, setOut } from './files/decode-text.ts'
import { largerThan, smallerThan } from './files/zoom.ts'
import { looseFiles } from './message/loose-files.ts'
import { delayOf } from './origin/hop-delay.ts'
import { trustReason } from './trust-words.ts'

test('each file is shown once: within the words or below them', () => {
  const files = [1, 2, 12].map((id) => ({ id, sha256: `${id}`, url: `/api/v1/files/${id}` }))
  const html = '<p>See <img src="/api/v1/files/1?show=true"></p>'
  expect(looseFiles(files, html, null).map((file) => file.id)).toEqual([2, 12])
  expect(looseFiles(files, null, '<img src="/api/v1/files/12?show=true">').map((file) => file.id)).toEqual([1, 2])
  const twice = files.map((file) => ({ ...file, sha256: 'the same' }))
  expect(looseFiles(twice, null).map((file) => file.id)).toEqual([12])
})

test('a mail that waits for its hour or for a server is told apart', () => {
  const now = Date.parse('2026-03-02T09:00:00Z')
  const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString()
  const to = (...delivered: boolean[]) => ({
    to: delivered.map((one, index) => ({ email: `${index}@x.example`, name: null, delivered: one })),
    cc: [],
    bcc: [],
  })
  expect(deliveryKey({ state: 'queued', dueAt: at(0.1), attempts: 0 }, null, now)).toBe('queued')
  expect(deliveryKey({ state: 'queued', dueAt: at(60), attempts: 0 }, null, now)).toBe('scheduled')
  expect(deliveryKey({ state: 'queued', dueAt: at(60), attempts: 2 }, null, now)).toBe('retrying')
  expect(deliveryKey({ state: 'failed', dueAt: null, attempts: 1 }, to(false, true), now)).toBe('partly')
  expect(deliveryKey({ state: 'failed', dueAt: null, attempts: 1 }, to(false), now)).toBe('failed')
  expect(deliveryKey({ state: 'sent', dueAt: null, attempts: 1 }, to(true), now)).toBe('sent')
})

test('an invitation is told by the clock of the reader, and by that of the sender where it differs', () => {
  const start = { local: '2026-07-01T09:30:00', zone: 'America/New_York', at: '2026-07-01T13:30:00Z' }
  const end = { local: '2026-07-01T10:00:00', zone: 'America/New_York', at: '2026-07-01T14:00:00Z' }
  const seen = whenOf({ start, end }, 'en', 'Europe/London')
  expect(seen?.own).toMatch(/Wednesday.*1 July 2026.*14:30.15:00/)
  expect(seen).toMatchObject({ theirs: '09:30', zone: 'America/New York' })
  expect(whenOf({ start, end }, 'de', 'America/New_York')).not.toHaveProperty('theirs')
  const days = {
    start: { local: '2026-03-02', zone: null, at: null },
    end: { local: '2026-03-03', zone: null, at: null },
  }
  expect(whenOf(days, 'en', 'Asia/Tokyo')?.own).toMatch(/^Monday,? 2 March 2026$/)
  expect(
    whenOf({ start: { local: '2026-03-02T09:00:00', zone: null, at: null }, end: null }, 'en', 'Asia/Tokyo')?.own,
  ).toContain('09:00')
  expect(whenOf({ start: null, end: null })).toBeUndefined()
})

test('bytes become words in whatever they were written', () => {
  const utf8 = new TextEncoder().encode('Grüße')
  expect(decodeText(utf8)).toBe('Grüße')
  // Cut off within a letter.
  expect(decodeText(utf8.subarray(0, 3))).toBe('Gr')
  expect(decodeText(Uint8Array.from([0x47, 0x72, 0xfc, 0xdf, 0x65]))).toBe('Grüße')
  expect(decodeText(Uint8Array.from([0xff, 0xfe, 0x41, 0x00]))).toBe('A')
  expect(setOut('{"a":1}', 'application/json')).toBe('{\n  "a": 1\n}')
  expect(setOut('{"a":', 'application/json')).toBe('{"a":')
})

test('the way of a mail is told in the unit people would say', () => {
  expect(delayOf(null)).toBeUndefined()
  expect(delayOf(3)).toEqual({ unit: 'seconds', count: 3, slow: false })
  expect(delayOf(300)).toEqual({ unit: 'minutes', count: 5, slow: true })
  expect(delayOf(10_800)).toEqual({ unit: 'hours', count: 3, slow: true })
  expect(delayOf(-40)).toMatchObject({ unit: 'behind' })
})

test('zooming goes by steps and stops at the ends', () => {
  expect(largerThan(1)).toBe(1.5)
  expect(smallerThan(1)).toBe(0.75)
  expect(largerThan(8)).toBe(8)
  expect(smallerThan(0.1)).toBe(0.1)
})

test('a warning names the check that weighs most, and nothing else warns', () => {
  const check = (result: 'pass' | 'fail' | 'none') => ({ result, domain: 'x.example', detail: null })
  const about = (verdict: 'pass' | 'fail' | 'unknown', dmarc: 'fail' | 'none', dkim: 'fail' | 'none') => ({
    verdict,
    from: 'own check' as const,
    spf: check('fail'),
    dkim: check(dkim),
    dmarc: check(dmarc),
    arc: check('none'),
    words: '',
  })
  expect(trustReason(about('fail', 'fail', 'fail'))).toBe('dmarc')
  expect(trustReason(about('fail', 'none', 'fail'))).toBe('dkim')
  expect(trustReason(about('fail', 'none', 'none'))).toBe('spf')
  expect(trustReason(about('unknown', 'none', 'none'))).toBeUndefined()
  expect(trustReason(null)).toBeUndefined()
})
