import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { Layer, Rotation } from '../contract/shapes.ts'
import { type Override, personAt, shiftsOf } from './rotation.ts'

const minute = 60_000
const at = (text: string) => new Date(text).getTime()
const weekly: Rotation = {
  persons: [1, 2, 3],
  every: 1,
  unit: 'week',
  startsOn: '2026-01-05',
  handOverAt: 540,
  hours: [],
}
const layer = (...rotations: Rotation[]): Layer => ({ key: 'a', name: 'First line', rotations })
const zone = 'Europe/Berlin'

test.each([
  ['2026-01-05T07:59:00Z', null],
  ['2026-01-05T08:00:00Z', 1],
  ['2026-01-12T07:59:59Z', 1],
  ['2026-01-12T08:00:00Z', 2],
  // Summer time: nine in the morning is seven in UTC.
  ['2026-03-30T06:59:00Z', 3],
  ['2026-03-30T07:00:00Z', 1],
])('weekly at nine, %s is person %s', (moment, person) => {
  expect(personAt(layer(weekly), [], zone, at(moment))).toBe(person)
})

test('hours: office people by day, others by night, and the first rotation that holds is asked', () => {
  const office = { ...weekly, persons: [7], hours: [{ days: [1, 2, 3, 4, 5], from: 480, to: 1080 }] }
  const night = { ...weekly, persons: [8], unit: 'day' as const, handOverAt: 0 }
  const both = layer(office, night)
  expect(personAt(both, [], zone, at('2026-02-03T06:59:00Z'))).toBe(8)
  expect(personAt(both, [], zone, at('2026-02-03T07:00:00Z'))).toBe(7)
  expect(personAt(both, [], zone, at('2026-02-03T17:00:00Z'))).toBe(8)
  expect(personAt(both, [], zone, at('2026-02-07T12:00:00Z'))).toBe(8)
  const overMidnight = layer({ ...weekly, persons: [9], hours: [{ days: [5], from: 1320, to: 360 }] })
  expect(personAt(overMidnight, [], zone, at('2026-02-06T22:00:00Z'))).toBe(9)
  expect(personAt(overMidnight, [], zone, at('2026-02-07T04:59:00Z'))).toBe(9)
  expect(personAt(overMidnight, [], zone, at('2026-02-07T05:00:00Z'))).toBe(null)
})

test('the newest override holds, and shifts that touch with the same person are one', () => {
  const overrides: Override[] = [
    { id: 1, personId: 5, from: at('2026-01-06T00:00:00Z'), to: at('2026-01-08T00:00:00Z') },
    { id: 2, personId: 6, from: at('2026-01-07T00:00:00Z'), to: at('2026-01-07T12:00:00Z') },
  ]
  const shifts = shiftsOf(layer(weekly), overrides, zone, [at('2026-01-05T08:00:00Z'), at('2026-01-12T08:00:00Z')])
  expect(shifts.map((shift) => [shift.personId, shift.overrideId])).toEqual([
    [1, null],
    [5, 1],
    [6, 2],
    [5, 1],
    [1, null],
  ])
})

test('hand-over at half past two, twice a night and never in another', () => {
  const early = layer({ ...weekly, unit: 'day', handOverAt: 150 })
  const spring = shiftsOf(early, [], zone, [at('2026-03-28T12:00:00Z'), at('2026-03-30T12:00:00Z')])
  expect(spring.map((shift) => new Date(shift.from).toISOString())).toEqual([
    '2026-03-28T12:00:00.000Z',
    '2026-03-29T01:30:00.000Z',
    '2026-03-30T00:30:00.000Z',
  ])
  const autumn = shiftsOf(early, [], zone, [at('2026-10-24T12:00:00Z'), at('2026-10-26T12:00:00Z')])
  expect(autumn.map((shift) => new Date(shift.from).toISOString())).toEqual([
    '2026-10-24T12:00:00.000Z',
    '2026-10-25T00:30:00.000Z',
    '2026-10-26T01:30:00.000Z',
  ])
})

describe('one and only one person per layer at every minute of a year', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC']
  const year: [number, number] = [at('2026-01-01T00:00:00Z'), at('2027-01-01T00:00:00Z')]
  const minutes = (year[1] - year[0]) / minute
  const hours = fc.array(
    fc.record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      from: fc.integer({ min: 0, max: 1439 }),
      to: fc.integer({ min: 0, max: 1440 }),
    }),
    { maxLength: 3 },
  )
  const rotation = fc.record({
    persons: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
    every: fc.integer({ min: 1, max: 14 }),
    unit: fc.constantFrom('day' as const, 'week' as const),
    startsOn: fc.constantFrom('2025-12-01', '2024-02-29', '2020-06-15'),
    handOverAt: fc.integer({ min: 0, max: 1439 }),
    hours,
  })
  const always = rotation.map((one) => ({ ...one, hours: [] }))
  const overrides = fc
    .array(
      fc.record({
        personId: fc.integer({ min: 20, max: 29 }),
        start: fc.integer({ min: 0, max: minutes }),
        length: fc.integer({ min: 1, max: 20_000 }),
      }),
      { maxLength: 6 },
    )
    .map((all) =>
      all.map(({ personId, start, length }, index) => ({
        id: index + 1,
        personId,
        from: year[0] + start * minute,
        to: year[0] + (start + length) * minute,
      })),
    )

  test('whatever the rotations, hours, overrides and zone', () => {
    fc.assert(
      fc.property(
        fc.array(rotation, { maxLength: 2 }),
        always,
        overrides,
        fc.constantFrom(...zones),
        (some, last, set, tz) => {
          const shifts = shiftsOf(layer(...some, last), set, tz, year)
          const counted = new Uint8Array(minutes)
          for (const shift of shifts) {
            expect(shift.personId).not.toBe(null)
            for (let one = (shift.from - year[0]) / minute; one < (shift.to - year[0]) / minute; one++) counted[one]!++
          }
          expect(counted.every((times) => times === 1)).toBe(true)
        },
      ),
      { numRuns: 25 },
    )
  }, 60_000)

  test('as somebody would say who reads the plan minute by minute', () => {
    fc.assert(
      fc.property(
        always,
        fc.constantFrom(...zones),
        fc.array(fc.integer({ min: 0, max: minutes - 1 }), { minLength: 30, maxLength: 30 }),
        (one, tz, picked) => {
          for (const nth of picked) {
            const moment = year[0] + nth * minute
            expect(personAt(layer(one), [], tz, moment)).toBe(readOff(one, tz, moment))
          }
        },
      ),
      { numRuns: 40 },
    )
  }, 60_000)

  /** The plan read as it stands: count the days since the beginning; before the hand-over it is still yesterday's. */
  function readOff({ persons, every, unit, startsOn, handOverAt }: Rotation, tz: string, moment: number) {
    const here = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(tz)
    const plainTime = Temporal.PlainTime.from({ hour: Math.floor(handOverAt / 60), minute: handOverAt % 60 })
    const today = here.toPlainDate()
    const handOver = today.toZonedDateTime({ timeZone: tz, plainTime }).epochMilliseconds
    const day = moment >= handOver ? today : today.subtract({ days: 1 })
    const days = Temporal.PlainDate.from(startsOn).until(day, { largestUnit: 'days' }).days
    return persons[Math.floor(days / (every * (unit === 'week' ? 7 : 1))) % persons.length]
  }
})
