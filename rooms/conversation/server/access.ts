import { type SqlBool, sql } from 'kysely'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { Problem } from '../../../platform/errors/index.ts'
import type { FileGuard } from '../../../platform/files/index.ts'
import { type HeldTicket, ticketFor } from '../../ticket/server/index.ts'
import { messageNotFound } from './errors.ts'
import { type MessageRecord, messageColumns } from './present-message.ts'

/** A message of a ticket the actor may see; a note only for those who may read notes. Throws 404 otherwise. */
export async function messageFor(
  reader: Reader,
  actor: Actor,
  number: number,
  id: number,
): Promise<{ ticket: HeldTicket; message: MessageRecord }> {
  const ticket = await ticketFor(reader, actor, number, 'read')
  const message = await reader
    .selectFrom('conversation.message')
    .select(messageColumns)
    .where('id', '=', id)
    .where('ticketNumber', '=', number)
    .executeTakeFirst()
  if (!message || (message.kind === 'note' && !ticket.abilities.note.allowed)) throw messageNotFound({ id })
  return { ticket, message }
}

/** A file may be read by whoever may read a message that it hangs on. */
export const mayReadAttachment: FileGuard = async (reader, actor, fileId) => {
  const places = await reader
    .selectFrom('conversation.attachment as a')
    .innerJoin('conversation.message as m', 'm.id', 'a.messageId')
    .select(['m.id', 'm.ticketNumber'])
    .where('a.fileId', '=', fileId)
    .limit(20)
    .execute()
  for (const place of places) {
    if (await allowed(messageFor(reader, actor, place.ticketNumber, place.id))) return true
  }
  const beside = await reader
    .selectFrom('conversation.sideAttachment as a')
    .innerJoin('conversation.sideMessage as m', 'm.id', 'a.sideMessageId')
    .innerJoin('conversation.sideConversation as s', 's.id', 'm.sideId')
    .select('s.ticketNumber')
    .distinct()
    .where('a.fileId', '=', fileId)
    .limit(20)
    .execute()
  // What was asked outside is read by those who read notes.
  for (const place of beside) if (await allowed(ticketFor(reader, actor, place.ticketNumber, 'note'))) return true
  const planned = await reader
    .selectFrom('conversation.scheduledReply')
    .select('ticketNumber')
    .where(sql<SqlBool>`file_ids @> array[${fileId}]::bigint[]`)
    .limit(20)
    .execute()
  for (const plan of planned) if (await allowed(ticketFor(reader, actor, plan.ticketNumber, 'note'))) return true
  return false
}

async function allowed(look: Promise<unknown>): Promise<boolean> {
  return look.then(
    () => true,
    (error: unknown) => {
      if (error instanceof Problem) return false
      throw error
    },
  )
}
