import type { Reader } from '../../../platform/db/index.ts'

export interface SideRecord {
  id: number
  ticketNumber: number
  subject: string
  state: 'open' | 'closed'
  participants: { email: string; name?: string }[]
}

export const sideColumns = ['id', 'ticketNumber', 'subject', 'state', 'participants'] as const

/**
 * The side conversation that a mail answers: by the Message-IDs it refers to, nearest first, else by the id that a signed
 * address it was sent to names. What belongs to one must never reach the ticket's own conversation.
 */
export async function sideConversationOf(
  reader: Reader,
  messageIds: readonly string[],
  addressed: number | null = null,
): Promise<SideRecord | undefined> {
  const id = (await byReference(reader, messageIds.slice(0, 100))) ?? addressed
  if (id === null) return undefined
  return reader
    .selectFrom('conversation.sideConversation')
    .select(sideColumns)
    .where('id', '=', id)
    .executeTakeFirst() as Promise<SideRecord | undefined>
}

async function byReference(reader: Reader, wanted: readonly string[]): Promise<number | null> {
  if (wanted.length === 0) return null
  const rows = await reader
    .selectFrom('conversation.sideReference')
    .select(['mailMessageId', 'sideId'])
    .where('mailMessageId', 'in', [...wanted])
    .execute()
  const byId = new Map(rows.map((row) => [row.mailMessageId, row.sideId]))
  const found = wanted.find((id) => byId.has(id))
  return found === undefined ? null : (byId.get(found) ?? null)
}
