import type { Tx } from '../../../platform/db/index.ts'
import { textToHtml } from '../../../platform/html/index.ts'
import { personCards } from '../../people/server/index.ts'
import { type TicketRecord, watcherIds } from '../../ticket/server/index.ts'
import { mailOnTicket } from './mail-on-ticket.ts'
import type { MessageRecord } from './present-message.ts'

interface Options {
  fileIds: readonly number[]
  /** Not before this moment, so that the reply can be taken back. */
  notBefore?: Date | undefined
}

/**
 * Queues the mail of a public reply, in the transaction that wrote it: to the requester, with watchers in Cc, threaded
 * below what they have already. Returns the message with its mail; without an address to send to there is none.
 */
export async function sendReply(
  tx: Tx,
  ticket: TicketRecord,
  message: MessageRecord,
  { fileIds, notBefore }: Options,
): Promise<MessageRecord> {
  const watchers = await watcherIds(tx, ticket.number)
  const cards = await personCards(tx, [ticket.requesterId, ...watchers])
  const address = (id: number) => {
    const card = cards.get(id)
    return card?.email && card.active ? [{ email: card.email, name: card.name }] : []
  }
  const to = address(ticket.requesterId)
  const cc = watchers.filter((id) => id !== message.authorId && id !== ticket.requesterId).flatMap(address)
  if (to.length === 0 && cc.length === 0) return message
  const mail = await mailOnTicket(tx, ticket, {
    by: message.authorName,
    to: to.length > 0 ? to : cc,
    ...(to.length > 0 && cc.length > 0 ? { cc } : {}),
    text: message.text,
    html: message.html ?? textToHtml(message.text),
    attachments: fileIds.map((fileId) => ({ fileId })),
    ...(notBefore ? { notBefore } : {}),
  })
  await tx.updateTable('conversation.message').set({ outboxId: mail.id }).where('id', '=', message.id).execute()
  return { ...message, outboxId: mail.id }
}
