import { problem } from '../../../platform/errors/index.ts'

export const versionNotFound = problem('calendar.version_not_found', 404, 'There is no such version of this calendar.')
export const calendarNotFound = problem('calendar.not_found', 404, 'There is no such calendar.')
export const calendarNameTaken = problem<{ name: string }>(
  'calendar.name_taken',
  409,
  (p) => `There is already a calendar called "${p.name}".`,
)
export const calendarIsDefault = problem(
  'calendar.is_default',
  409,
  'This is the default calendar. Make another one the default first.',
)
export const calendarInUse = problem<{ by: readonly string[] }>(
  'calendar.in_use',
  409,
  (p) => `It is used by ${p.by.join(', ')}. Choose another calendar there first.`,
)
export const badZone = problem<{ name: string }>(
  'calendar.unknown_time_zone',
  422,
  (p) => `"${p.name}" is no time zone.`,
)
export const badPlace = problem('calendar.unknown_place', 422, 'The holidays of this place are not known.')
export const badDate = problem<{ on: string }>('calendar.bad_date', 422, (p) => `${p.on} is not in the calendar.`)
export const dayTwice = problem<{ on: string }>('calendar.day_twice', 422, (p) => `${p.on} is there twice.`)
export const overlapping = problem(
  'calendar.overlapping_hours',
  422,
  'Two of the times of this day overlap, or one of them is empty.',
)
export const neverOpen = problem('calendar.never_open', 422, 'This calendar would never open.')
