import { Temporal } from 'temporal-polyfill'
import type { Cx } from '../../../platform/cx.ts'
import type { CalendarContent, Interval, Preview } from '../contract/http.ts'
import { calendars } from './calendars.ts'
import { ensureHolidays } from './holidays.ts'
import { weekdayOf } from './hours/week.ts'
import { type WorkingTime, workingTime } from './hours/working-time.ts'
import { checkContent, dateOf, type HolidaysOf, hoursOf, numberOf } from './rules.ts'

const fourHours = 4 * 3_600_000
const shownHolidays = 6

/** What a calendar does, computed by the same arithmetic as every clock. */
export async function previewCalendar(cx: Cx, content: CalendarContent): Promise<Preview> {
  if (content.place && !content.alwaysOpen) await ensureHolidays(cx, content.place)
  const holidaysOf = (await calendars.get(cx.db)).holidaysOf(content.place)
  checkContent(content, cx.now, holidaysOf)
  const time = workingTime(hoursOf(content, holidaysOf))
  const now = cx.now.getTime()
  const today = numberOf(
    Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(content.timeZone).toPlainDate().toString(),
  )
  const monday = today - weekdayOf(today)
  return {
    openNow: time.isOpen(now),
    nextOpenAt: instant(time.nextOpen(now)),
    days: Array.from({ length: 14 }, (_, index) => dayOf(content, time, holidaysOf, dateOf(monday + index))),
    holidays: content.alwaysOpen ? [] : nextClosed(content, holidaysOf, dateOf(today)),
    fourHoursFromNow: instant(time.add(now, fourHours)),
  }
}

const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

function dayOf(
  content: CalendarContent,
  time: WorkingTime,
  holidaysOf: HolidaysOf,
  on: string,
): Preview['days'][number] {
  const start = Temporal.PlainDate.from(on).toZonedDateTime(content.timeZone)
  const [from, to] = [start.epochMilliseconds, start.add({ days: 1 }).epochMilliseconds]
  const open = time.openTimes(from, to).map((span) => ({
    from: wallTime(content, span.start),
    to: span.end === to ? '24:00' : wallTime(content, span.end),
  }))
  return { on, open, special: content.alwaysOpen ? null : specialOn(content, holidaysOf, on) }
}

function wallTime(content: CalendarContent, at: number): Interval['from'] {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(content.timeZone)
    .toPlainTime()
    .toString()
    .slice(0, 5)
}

function specialOn(content: CalendarContent, holidaysOf: HolidaysOf, on: string) {
  const own = content.days.find((day) => (day.yearly ? day.on.slice(5) === on.slice(5) : day.on === on))
  if (own) return { en: own.name, de: own.name }
  return holidaysOf(Number(on.slice(0, 4))).find((holiday) => holiday.on === on)?.name ?? null
}

function nextClosed(content: CalendarContent, holidaysOf: HolidaysOf, today: string): Preview['holidays'] {
  const year = Number(today.slice(0, 4))
  const closed = [year, year + 1].flatMap((each) => [
    ...holidaysOf(each),
    ...content.days
      .filter((day) => day.intervals.length === 0 && (day.yearly || day.on.startsWith(`${each}`)))
      .map((day) => ({ on: `${each}${day.on.slice(4)}`, name: { en: day.name, de: day.name } })),
  ])
  return closed
    .filter((day) => day.on >= today)
    .sort((a, b) => a.on.localeCompare(b.on))
    .slice(0, shownHolidays)
}
