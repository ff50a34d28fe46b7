import type { Reader } from '../../../platform/db/index.ts'

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
