import type { Cx } from '../../../platform/cx.ts'
import { versionNotFound } from './errors.ts'
import { changeCalendar, viewCalendar } from './manage-calendars.ts'

/** The hours and days of a version hold again, as a version of their own; its name stays as it is. */
export async function restoreVersion(cx: Cx, id: number, number: number): Promise<{ version: number }> {
  const { name } = await viewCalendar(cx.db, id)
  const was = await cx.db
    .selectFrom('calendar.version')
    .select('content')
    .where('calendarId', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!was) throw versionNotFound()
  const { version } = await changeCalendar(cx, id, { name, content: was.content })
  return { version }
}
