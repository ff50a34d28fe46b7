import { describe, expect, test, vi } from 'vitest'
import { duration, fileSize, relativeTime } from './formats.ts'
import { setLanguage } from './i18n.ts'

vi.stubGlobal('navigator', { language: 'en-GB', languages: ['en-GB', 'de-DE'] })

const now = new Date('2026-03-04T12:00:00Z')
const at = (seconds: number) => new Date(now.getTime() + seconds * 1000)

describe('times in words', () => {
  test.each([
    [-10, 'now'],
    [-300, '5 min ago'],
    [-3 * 3600, '3 hr ago'],
    [42 * 60, 'in 42 min'],
    [-26 * 3600, 'yesterday'],
    [-5 * 86400, '5 days ago'],
    [-20 * 86400, '12 Feb'],
  ])('%i seconds from now is "%s"', async (seconds, words) => {
    await setLanguage('en', { remember: false })
    expect(relativeTime(at(seconds), now)).toBe(words)
  })

  test('in German', async () => {
    await setLanguage('de', { remember: false })
    expect(relativeTime(at(-300), now)).toBe('vor 5 Min.')
    expect(relativeTime(at(-26 * 3600), now)).toBe('gestern')
  })
})

test('how long, in few letters where a row has room for no more', async () => {
  const ms = (6 * 60 + 26) * 60_000
  await setLanguage('en', { remember: false })
  expect(duration(ms, 'narrow')).toBe('6h 26m')
  await setLanguage('de', { remember: false })
  expect(duration(ms, 'narrow').replaceAll('\u00a0', ' ')).toBe('6 h 26 min')
  expect(duration(ms)).toBe('6 Std. 26 Min.')
})

test('sizes of files are read at a glance', async () => {
  await setLanguage('en', { remember: false })
  expect(fileSize(0)).toBe('0 bytes')
  expect(fileSize(2048)).toBe('2 kB')
  expect(fileSize(3_460_000)).toBe('3.5 MB')
})
