import type { Tx } from '../../../platform/db/index.ts'
import { textToHtml } from '../../../platform/html/index.ts'
import { queueMail } from '../../../platform/mail/index.ts'
import { personCards } from '../../people/server/index.ts'
import { type TicketRecord, watcherIds } from '../../ticket/server/index.ts'
import { referTo } from './add-message.ts'
import { messageById } from './present-message.ts'
import { attachmentsOf, referencesOf } from './queries.ts'
import { senderFor } from './sender-for.ts'

/** The subject of every mail on a ticket carries its number, in a form that replies keep. */
export function mailSubject(ticket: { number: number; subject: string }): string {
  return `[#${ticket.number}] ${ticket.subject}`
}

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
  const references = await referencesOf(tx, ticket.number)
  const files = await attachmentsOf(tx, [messageId])
  const last = references.at(-1)
  const mail = await queueMail(tx, {
    from: await senderFor(tx, ticket.number, message.authorName),
    to: to.length > 0 ? to : cc,
    ...(to.length > 0 && cc.length > 0 ? { cc } : {}),
    subject: mailSubject(ticket),
    text: message.text,
    html: message.html ?? textToHtml(message.text),
    references,
    ...(last === undefined ? {} : { inReplyTo: last }),
    attachments: files.map(({ id, contentId, inline }) => ({
      fileId: id,
      inline,
      ...(contentId ? { contentId } : {}),
    })),
    ...(notBefore ? { notBefore } : {}),
    about: `ticket:${ticket.number}`,
  })
  await referTo(tx, mail.messageId, ticket.number)
  await tx.updateTable('conversation.message').set({ outboxId: mail.id }).where('id', '=', messageId).execute()
}
