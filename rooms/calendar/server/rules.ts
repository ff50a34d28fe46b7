import type { CalendarContent, Interval } from '../contract/http.ts'
import { badDate, badZone, dayTwice, neverOpen, overlapping } from './errors.ts'
import * as week from './hours/week.ts'
import { workingTime } from './hours/working-time.ts'
import type { Holiday } from './tables.ts'

/** The public holidays of a year; none where they are not known. */
export type HolidaysOf = (year: number) => readonly Holiday[]

const allWeek = Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }])
const noDays: ReadonlyMap<number, readonly week.Interval[]> = new Map()

/** A calendar as the arithmetic takes it. */
export function hoursOf(content: CalendarContent, holidaysOf: HolidaysOf): week.Hours {
  const { timeZone } = content
  if (content.alwaysOpen) return { timeZone, week: allWeek, exceptions: () => noDays }
  const known = new Map<number, ReadonlyMap<number, readonly week.Interval[]>>()
  return {
    timeZone,
    week: content.week.map(minutesOf),
    exceptions: (year) => {
      const days = known.get(year) ?? exceptionsIn(content, year, holidaysOf(year))
      known.set(year, days)
      return days
    },
  }
}

const minutesOf = (intervals: readonly Interval[]): week.Interval[] =>
  intervals.map(({ from, to }) => ({ from: week.minutesOf(from), to: week.minutesOf(to) }))

function exceptionsIn(content: CalendarContent, year: number, holidays: readonly Holiday[]) {
  const days = new Map<number, week.Interval[]>(holidays.map(({ on }) => [numberOf(on), []]))
  for (const own of content.days) {
    const on = own.yearly ? `${year}${own.on.slice(4)}` : own.on
    // 29 February is only there in leap years.
    if (isDate(on) && Number(on.slice(0, 4)) === year) days.set(numberOf(on), minutesOf(own.intervals))
  }
  return days
}

export function numberOf(date: string): number {
  return week.dayNumber(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)))
}

export const dateOf = (number: number): string => new Date(number * week.day).toISOString().slice(0, 10)

const isDate = (text: string): boolean => dateOf(numberOf(text)) === text

/** Throws 422 that names the field for what is no calendar. */
export function checkContent(content: CalendarContent, now: Date, holidaysOf: HolidaysOf): void {
  if (!isTimeZone(content.timeZone)) throw badZone({ name: content.timeZone }, { field: 'body.content.timeZone' })
  if (content.alwaysOpen) return
  for (const [index, intervals] of content.week.entries()) checkIntervals(intervals, `body.content.week.${index}`)
  const seen = new Set<string>()
  for (const [index, { on, intervals }] of content.days.entries()) {
    const field = `body.content.days.${index}`
    if (!isDate(on)) throw badDate({ on }, { field })
    if (seen.has(on)) throw dayTwice({ on }, { field })
    seen.add(on)
    checkIntervals(intervals, field)
  }
  if (workingTime(hoursOf(content, holidaysOf)).nextOpen(now.getTime()) === null)
    throw neverOpen(undefined, { field: 'body.content.week' })
}

function checkIntervals(intervals: readonly Interval[], field: string): void {
  const spans = minutesOf(intervals)
    .map(({ from, to }) => ({ from, to: to > from ? to : to + 1440, empty: from === to }))
    .sort((a, b) => a.from - b.from)
  const wrong = spans.some((span, index) => span.empty || span.from < (spans[index - 1]?.to ?? 0))
  if (wrong) throw overlapping(undefined, { field })
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
