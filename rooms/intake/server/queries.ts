import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/index.ts'
import type { CalendarEvent } from '../contract/calendar.ts'

/** The ticket that a message became part of, by its Message-ID without brackets; null while it is not filed. */
export async function filedTicket(reader: Reader, messageId: string): Promise<number | null> {
  const item = await reader
    .selectFrom('intake.item')
    .select('ticketNumber')
    .where('messageId', '=', messageId)
    .where('state', '=', 'filed')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return item?.ticketNumber ?? null
}

/** Calendar entries that came with messages, by item; items without any are left out. */
export async function eventsOfItems(reader: Reader, itemIds: readonly number[]): Promise<Map<number, CalendarEvent[]>> {
  if (itemIds.length === 0) return new Map()
  const rows = await reader
    .selectFrom('intake.item')
    .select(['id', 'events'])
    .where('id', 'in', itemIds)
    .where(sql<boolean>`events <> '[]'::jsonb`)
    .execute()
  return new Map(rows.map((row) => [row.id, row.events]))
}
