import { Temporal } from 'temporal-polyfill'
import type { Layer, Rotation } from '../contract/shapes.ts'

export interface Override {
  id: number
  personId: number
  from: number
  to: number
}

/** A stretch of time with one person on call, or nobody. */
export interface Shift {
  from: number
  to: number
  personId: number | null
  overrideId: number | null
}

const hourMs = 3_600_000
type Interval = readonly [from: number, to: number]

/**
 * Who is on call on a layer between two moments, without a gap and without an overlap: stretches that touch, each with
 * one person or with nobody where no rotation holds. Hand-overs and hours are wall-clock times of the zone; a time that
 * a change of the clocks skips is the moment after, one that comes twice is the first.
 */
export function shiftsOf(
  layer: Layer,
  overrides: readonly Override[],
  timeZone: string,
  [from, to]: Interval,
): Shift[] {
  if (from >= to) return []
  const rotations = layer.rotations.map((rotation) => inSpan(rotation, timeZone, [from, to]))
  // The newest override first.
  const newest = [...overrides].sort((a, b) => b.id - a.id)
  const cuts = new Set<number>([from])
  const cut = (at: number) => at > from && at < to && cuts.add(at)
  for (const rotation of rotations) for (const at of rotation.cuts) cut(at)
  for (const one of newest) {
    cut(one.from)
    cut(one.to)
  }
  const moments = [...cuts].sort((a, b) => a - b)
  const shifts: Shift[] = []
  moments.forEach((at, index) => {
    const override = newest.find((one) => one.from <= at && at < one.to)
    const turn = rotations.find((rotation) => rotation.holds(at))
    const personId = override?.personId ?? turn?.personAt(at) ?? null
    const shift = { from: at, to: moments[index + 1] ?? to, personId, overrideId: override?.id ?? null }
    const last = shifts.at(-1)
    if (last && last.personId === shift.personId && last.overrideId === shift.overrideId) last.to = shift.to
    else shifts.push(shift)
  })
  return shifts
}

/** Who is on call on a layer at a moment. */
export function personAt(layer: Layer, overrides: readonly Override[], timeZone: string, at: number): number | null {
  return shiftsOf(layer, overrides, timeZone, [at, at + 1])[0]?.personId ?? null
}

interface Turning {
  cuts: number[]
  holds: (at: number) => boolean
  personAt: (at: number) => number | null
}

function inSpan(rotation: Rotation, timeZone: string, span: Interval): Turning {
  const { persons, startsOn, handOverAt, hours } = rotation
  const first = Temporal.PlainDate.from(startsOn)
  const start = wallTime(first, handOverAt, timeZone)
  const turns = handOvers(rotation, first, start, timeZone, span)
  const open = hours.length === 0 ? undefined : openTimes(rotation, timeZone, span)
  return {
    cuts: [start, ...turns.map((turn) => turn.at), ...(open?.flat() ?? [])],
    holds: (at) => at >= start && (open === undefined || open.some(([from, to]) => from <= at && at < to)),
    personAt: (at) => {
      const turn = turns.findLast((one) => one.at <= at)
      return turn === undefined ? null : (persons[turn.nth % persons.length] ?? null)
    },
  }
}

/** The hand-overs within a span, and the last before it; `nth` counts from the first. */
function handOvers(
  { every, unit, handOverAt }: Rotation,
  first: Temporal.PlainDate,
  start: number,
  timeZone: string,
  [from, to]: Interval,
): { at: number; nth: number }[] {
  if (unit === 'hour') {
    // A shift of twelve hours has twelve hours in the night of the change, too.
    const long = every * hourMs
    const nth = Math.max(0, Math.floor((from - start) / long))
    const last = Math.floor((to - start) / long)
    return Array.from({ length: Math.max(0, last - nth + 1) }, (_, index) => ({
      at: start + (nth + index) * long,
      nth: nth + index,
    }))
  }
  const days = every * (unit === 'week' ? 7 : 1)
  const passed = first.until(dateAt(from, timeZone), { largestUnit: 'days' }).days
  // One earlier than the days say: on its day, the hand-over may be still to come.
  const turns: { at: number; nth: number }[] = []
  for (let nth = Math.max(0, Math.floor(passed / days) - 1); ; nth++) {
    const at = wallTime(first.add({ days: nth * days }), handOverAt, timeZone)
    if (at > to) return turns
    turns.push({ at, nth })
  }
}

/** When the hours of a rotation hold, as moments. */
function openTimes({ hours }: Rotation, timeZone: string, [from, to]: Interval): Interval[] {
  const open: Interval[] = []
  const last = dateAt(to, timeZone)
  // Hours may reach over midnight, so the day before counts.
  for (let day = dateAt(from, timeZone).subtract({ days: 1 }); ; day = day.add({ days: 1 })) {
    if (Temporal.PlainDate.compare(day, last) > 0) return open
    for (const { days, from: begins, to: ends } of hours) {
      if (!days.includes(day.dayOfWeek)) continue
      const end = ends > begins ? wallTime(day, ends, timeZone) : wallTime(day.add({ days: 1 }), ends, timeZone)
      open.push([wallTime(day, begins, timeZone), end])
    }
  }
}

const dateAt = (at: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate()

/** Minute 1440 is the midnight after. */
function wallTime(day: Temporal.PlainDate, minute: number, timeZone: string): number {
  const on = minute === 1440 ? day.add({ days: 1 }) : day
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor((minute % 1440) / 60), minute: minute % 60 })
  return on.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds
}
