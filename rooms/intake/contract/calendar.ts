import { type Static, Type } from 'typebox'
import { Nullable, OneOf } from '../../../platform/http/schemas.ts'

/** A time in a calendar: the clock as written, the zone it is read in, and the instant where that is certain. */
export const CalendarTime = Type.Object({
  /** `2026-03-01` for whole days, else `2026-03-01T09:30:00`. */
  local: Type.String(),
  /** IANA name; null for whole days and for a clock time that holds wherever one is. */
  zone: Nullable(Type.String()),
  at: Nullable(Type.String({ format: 'date-time' })),
})
export type CalendarTime = Static<typeof CalendarTime>

export const attendeeStates = ['needs-action', 'accepted', 'declined', 'tentative', 'delegated'] as const

const CalendarPerson = Type.Object({ email: Type.String(), name: Nullable(Type.String()) })

/** A calendar entry that came with a message (RFC 5545, RFC 5546). */
export const CalendarEvent = Type.Object({
  /** What the sender wants of it: an invitation is `request`, an answer `reply`, a call-off `cancel`. */
  method: OneOf(['request', 'reply', 'cancel', 'publish', 'counter', 'add', 'refresh', 'declinecounter']),
  uid: Nullable(Type.String()),
  sequence: Type.Integer(),
  summary: Type.String(),
  description: Nullable(Type.String()),
  location: Nullable(Type.String()),
  /** Where to join, when the entry names a web address for it. */
  url: Nullable(Type.String()),
  start: Nullable(CalendarTime),
  /** Exclusive for whole days, as in the standard. */
  end: Nullable(CalendarTime),
  /** The rule as written (RFC 5545 RRULE); null for a single date. */
  recurrence: Nullable(Type.String()),
  cancelled: Type.Boolean(),
  organiser: Nullable(CalendarPerson),
  attendees: Type.Array(Type.Object({ ...CalendarPerson.properties, state: OneOf(attendeeStates) })),
})
export type CalendarEvent = Static<typeof CalendarEvent>
