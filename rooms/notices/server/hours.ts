import { Temporal } from 'temporal-polyfill'

/** The next time it is so many minutes after midnight in a zone; later than `now`. */
export function nextTimeOfDay(now: Date, minuteOfDay: number, timeZone: string): Date {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  const at = (day: Temporal.PlainDate) =>
    day.toZonedDateTime({
      timeZone,
      plainTime: Temporal.PlainTime.from({ hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 }),
    })
  const today = at(here.toPlainDate())
  const next = today.epochMilliseconds > now.getTime() ? today : at(here.toPlainDate().add({ days: 1 }))
  return new Date(next.epochMilliseconds)
}

/** `at`, or the end of the quiet hours it falls into. Hours that begin and end at once are none. */
export function afterQuiet(at: Date, quiet: { from: number; to: number } | null, timeZone: string): Date {
  if (!quiet || quiet.from === quiet.to) return at
  const here = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
  const minute = here.hour * 60 + here.minute
  const { from, to } = quiet
  const isQuiet = from < to ? minute >= from && minute < to : minute >= from || minute < to
  return isQuiet ? nextTimeOfDay(at, to, timeZone) : at
}
