import { type Calendars, minutesOf, type WorkingTime, workingTime } from '../../calendar/server/index.ts'
import type { Hours } from '../contract/conditions.ts'

const noExceptions = new Map<number, never[]>()

/** The open times a condition speaks of: those of a calendar, or the same hours on some days of the week. */
export function openTimesOf({ calendarId, days, from, to }: Hours, calendars: Calendars): WorkingTime {
  if (calendarId !== undefined) return calendars.byId(calendarId).time
  const interval = { from: minutesOf(from ?? '00:00'), to: minutesOf(to ?? '24:00') }
  const week = Array.from({ length: 7 }, (_, day) => (days === undefined || days.includes(day) ? [interval] : []))
  return workingTime({ timeZone: calendars.default.content.timeZone, week, exceptions: () => noExceptions })
}
