import type { Reader } from '../../../platform/db/index.ts'
import type { MailAuthentication } from '../contract/authentication.ts'
import type { CalendarEvent } from '../contract/calendar.ts'
import type { NamedAddress } from './tables.ts'

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

/** What a mail brought beside its words: to whom it was, what calendars it had, and whether it is from whom it says. */
export interface Arrival {
  to: NamedAddress[]
  cc: NamedAddress[]
  events: CalendarEvent[]
  authentication: MailAuthentication | null
}

/** What came with the messages of these items, by item. */
export async function arrivalsOf(reader: Reader, itemIds: readonly number[]): Promise<Map<number, Arrival>> {
  if (itemIds.length === 0) return new Map()
  const rows = await reader
    .selectFrom('intake.item')
    .select(['id', 'recipients', 'events', 'authentication'])
    .where('id', 'in', [...itemIds])
    .execute()
  return new Map(
    rows.map(({ id, recipients, events, authentication }) => [
      id,
      { to: recipients?.to ?? [], cc: recipients?.cc ?? [], events, authentication },
    ]),
  )
}
