import type { Cx } from '../../../platform/cx.ts'
import { decodeCursor, pageOf } from '../../../platform/http/page.ts'
import { ticketFor } from '../../ticket/server/index.ts'
import { messageColumns, presentMessages } from './present-message.ts'

/** The conversation, oldest first. Requesters see public messages only. */
export async function viewMessages(cx: Cx, number: number, page: { cursor?: string; limit?: number }) {
  const ticket = await ticketFor(cx.db, cx.actor, number, 'read')
  const limit = page.limit ?? 50
  let query = cx.db
    .selectFrom('conversation.message')
    .select(messageColumns)
    .where('ticketNumber', '=', number)
    .orderBy('id')
    .limit(limit + 1)
  if (page.cursor !== undefined) query = query.where('id', '>', Number(decodeCursor(page.cursor, 1)[0]))
  if (!ticket.abilities.note.allowed) query = query.where('kind', '=', 'reply')
  const { items, nextCursor } = pageOf(await query.execute(), limit, (message) => [message.id])
  return { items: await presentMessages(cx.db, cx.actor, items, cx.now), nextCursor }
}
