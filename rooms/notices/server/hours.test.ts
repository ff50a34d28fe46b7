import { expect, test } from 'vitest'
import { afterQuiet, nextTimeOfDay } from './hours.ts'

const at = (text: string) => new Date(text)

test.each([
  ['2026-06-01T05:00:00Z', 480, 'Europe/Berlin', '2026-06-01T06:00:00Z'],
  ['2026-06-01T06:00:00Z', 480, 'Europe/Berlin', '2026-06-02T06:00:00Z'],
  // The night in which the clocks go forward: 02:30 is not there, so it is 03:30.
  ['2026-03-28T22:00:00Z', 150, 'Europe/Berlin', '2026-03-29T01:30:00Z'],
])('after %s, minute %i in %s is %s', (now, minute, zone, next) => {
  expect(nextTimeOfDay(at(now), minute, zone)).toEqual(at(next))
})

test.each([
  ['2026-06-01T21:00:00Z', { from: 1320, to: 420 }, '2026-06-02T05:00:00Z'],
  ['2026-06-01T04:59:00Z', { from: 1320, to: 420 }, '2026-06-01T05:00:00Z'],
  ['2026-06-01T05:00:00Z', { from: 1320, to: 420 }, '2026-06-01T05:00:00Z'],
  ['2026-06-01T11:00:00Z', { from: 720, to: 840 }, '2026-06-01T12:00:00Z'],
  ['2026-06-01T11:00:00Z', { from: 720, to: 720 }, '2026-06-01T11:00:00Z'],
  ['2026-06-01T11:00:00Z', null, '2026-06-01T11:00:00Z'],
])('%s with quiet hours %j is told at %s', (moment, quiet, told) => {
  expect(afterQuiet(at(moment), quiet, 'Europe/Berlin')).toEqual(at(told))
})
