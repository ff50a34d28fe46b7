import type { Calendar, CalendarBody, CalendarContent, Interval } from '../../contract/http.ts'
import { hoursWords, intervalsOf } from './hours-words.ts'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

export interface Day {
  key: number
  on: string
  name: string
  yearly: boolean
  hours: string
}

export type CalendarValues = {
  name: string
  timeZone: string | null
  alwaysOpen: boolean
  country: string | null
  state: string | null
  region: string | null
  days: Day[]
} & Record<Weekday, string>

const officeHours: Interval[] = [{ from: '08:00', to: '17:00' }]

export function valuesOf(calendar: Calendar | undefined, zone: string): CalendarValues {
  const content: CalendarContent = calendar?.content ?? {
    timeZone: zone,
    alwaysOpen: false,
    week: weekdays.map((_, index) => (index < 5 ? officeHours : [])),
    place: null,
    days: [],
  }
  const week = Object.fromEntries(weekdays.map((day, index) => [day, hoursWords(content.week[index] ?? [])]))
  return {
    name: calendar?.name ?? '',
    timeZone: content.timeZone,
    alwaysOpen: content.alwaysOpen,
    country: content.place?.country ?? null,
    state: content.place?.state ?? null,
    region: content.place?.region ?? null,
    days: content.days.map(({ on, name, yearly, intervals }, key) => ({
      key,
      on,
      name,
      yearly,
      hours: hoursWords(intervals),
    })),
    ...(week as Record<Weekday, string>),
  }
}

/** Fields that cannot be understood. */
export function oddHours(values: CalendarValues, words: string): Partial<Record<keyof CalendarValues, string>> {
  const odd = weekdays.filter((day) => intervalsOf(values[day]) === undefined).map((day) => [day, words])
  const oddDay = values.days.some((day) => !/^\d{4}-\d{2}-\d{2}$/.test(day.on) || intervalsOf(day.hours) === undefined)
  return { ...Object.fromEntries(odd), ...(oddDay ? { days: words } : {}) }
}

export function bodyOf(values: CalendarValues): CalendarBody {
  const { country, state, region } = values
  return {
    name: values.name.trim(),
    content: {
      timeZone: values.timeZone ?? 'UTC',
      alwaysOpen: values.alwaysOpen,
      week: weekdays.map((day) => intervalsOf(values[day]) ?? []),
      place: country === null ? null : { country, state, region: state === null ? null : region },
      days: values.days.map(({ on, name, yearly, hours }) => ({
        on,
        name,
        yearly,
        intervals: intervalsOf(hours) ?? [],
      })),
    },
  }
}
