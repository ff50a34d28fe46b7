import { describe, expect, it } from 'vitest'
import { after, before, on } from './search-dates.ts'

const berlin = 'Europe/Berlin'
// Half past midnight in Berlin, still the day before in Greenwich.
const now = new Date('2026-07-14T22:30:00Z')

describe('a day is one where the searcher is', () => {
  it.each([
    ['2026-03-01', berlin, '2026-02-28T23:00:00.000Z'],
    ['2026-03-01', 'America/New_York', '2026-03-01T05:00:00.000Z'],
    ['2026-03-01', 'Pacific/Auckland', '2026-02-28T11:00:00.000Z'],
    ['2026-07', berlin, '2026-06-30T22:00:00.000Z'],
    ['2026', berlin, '2025-12-31T23:00:00.000Z'],
    ['today', berlin, '2026-07-14T22:00:00.000Z'],
    ['Yesterday', berlin, '2026-07-13T22:00:00.000Z'],
    ['heute', berlin, '2026-07-14T22:00:00.000Z'],
    ['Gestern', berlin, '2026-07-13T22:00:00.000Z'],
    ['today', 'UTC', '2026-07-14T00:00:00.000Z'],
    // Midnight is skipped there on that day.
    ['2025-09-07', 'America/Santiago', '2025-09-07T04:00:00.000Z'],
  ])('%s in %s begins at %s', (value, zone, at) => {
    expect(before(value, now, zone)).toEqual({ createdBefore: at })
    expect(after(value, now, zone)).toEqual({ createdAfter: at })
  })

  it.each([
    ['2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['2026-02', '2026-01-31T23:00:00.000Z', '2026-02-28T23:00:00.000Z'],
    ['2025', '2024-12-31T23:00:00.000Z', '2025-12-31T23:00:00.000Z'],
  ])('on:%s is from %s to %s', (value, from, to) => {
    expect(on(value, now, berlin)).toEqual({ createdAfter: from, createdBefore: to })
  })
})

it('spans count back from now, by the clock of the place', () => {
  expect(after('7d', now, berlin)).toEqual({ createdAfter: '2026-07-07T22:30:00.000Z' })
  // Summer time began in between: the same time of day, not the same number of hours.
  expect(before('6m', now, berlin)).toEqual({ createdBefore: '2026-01-14T23:30:00.000Z' })
})

it.each(['2026-02-30', '2026-13', 'soon', '12', '7x', ''])('%j is not understood', (value) => {
  expect(before(value, now, berlin)).toBeUndefined()
  expect(on(value, now, berlin)).toBeUndefined()
})
