import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, Restored, RestoreVersion } from '../../../platform/http/schemas.ts'

const tag = 'calendars'
const closed = { additionalProperties: false }

export const Interval = Type.Object(
  {
    from: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
    to: Type.String({
      pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$',
      description: 'Before or at `from` means the day after',
    }),
  },
  closed,
)
export type Interval = Static<typeof Interval>
const Intervals = Type.Array(Interval, { maxItems: 8 })

export const Place = Type.Object(
  {
    country: Type.String({ pattern: '^[A-Z]{2}$' }),
    state: Nullable(Type.String({ maxLength: 20, pattern: '^[^|]+$' })),
    region: Nullable(Type.String({ maxLength: 20, pattern: '^[^|]+$' })),
  },
  closed,
)
export type Place = Static<typeof Place>

export const OwnDay = Type.Object(
  {
    on: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    yearly: Type.Boolean(),
    name: Type.String({ maxLength: 80 }),
    intervals: Type.Array(Interval, { maxItems: 8, description: 'Closed with none' }),
  },
  closed,
)
export type OwnDay = Static<typeof OwnDay>

export const CalendarContent = Type.Object(
  {
    timeZone: Type.String({ maxLength: 80, description: 'As in the IANA database: Europe/Berlin' }),
    alwaysOpen: Type.Boolean({ description: 'Day and night, holidays too; week and days are not asked then' }),
    week: Type.Array(Intervals, { minItems: 7, maxItems: 7, description: 'Monday first' }),
    place: Type.Unsafe<Place | null>({
      anyOf: [Place, { type: 'null' }],
      description: 'Its public holidays are closed',
    }),
    days: Type.Array(OwnDay, { maxItems: 400, description: 'Days with hours of their own; they go before holidays' }),
  },
  closed,
)
export type CalendarContent = Static<typeof CalendarContent>

export const CalendarBody = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }), content: CalendarContent },
  closed,
)
export type CalendarBody = Static<typeof CalendarBody>

export const Calendar = Type.Object({
  id: Id,
  name: Type.String(),
  isDefault: Type.Boolean(),
  version: Type.Integer(),
  content: CalendarContent,
  updatedAt: Instant,
})
export type Calendar = Static<typeof Calendar>

export const CalendarVersion = Type.Object({
  number: Type.Integer(),
  content: CalendarContent,
  at: Instant,
  by: Type.String(),
})
export type CalendarVersion = Static<typeof CalendarVersion>

const Words = Type.Object({ en: Type.String(), de: Type.String() })

export const PreviewDay = Type.Object({
  on: Type.String(),
  open: Type.Array(Interval),
  /** Why it is not as every week. */
  special: Nullable(Words),
})
export const Preview = Type.Object({
  openNow: Type.Boolean(),
  nextOpenAt: Nullable(Instant),
  days: Type.Array(PreviewDay, { description: 'This week and the next, Monday first' }),
  holidays: Type.Array(Type.Object({ on: Type.String(), name: Words }), { description: 'The next that are closed' }),
  fourHoursFromNow: Nullable(Instant),
})
export type Preview = Static<typeof Preview>

export const HolidayPlace = Type.Object({
  code: Type.String(),
  name: Type.String(),
  states: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      regions: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
    }),
  ),
})
export type HolidayPlace = Static<typeof HolidayPlace>

const ById = Type.Object({ id: Id })
const path = '/api/v1/calendars'

export const listCalendars = endpoint({
  method: 'GET',
  path,
  summary: 'All calendars, the default first',
  tag,
  response: Type.Object({ items: Type.Array(Calendar), nextCursor: Type.Null() }),
})
export const createCalendar = endpoint({
  method: 'POST',
  path,
  summary: 'Add a calendar',
  tag,
  body: CalendarBody,
  response: Calendar,
  status: 201,
  idempotent: true,
})
export const getCalendar = endpoint({
  method: 'GET',
  path: `${path}/:id`,
  summary: 'One calendar',
  tag,
  params: ById,
  response: Calendar,
})
export const putCalendar = endpoint({
  method: 'PUT',
  path: `${path}/:id`,
  summary: 'Change a calendar; running clocks follow within a minute',
  tag,
  params: ById,
  body: CalendarBody,
  response: Calendar,
})
export const deleteCalendar = endpoint({
  method: 'DELETE',
  path: `${path}/:id`,
  summary: 'Remove a calendar that nothing uses any more',
  tag,
  params: ById,
})
export const putDefaultCalendar = endpoint({
  method: 'PUT',
  path: `${path}/default`,
  summary: 'Say which calendar holds where none is named',
  tag,
  body: Type.Object({ id: Id }, closed),
  response: Calendar,
})
export const listCalendarVersions = endpoint({
  method: 'GET',
  path: `${path}/:id/versions`,
  summary: 'What a calendar said and says, newest first',
  tag,
  params: ById,
  response: Type.Object({ items: Type.Array(CalendarVersion), nextCursor: Type.Null() }),
})
export const restoreCalendarVersion = endpoint({
  method: 'POST',
  path: `${path}/:id/versions`,
  summary: 'Let a former version of a calendar hold again, as a new one',
  tag,
  params: ById,
  body: RestoreVersion,
  response: Restored,
  status: 201,
  idempotent: true,
})
export const previewCalendar = endpoint({
  method: 'POST',
  path: `${path}/preview`,
  summary: 'What a calendar would do, without keeping it',
  tag,
  body: CalendarContent,
  response: Preview,
})
export const listHolidayPlaces = endpoint({
  method: 'GET',
  path: `${path}/places`,
  summary: 'Countries, states and regions whose public holidays are known',
  tag,
  query: Type.Object({ language: Type.Optional(Type.String({ pattern: '^[a-z]{2}$' })) }),
  response: Type.Object({ items: Type.Array(HolidayPlace), nextCursor: Type.Null() }),
})
