import { on, type Route } from '../../../platform/http/on.ts'
import * as http from '../contract/http.ts'
import { holidayPlaces } from './holidays.ts'
import {
  addCalendar,
  changeCalendar,
  listCalendars,
  listVersions,
  removeCalendar,
  setDefaultCalendar,
  viewCalendar,
} from './manage-calendars.ts'
import { previewCalendar } from './preview-calendar.ts'
import { restoreVersion } from './restore-version.ts'

const etag = (calendar: { version: number }) => `${calendar.version}`
const all = <T>(items: T[]) => ({ items, nextCursor: null })
const manage = { access: 'calendar.manage', etag }

export const routes: Route[] = [
  on(http.listCalendars, { access: 'calendar.read' }, async (cx) => all(await listCalendars(cx.db))),
  on(http.createCalendar, manage, (cx, { body }) => addCalendar(cx, body)),
  on(http.listHolidayPlaces, { access: 'calendar.manage' }, async (_cx, { query }) =>
    all(await holidayPlaces(query.language ?? 'en')),
  ),
  // A thread a place that was never asked for: not for a loop.
  on(http.previewCalendar, { access: 'calendar.manage', rateLimit: { hits: 120, perSeconds: 60 } }, (cx, { body }) =>
    previewCalendar(cx, body),
  ),
  on(http.putDefaultCalendar, manage, (cx, { body }) => setDefaultCalendar(cx, body.id)),
  on(http.getCalendar, { access: 'calendar.read', etag }, (cx, { params }) => viewCalendar(cx.db, params.id)),
  on(http.putCalendar, manage, (cx, { params, body, ifMatch }) => changeCalendar(cx, params.id, body, ifMatch)),
  on(http.deleteCalendar, { access: 'calendar.manage' }, (cx, { params }) => removeCalendar(cx, params.id)),
  on(http.restoreCalendarVersion, { access: 'calendar.manage' }, (cx, { params, body }) =>
    restoreVersion(cx, params.id, body.version),
  ),
  on(http.listCalendarVersions, { access: 'calendar.read' }, async (cx, { params }) =>
    all(await listVersions(cx, params.id)),
  ),
]
