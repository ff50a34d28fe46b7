/** Minutes since midnight, on the wall clock; `to` at or before `from` means the day after. */
export interface Interval {
  from: number
  to: number
}

/** When a desk is open, as people say it. */
export interface Hours {
  /** IANA name, such as Europe/Berlin. */
  timeZone: string
  /** Monday first. Intervals belong to the day on which they begin. */
  week: readonly (readonly Interval[])[]
  /**
   * Days with hours of their own in a year, by day number: closed with no intervals. Such a day begins at midnight, so it
   * cuts off what runs into it from the day before.
   */
  exceptions: (year: number) => ReadonlyMap<number, readonly Interval[]>
}

export const minute = 60_000
export const day = 86_400_000

/** Days since 1970-01-01 of a date in the calendar, whatever the zone. */
export const dayNumber = (year: number, month: number, dayOfMonth: number): number =>
  Math.round(Date.UTC(year, month - 1, dayOfMonth) / day)

/** 0 for Monday: day 0 was a Thursday. */
export const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7

/** '08:30' → 510; '24:00' is the end of the day. Throws a RangeError for what is no time of day. */
export function minutesOf(text: string): number {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(text) ?? []
  const total = Number(hours) * 60 + Number(minutes)
  if (hours === undefined || Number(minutes) > 59 || total > 1440) throw new RangeError(`"${text}" is no time of day`)
  return total
}

export const textOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
