import { expect, test } from 'vitest'
import { dayStarts, isWeekend } from './day-starts.ts'

const day = (from: string, to: string, zone: string) =>
  dayStarts(Date.parse(from), Date.parse(to), zone).map((at) => new Date(at).toISOString().slice(0, 16))

test('days begin at midnight of the zone', () => {
  expect(day('2026-03-02T00:00:00Z', '2026-03-04T12:00:00Z', 'Asia/Kolkata')).toEqual([
    '2026-03-02T18:30',
    '2026-03-03T18:30',
  ])
})

test('a day of 23 and a day of 25 hours are one day each', () => {
  expect(day('2026-03-27T23:00:00Z', '2026-03-30T22:30:00Z', 'Europe/Berlin')).toEqual([
    '2026-03-27T23:00',
    '2026-03-28T23:00',
    '2026-03-29T22:00',
    '2026-03-30T22:00',
  ])
  expect(day('2026-10-23T22:00:00Z', '2026-10-26T00:00:00Z', 'Europe/Berlin')).toEqual([
    '2026-10-23T22:00',
    '2026-10-24T22:00',
    '2026-10-25T23:00',
  ])
})

test('a weekend is the weekend of the zone', () => {
  expect(isWeekend(Date.parse('2026-03-06T23:30:00Z'), 'Europe/Berlin')).toBe(true)
  expect(isWeekend(Date.parse('2026-03-06T23:30:00Z'), 'Europe/London')).toBe(false)
})
