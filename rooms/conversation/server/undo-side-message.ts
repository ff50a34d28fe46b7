import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { textToHtml } from '../../../platform/html/index.ts'
import { withdrawMail } from '../../../platform/mail/index.ts'
import { changeStatus, type HeldTicket, ticketFor, touchTicket } from '../../ticket/server/index.ts'
import { sideMessageUndone } from '../contract/facts.ts'
import { notYours, sideConversationNotFound, tooLateToUndo } from './errors.ts'
import { undoUntil } from './undo-time.ts'
import { sideConversationFor } from './view-side-conversations.ts'

interface Which {
  number: number
  id: number
  message: number
}

/** Takes a message to somebody outside back before its mail has left, and what it did to the ticket; returns its words. */
export async function undoSideMessage(cx: Cx, { number, id, message: messageId }: Which) {
  return cx.tx(async (tx) => {
    const ticket = await ticketFor(tx, cx.actor, number, 'note', { lock: true })
    const side = await sideConversationFor(tx, number, id)
    const message = await tx
      .selectFrom('conversation.sideMessage')
      .selectAll()
      .where('id', '=', messageId)
      .where('sideId', '=', id)
      .executeTakeFirst()
    if (!message) throw sideConversationNotFound({ id })
    if (message.authorId !== cx.actor.id || cx.actor.id === null) throw notYours()
    if (!undoUntil(message, cx.actor, cx.now)) throw tooLateToUndo()
    // Asks the outbox, not the clock: the mail may have left a moment ago.
    if (message.outboxId === null || !(await withdrawMail(tx, message.outboxId))) throw tooLateToUndo()
    const attachments = await filesOf(tx, messageId)
    await tx.deleteFrom('conversation.sideMessage').where('id', '=', messageId).execute()
    const over = await endIfEmpty(tx, id)
    await waitNoLonger(tx, ticket, message.statusBefore)
    await touchTicket(tx, number)
    await tell(tx, sideMessageUndone, number, { sideId: id, sideMessageId: messageId })
    const html = message.html ?? textToHtml(message.text)
    return { to: side.participants, subject: side.subject, html, attachments, over }
  })
}

/** What its writer put in; pictures of what was forwarded come again with that. */
async function filesOf(tx: Tx, messageId: number): Promise<number[]> {
  const rows = await tx
    .selectFrom('conversation.sideAttachment')
    .select('fileId')
    .where('sideMessageId', '=', messageId)
    .where('inline', '=', false)
    .orderBy('position')
    .execute()
  return rows.map((row) => row.fileId)
}

async function endIfEmpty(tx: Tx, sideId: number): Promise<boolean> {
  const gone = await tx
    .deleteFrom('conversation.sideConversation as s')
    .where('s.id', '=', sideId)
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('conversation.sideMessage as m').select('m.id').whereRef('m.sideId', '=', 's.id')),
      ),
    )
    .returning('s.id')
    .executeTakeFirst()
  return gone !== undefined
}

async function waitNoLonger(tx: Tx, ticket: HeldTicket, before: HeldTicket['status'] | null): Promise<void> {
  if (before === null || before === ticket.status || ticket.status !== 'waiting_vendor') return
  // Nothing is new once somebody has worked on it.
  await changeStatus(tx, ticket, before === 'new' ? 'open' : before, 'status')
}
