import { can } from '../../../platform/access/actor.ts'
import type { Room } from '../../../platform/room.ts'
import * as facts from '../contract/facts.ts'
import { calendars } from './calendars.ts'
import { extendHolidays } from './holidays.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'
import './tables.ts'

export { type Calendars, calendars, type KnownCalendar } from './calendars.ts'
export { minutesOf } from './hours/week.ts'
export { type WorkingTime, workingTime } from './hours/working-time.ts'
export { changeCalendar, declareCalendarUse, followDeskZone } from './manage-calendars.ts'
export { hoursOf } from './rules.ts'

export const room: Room = {
  name: 'calendar',
  routes,
  facts: Object.values(facts),
  crons: [extendHolidays],
  memories: [calendars],
  permissions,
  liveGuards: { calendar: async () => (actor) => can(actor, 'calendar.read') },
}
