import type { Tx } from '../../../platform/db/index.ts'
import { textToHtml } from '../../../platform/html/index.ts'
import { personCards } from '../../people/server/index.ts'
import { type TicketRecord, watcherIds } from '../../ticket/server/index.ts'
import { mailOnTicket } from './mail-on-ticket.ts'
import { messageById } from './present-message.ts'
import { attachmentsOf } from './queries.ts'

/**
 * Queues the mail of a public reply, in the transaction that wrote it: to the requester, with watchers in Cc, threaded
 * below what they have already. Without an address to send to there is no mail.
 */
export async function sendReply(tx: Tx, ticket: TicketRecord, messageId: number, notBefore?: Date): Promise<void> {
  const message = await messageById(tx, messageId)
  const watchers = await watcherIds(tx, ticket.number)
  const cards = await personCards(tx, [ticket.requesterId, ...watchers])
  const address = (id: number) => {
    const card = cards.get(id)
    return card?.email && card.active ? [{ email: card.email, name: card.name }] : []
  }
  const to = address(ticket.requesterId)
  const cc = watchers.filter((id) => id !== message.authorId && id !== ticket.requesterId).flatMap(address)
  if (to.length === 0 && cc.length === 0) return
  const files = await attachmentsOf(tx, [messageId])
  const mail = await mailOnTicket(tx, ticket, {
    by: message.authorName,
    to: to.length > 0 ? to : cc,
    ...(to.length > 0 && cc.length > 0 ? { cc } : {}),
    text: message.text,
    html: message.html ?? textToHtml(message.text),
    attachments: files.map(({ id, contentId, inline }) => ({
      fileId: id,
      inline,
      ...(contentId ? { contentId } : {}),
    })),
    ...(notBefore ? { notBefore } : {}),
  })
  await tx.updateTable('conversation.message').set({ outboxId: mail.id }).where('id', '=', messageId).execute()
}
