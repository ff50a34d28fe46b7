import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { textToHtml } from '../../../platform/html/index.ts'
import { withdrawMail } from '../../../platform/mail/index.ts'
import { forgetReply } from '../../sla/server/index.ts'
import { touchTicket } from '../../ticket/server/index.ts'
import { messageUndone } from '../contract/facts.ts'
import { messageFor } from './access.ts'
import { notYours, tooLateToUndo } from './errors.ts'
import { attachmentsOf } from './queries.ts'
import { undoUntil } from './undo-time.ts'

/** Takes a message back in its first seconds, before its mail has left; its words return as a draft. */
export async function undoMessage(cx: Cx, number: number, id: number) {
  return cx.tx(async (tx) => {
    const { message } = await messageFor(tx, cx.actor, number, id)
    if (message.authorId !== cx.actor.id || cx.actor.id === null) throw notYours()
    if (!undoUntil(message, cx.actor, cx.now)) throw tooLateToUndo()
    // Asks the outbox, not the clock: the mail may have left a moment ago.
    if (message.outboxId !== null && !(await withdrawMail(tx, message.outboxId))) throw tooLateToUndo()
    if (await isFirst(tx, number, id)) throw tooLateToUndo()
    const attachments = (await attachmentsOf(tx, [id])).map((file) => file.id)
    const html = message.html ?? textToHtml(message.text)
    await tx.deleteFrom('conversation.message').where('id', '=', id).execute()
    await touchTicket(tx, number)
    await tell(tx, messageUndone, number, { messageId: id })
    await forgetReply(tx, number, id)
    return { kind: message.kind, html, cc: [], attachments }
  })
}

async function isFirst(tx: Tx, number: number, id: number): Promise<boolean> {
  const earlier = await tx
    .selectFrom('conversation.message')
    .select('id')
    .where('ticketNumber', '=', number)
    .where('id', '<', id)
    .limit(1)
    .executeTakeFirst()
  const message = await tx
    .selectFrom('conversation.message')
    .select('direction')
    .where('id', '=', id)
    .executeTakeFirst()
  return earlier === undefined && message?.direction === 'in'
}
