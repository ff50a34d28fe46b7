import { Temporal } from 'temporal-polyfill'

/** A stretch of time in which a zone keeps its distance from UTC: [start, end) in epoch milliseconds. */
export interface Stretch {
  start: number
  end: number
  /** What is added to UTC to get the wall clock, in milliseconds. */
  offset: number
}

/** The stretches of a zone that make up [start, end). Two or three a year where clocks are changed, else one. */
export function stretchesOf(timeZone: string, start: number, end: number): Stretch[] {
  const stretches: Stretch[] = []
  let at = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(timeZone)
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    const until = Math.min(next?.epochMilliseconds ?? end, end)
    stretches.push({ start: at.epochMilliseconds, end: until, offset: at.offsetNanoseconds / 1e6 })
    if (!next || until >= end) return stretches
    at = next
  }
}
