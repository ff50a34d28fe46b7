import { openTimesOf, type Span } from './open-times.ts'
import type { Hours } from './week.ts'

/** Arithmetic in open time. Moments and durations are milliseconds; all of it is exact. */
export interface WorkingTime {
  isOpen(at: number): boolean
  /** How much of the time between two moments is open; 0 when the second is not after the first. */
  between(from: number, to: number): number
  /**
   * The earliest moment by which so much open time has passed; the start itself for none. Null when that is more than
   * a lifetime away, as for a calendar that never opens.
   */
  add(from: number, duration: number): number | null
  /** The moment itself when open, else the next opening; null when there is none in a lifetime. */
  nextOpen(at: number): number | null
  /** The open times in [from, to), cut to it. */
  openTimes(from: number, to: number): Span[]
}

const lifetimeYears = 60

/** One year of open times, with what was open before each of them. */
interface Year {
  spans: readonly Span[]
  before: Float64Array
  total: number
}

/** Prepares a calendar for counting; years are laid out when they are first asked for, so a count is two searches. */
export function workingTime(hours: Hours): WorkingTime {
  const years = new Map<number, Year>()
  const yearOf = (number: number): Year => {
    const known = years.get(number)
    if (known) return known
    const laidOut = layOut(openTimesOf(hours, number))
    years.set(number, laidOut)
    return laidOut
  }

  const openBefore = (at: number): number => {
    const { spans, before } = yearOf(utcYear(at))
    const index = lastStartedBy(spans, at)
    if (index < 0) return 0
    const span = spans[index] as Span
    return (before[index] as number) + Math.min(at, span.end) - span.start
  }

  const between = (from: number, to: number): number => {
    if (to <= from) return 0
    let sum = openBefore(to) - openBefore(from)
    for (let number = utcYear(from); number < utcYear(to); number++) sum += yearOf(number).total
    return sum
  }

  const add = (from: number, duration: number): number | null => {
    if (duration <= 0) return from
    const first = utcYear(from)
    let rest = duration + openBefore(from)
    for (let number = first; number < first + lifetimeYears; number++) {
      const year = yearOf(number)
      if (rest <= year.total) return momentAfter(year, rest)
      rest -= year.total
    }
    return null
  }

  const nextOpen = (at: number): number | null => {
    const first = utcYear(at)
    for (let number = first; number < first + lifetimeYears; number++) {
      const { spans } = yearOf(number)
      const started = lastStartedBy(spans, at)
      if (started >= 0 && at < (spans[started] as Span).end) return at
      const next = spans[started + 1]
      if (next) return next.start
    }
    return null
  }

  const openTimes = (from: number, to: number): Span[] => {
    const found: Span[] = []
    for (let number = utcYear(from); number <= utcYear(to); number++) {
      for (const span of yearOf(number).spans) {
        const cut = { start: Math.max(span.start, from), end: Math.min(span.end, to) }
        if (cut.start >= cut.end) continue
        const last = found.at(-1)
        if (last?.end === cut.start) last.end = cut.end
        else found.push(cut)
      }
    }
    return found
  }

  return { isOpen: (at) => nextOpen(at) === at, between, add, nextOpen, openTimes }
}

const utcYear = (at: number): number => new Date(at).getUTCFullYear()

function layOut(spans: readonly Span[]): Year {
  const before = new Float64Array(spans.length)
  let total = 0
  for (const [index, span] of spans.entries()) {
    before[index] = total
    total += span.end - span.start
  }
  return { spans, before, total }
}

/** The index of the last span that starts at or before a moment; -1 when none does. */
function lastStartedBy(spans: readonly Span[], at: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((spans[middle] as Span).start <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The earliest moment of a year before which so much was open; `amount` is more than 0 and at most the total. */
function momentAfter({ spans, before }: Year, amount: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((before[middle] as number) < amount) low = middle + 1
    else high = middle
  }
  const span = spans[low - 1] as Span
  return span.start + amount - (before[low - 1] as number)
}
