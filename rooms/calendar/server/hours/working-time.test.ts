import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { dayNumber, type Hours, type Interval, minutesOf, weekdayOf } from './week.ts'
import { workingTime } from './working-time.ts'

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const hour = 3_600_000
const spans = (text: string): Interval[] =>
  text === ''
    ? []
    : text.split(' ').map((span) => {
        const [from = '', to = ''] = span.split('-')
        return { from: minutesOf(from), to: minutesOf(to) }
      })

function hours(timeZone: string, week: string[], exceptions: Record<string, string> = {}): Hours {
  const byDay = new Map(
    Object.entries(exceptions).map(([date, text]) => {
      const [year = 0, month = 0, dayOfMonth = 0] = date.split('-').map(Number)
      return [dayNumber(year, month, dayOfMonth), spans(text)] as const
    }),
  )
  const inYear = (year: number) =>
    new Map([...byDay].filter(([number]) => new Date(number * 86_400_000).getUTCFullYear() === year))
  return { timeZone, week: week.map(spans), exceptions: inYear }
}

const weekdays = (text: string) => [text, text, text, text, text, '', '']
const always = Array.from({ length: 7 }, () => '00:00-24:00')

describe('adding working time, by hand', () => {
  const office = weekdays('08:00-12:00 13:00-17:00')
  test.each<[what: string, Hours, from: string, add: number, to: string]>([
    ['within a morning', hours('Europe/Berlin', office), '2026-03-02T08:00:00Z', hour, '2026-03-02T09:00:00Z'],
    ['over lunch', hours('Europe/Berlin', office), '2026-03-02T10:30:00Z', hour, '2026-03-02T12:30:00Z'],
    ['up to the very end', hours('Europe/Berlin', office), '2026-03-02T12:00:00Z', 4 * hour, '2026-03-02T16:00:00Z'],
    ['over a weekend', hours('Europe/Berlin', office), '2026-03-06T15:00:00Z', 2 * hour, '2026-03-09T08:00:00Z'],
    ['from a Saturday', hours('Europe/Berlin', office), '2026-03-07T09:00:00Z', hour, '2026-03-09T08:00:00Z'],
    [
      'summer time in between',
      hours('Europe/Berlin', office),
      '2026-03-27T15:00:00Z',
      2 * hour,
      '2026-03-30T07:00:00Z',
    ],
    [
      'over a holiday',
      hours('Europe/Berlin', office, { '2026-04-03': '', '2026-04-06': '' }),
      '2026-04-02T14:00:00Z',
      2 * hour,
      '2026-04-07T07:00:00Z',
    ],
    [
      'a day with hours of its own',
      hours('Europe/Berlin', office, { '2026-12-24': '08:00-12:00' }),
      '2026-12-24T10:00:00Z',
      2 * hour,
      '2026-12-25T08:00:00Z',
    ],
    ['a leap day', hours('UTC', always), '2028-02-28T12:00:00Z', 48 * hour, '2028-03-01T12:00:00Z'],
    [
      'over New Year',
      hours('Asia/Tokyo', weekdays('09:00-18:00')),
      '2026-12-31T08:00:00Z',
      2 * hour,
      '2027-01-01T01:00:00Z',
    ],
    [
      'a night shift over the lost hour',
      hours('Europe/Berlin', ['', '', '', '', '', '22:00-06:00', '']),
      '2026-03-28T21:00:00Z',
      7 * hour,
      '2026-03-29T04:00:00Z',
    ],
    [
      'a night shift over the hour that comes twice',
      hours('America/New_York', ['', '', '', '', '', '22:00-06:00', '']),
      '2026-11-01T02:00:00Z',
      9 * hour,
      '2026-11-01T11:00:00Z',
    ],
    [
      'half-hour zones',
      hours('Asia/Kolkata', weekdays('09:30-18:00')),
      '2026-03-02T04:00:00Z',
      hour,
      '2026-03-02T05:00:00Z',
    ],
    [
      'a zone that changes by half an hour',
      hours('Australia/Lord_Howe', always),
      '2026-04-04T14:00:00Z',
      2 * hour,
      '2026-04-04T16:00:00Z',
    ],
    [
      'a zone that skipped a day',
      hours('Pacific/Apia', ['', '', '', '', '00:00-24:00', '09:00-17:00', '']),
      '2011-12-29T20:00:00Z',
      hour,
      '2011-12-30T20:00:00Z',
    ],
  ])('%s', (_what, definition, from, add, to) => {
    const time = workingTime(definition)
    expect(new Date(time.add(at(from), add) ?? 0).toISOString()).toBe(new Date(to).toISOString())
    expect(time.between(at(from), at(to))).toBe(add)
  })

  test('a holiday cuts off the night that runs into it, and has no night of its own', () => {
    const time = workingTime(
      hours(
        'UTC',
        Array.from({ length: 7 }, () => '22:00-06:00'),
        { '2026-12-25': '' },
      ),
    )
    expect(
      time.openTimes(at('2026-12-24T12:00:00Z'), at('2026-12-27T12:00:00Z')).map((span) => span.end - span.start),
    ).toEqual([2 * hour, 8 * hour])
  })

  test('a calendar that never opens has no due time', () => {
    const time = workingTime(hours('UTC', weekdays('')))
    expect(time.add(at('2026-01-01T00:00:00Z'), 1)).toBeNull()
    expect(time.nextOpen(at('2026-01-01T00:00:00Z'))).toBeNull()
    expect(time.between(at('2026-01-01T00:00:00Z'), at('2030-01-01T00:00:00Z'))).toBe(0)
  })

  test('nothing to add is due at once, open or not', () => {
    expect(workingTime(hours('UTC', weekdays(''))).add(5, 0)).toBe(5)
  })
})

// Each ends a little after a change of the clocks, or spans a change of the year.
const windows: [zone: string, start: string][] = [
  ['Europe/Berlin', '2026-03-28T00:00:00Z'],
  ['Europe/Berlin', '2026-10-24T00:00:00Z'],
  ['America/New_York', '2026-03-07T00:00:00Z'],
  ['America/New_York', '2026-10-31T00:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T00:00:00Z'],
  ['Asia/Kathmandu', '2027-12-30T12:00:00Z'],
  ['America/Santiago', '2026-09-05T00:00:00Z'],
  ['Africa/Casablanca', '2026-02-14T00:00:00Z'],
]
const windowMinutes = 3 * 1440

/** Wall clock of each minute from the start on: what the laws below are checked against, worked out the slow way. */
const walls = windows.map(([zone, start]) =>
  Array.from({ length: windowMinutes }, (_, index) => {
    const wall = Temporal.Instant.fromEpochMilliseconds(at(start) + index * 60_000).toZonedDateTimeISO(zone)
    return { day: dayNumber(wall.year, wall.month, wall.day), minute: wall.hour * 60 + wall.minute }
  }),
)

describe('agrees with counting minute by minute', () => {
  const time = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15)
  const interval = fc.tuple(time, time).map(([from, to]) => ({ from, to: to === from ? 1440 : to }))
  const week = fc.array(fc.array(interval, { maxLength: 3 }), { minLength: 7, maxLength: 7 })
  const cases = fc.record({
    window: fc.integer({ min: 0, max: windows.length - 1 }),
    week,
    exception: fc.option(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.array(interval, { maxLength: 1 })), {
      nil: undefined,
    }),
    from: fc.integer({ min: 0, max: windowMinutes - 1 }),
    to: fc.integer({ min: 0, max: windowMinutes }),
  })

  test('whether open, how much in between, and when it is due', () => {
    fc.assert(
      fc.property(cases, ({ window, week, exception, from, to }) => {
        const [zone, start] = windows[window] as [string, string]
        const clock = walls[window] as { day: number; minute: number }[]
        const exceptions = new Map(exception ? [[(clock[0]?.day ?? 0) + exception[0], exception[1]]] : [])
        const counted = workingTime({ timeZone: zone, week, exceptions: () => exceptions })
        const open = clock.map((wall) => isOpenAt(week, exceptions, wall.day, wall.minute))
        const moment = (index: number) => at(start) + index * 60_000

        expect(counted.isOpen(moment(from))).toBe(open[from])
        const sum = open.slice(from, Math.max(from, to)).filter(Boolean).length
        expect(counted.between(moment(from), moment(to))).toBe(sum * 60_000)
        if (sum > 0) {
          const last = open.lastIndexOf(true, to - 1)
          expect(counted.add(moment(from), sum * 60_000)).toBe(moment(last + 1))
        }
        const next = open.indexOf(true, from)
        if (next >= 0) expect(counted.nextOpen(moment(from))).toBe(moment(next))
      }),
      { numRuns: 2000 },
    )
  })
})

function isOpenAt(
  week: readonly (readonly Interval[])[],
  exceptions: ReadonlyMap<number, readonly Interval[]>,
  number: number,
  minute: number,
): boolean {
  const of = (each: number) => exceptions.get(each) ?? week[weekdayOf(each)] ?? []
  const today = of(number).some(({ from, to }) => minute >= from && (to <= from || minute < to))
  const fromYesterday = of(number - 1).some(({ from, to }) => to <= from && minute < to)
  return today || (fromYesterday && !exceptions.has(number))
}

test('counts more than a hundred thousand times a second', () => {
  const time = workingTime(hours('Europe/Berlin', weekdays('08:00-12:00 13:00-17:00')))
  const start = at('2026-01-01T00:00:00Z')
  const run = (count: number) => {
    for (let index = 0; index < count; index++) time.add(start + index * 40_000, (index % 400) * 600_000)
  }
  run(20_000)
  const before = process.cpuUsage()
  run(100_000)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1e6).toBeLessThan(1)
})
