import { type Stretch, stretchesOf } from './offsets.ts'
import { day, dayNumber, type Hours, type Interval, minute, weekdayOf } from './week.ts'

/** [start, end) in epoch milliseconds, or on the wall clock as if it were UTC. */
export interface Span {
  start: number
  end: number
}

/**
 * The open times that lie in a year (of UTC), in order, none touching the next. A moment is open if its wall clock time
 * is: an hour that a clock change takes away is not worked, one that it repeats is worked twice.
 */
export function openTimesOf(hours: Hours, year: number): Span[] {
  const bounds = { start: Date.UTC(year, 0, 1), end: Date.UTC(year + 1, 0, 1) }
  const stretches = stretchesOf(hours.timeZone, bounds.start, bounds.end)
  const open = wallSpans(hours, year)
  return merged(stretches.flatMap((stretch) => spansIn(stretch, open)))
}

/** What is open on the wall clock from two days before the year to two days after it. */
function wallSpans(hours: Hours, year: number): Span[] {
  const first = dayNumber(year, 1, 1) - 2
  const last = dayNumber(year + 1, 1, 1) + 1
  const exceptions = new Map([year - 1, year, year + 1].flatMap((each) => [...hours.exceptions(each)]))
  const spans: Span[] = []
  for (let number = first; number <= last; number++) {
    const intervals = exceptions.get(number) ?? hours.week[weekdayOf(number)] ?? []
    const cutAt = exceptions.has(number + 1) ? (number + 1) * day : Number.POSITIVE_INFINITY
    for (const interval of intervals) spans.push(wallSpan(number, interval, cutAt))
  }
  return merged(spans.sort((a, b) => a.start - b.start))
}

function wallSpan(number: number, { from, to }: Interval, cutAt: number): Span {
  const start = number * day + from * minute
  const end = number * day + (to > from ? to : to + 1440) * minute
  return { start, end: Math.min(end, cutAt) }
}

function spansIn({ start, end, offset }: Stretch, open: readonly Span[]): Span[] {
  return open
    .map((span) => ({ start: Math.max(span.start - offset, start), end: Math.min(span.end - offset, end) }))
    .filter((span) => span.start < span.end)
}

/** Spans in the order of their starts, those that touch or overlap made one. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans) {
    const last = result.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else result.push({ ...span })
  }
  return result
}
