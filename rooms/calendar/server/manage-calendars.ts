import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { stale } from '../../../platform/errors/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { calendarAdded, calendarChanged, calendarRemoved, defaultCalendarSet } from '../contract/facts.ts'
import type { Calendar, CalendarBody, CalendarContent, CalendarVersion } from '../contract/http.ts'
import { calendars } from './calendars.ts'
import { calendarInUse, calendarIsDefault, calendarNameTaken, calendarNotFound } from './errors.ts'
import { ensureHolidays } from './holidays.ts'
import { checkContent } from './rules.ts'

export async function listCalendars(reader: Reader): Promise<Calendar[]> {
  const rows = await select(reader)
    .where('c.removedAt', 'is', null)
    .orderBy('c.isDefault', 'desc')
    .orderBy('c.name')
    .execute()
  return rows.map(present)
}

export async function viewCalendar(reader: Reader, id: number): Promise<Calendar> {
  const row = await select(reader).where('c.id', '=', id).where('c.removedAt', 'is', null).executeTakeFirst()
  if (!row) throw calendarNotFound()
  return present(row)
}

export async function listVersions(cx: Cx, id: number): Promise<CalendarVersion[]> {
  await viewCalendar(cx.db, id)
  const rows = await cx.db
    .selectFrom('calendar.version')
    .select(['number', 'content', 'createdAt', 'createdByName'])
    .where('calendarId', '=', id)
    .orderBy('number', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ number, content, createdAt, createdByName }) => ({
    number,
    content,
    at: createdAt.toISOString(),
    by: createdByName,
  }))
}

export async function addCalendar(cx: Cx, body: CalendarBody): Promise<Calendar> {
  await check(cx, body.content)
  const name = body.name.trim()
  return cx.tx(async (tx) => {
    const { id } = await unlessTaken(name, () =>
      tx
        .insertInto('calendar.calendar')
        .values({ name, removedAt: null, createdAt: tx.now, updatedAt: tx.now })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    await insertVersion(tx, id, 1, body.content)
    await tell(tx, calendarAdded, id, { name, version: 1 })
    await calendars.forget(tx)
    return viewCalendar(tx, id)
  })
}

export async function changeCalendar(cx: Cx, id: number, body: CalendarBody, ifMatch?: string): Promise<Calendar> {
  await check(cx, body.content)
  return cx.tx(async (tx) => {
    const before = await lock(tx, id)
    if (ifMatch !== undefined && ifMatch !== `${before.version}`)
      throw stale(undefined, { extra: { current: await viewCalendar(tx, id) } })
    await keepChange(tx, id, before.version, body)
    return viewCalendar(tx, id)
  })
}

/** Command: the default calendar goes with the zone of the desk for as long as it had the one before. */
export async function followDeskZone(tx: Tx, timeZone: string, before?: string): Promise<void> {
  const { default: standard } = await calendars.get(tx)
  if (standard.content.timeZone === timeZone || standard.content.timeZone !== (before ?? 'UTC')) return
  const { version, name } = await lock(tx, standard.id)
  await keepChange(tx, standard.id, version, { name, content: { ...standard.content, timeZone } })
}

async function keepChange(tx: Tx, id: number, version: number, body: CalendarBody): Promise<void> {
  const name = body.name.trim()
  await unlessTaken(name, () =>
    tx
      .updateTable('calendar.calendar')
      .set({ name, updatedAt: tx.now, version: sql`version + 1` })
      .where('id', '=', id)
      .execute(),
  )
  await insertVersion(tx, id, version + 1, body.content)
  await tell(tx, calendarChanged, id, { name, version: version + 1 })
  await calendars.forget(tx)
}

export async function setDefaultCalendar(cx: Cx, id: number): Promise<Calendar> {
  return cx.tx(async (tx) => {
    const { name, version } = await lock(tx, id)
    await tx.updateTable('calendar.calendar').set({ isDefault: false }).where('isDefault', '=', true).execute()
    await tx.updateTable('calendar.calendar').set({ isDefault: true }).where('id', '=', id).execute()
    await tell(tx, defaultCalendarSet, id, { name, version })
    await calendars.forget(tx)
    return viewCalendar(tx, id)
  })
}

type Uses = (reader: Reader, id: number) => Promise<readonly string[]>
const uses: Uses[] = []

/** Rooms that count by calendars say by what, in words, so that none is removed under them. */
export function declareCalendarUse(find: Uses): void {
  uses.push(find)
}

export async function removeCalendar(cx: Cx, id: number): Promise<void> {
  await cx.tx(async (tx) => {
    const { name, version, isDefault } = await lock(tx, id)
    if (isDefault) throw calendarIsDefault()
    const by: string[] = []
    for (const find of uses) by.push(...(await find(tx, id)))
    if (by.length > 0) throw calendarInUse({ by })
    await tx.updateTable('calendar.calendar').set({ removedAt: tx.now }).where('id', '=', id).execute()
    await tell(tx, calendarRemoved, id, { name, version })
    await calendars.forget(tx)
  })
}

async function check(cx: Cx, content: CalendarContent): Promise<void> {
  if (content.place && !content.alwaysOpen) await ensureHolidays(cx, content.place)
  checkContent(content, cx.now, (await calendars.get(cx.db)).holidaysOf(content.place))
}

async function insertVersion(tx: Tx, calendarId: number, number: number, content: CalendarContent): Promise<void> {
  const by = { createdAt: tx.now, createdBy: tx.actor.id, createdByName: tx.actor.name }
  await tx
    .insertInto('calendar.version')
    .values({ calendarId, number, content: JSON.stringify(content), ...by })
    .execute()
}

async function lock(tx: Tx, id: number) {
  const row = await tx
    .selectFrom('calendar.calendar')
    .select(['name', 'version', 'isDefault'])
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw calendarNotFound()
  return row
}

async function unlessTaken<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw calendarNameTaken({ name }, { field: 'body.name' })
    throw error
  }
}

function select(reader: Reader) {
  return reader
    .selectFrom('calendar.calendar as c')
    .innerJoin('calendar.version as v', (join) =>
      join.onRef('v.calendarId', '=', 'c.id').onRef('v.number', '=', 'c.version'),
    )
    .select(['c.id', 'c.name', 'c.isDefault', 'c.version', 'c.updatedAt', 'v.content'])
}

function present(row: Omit<Calendar, 'updatedAt'> & { updatedAt: Date }): Calendar {
  return { ...row, updatedAt: row.updatedAt.toISOString() }
}
