import { Temporal } from 'temporal-polyfill'
import type { TicketFilter } from '../../ticket/contract/http.ts'

// What people type for a day is a day where they are, not in Greenwich; months and years likewise.

const units = { d: 'days', w: 'weeks', m: 'months', y: 'years' } as const

interface Span {
  from: Temporal.PlainDate
  /** The first day after it. */
  to: Temporal.PlainDate
}

/** Opened before this day (or month, or year) began; or longer ago than a span. */
export function before(value: string, now: Date, timeZone: string): TicketFilter | undefined {
  const at = ago(value, now, timeZone) ?? start(spanOf(value, now, timeZone)?.from, timeZone)
  return at ? { createdBefore: at } : undefined
}

/** Opened on this day or later; or no longer ago than a span. */
export function after(value: string, now: Date, timeZone: string): TicketFilter | undefined {
  const at = ago(value, now, timeZone) ?? start(spanOf(value, now, timeZone)?.from, timeZone)
  return at ? { createdAfter: at } : undefined
}

/** Opened within this day, month or year. */
export function on(value: string, now: Date, timeZone: string): TicketFilter | undefined {
  const span = spanOf(value, now, timeZone)
  const from = start(span?.from, timeZone)
  const to = start(span?.to, timeZone)
  return from && to ? { createdAfter: from, createdBefore: to } : undefined
}

function ago(value: string, now: Date, timeZone: string): string | undefined {
  const [, count, unit] = /^(\d{1,4})([dwmy])$/.exec(value.toLowerCase()) ?? []
  if (!count || !unit) return undefined
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  return written(here.subtract({ [units[unit as keyof typeof units]]: Number(count) }))
}

function spanOf(value: string, now: Date, timeZone: string): Span | undefined {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
  const yesterday = today.subtract({ days: 1 })
  const names = Object.entries({ today, heute: today, yesterday, gestern: yesterday })
  const named = new Map(names).get(value.toLowerCase())
  if (named) return { from: named, to: named.add({ days: 1 }) }
  const [whole, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value) ?? []
  if (!whole) return undefined
  try {
    const from = Temporal.PlainDate.from(
      { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) },
      { overflow: 'reject' },
    )
    return { from, to: from.add(day ? { days: 1 } : month ? { months: 1 } : { years: 1 }) }
  } catch {
    // The 31st of a month that has 30.
    return undefined
  }
}

/** Midnight, or the first moment after it where the clocks jump over midnight. */
function start(date: Temporal.PlainDate | undefined, timeZone: string): string | undefined {
  return date && written(date.toZonedDateTime(timeZone))
}

const written = (at: Temporal.ZonedDateTime) => new Date(at.epochMilliseconds).toISOString()
