import type { Cx } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { type HeldTicket, linkTickets, openTicket, ticketFor } from '../../ticket/server/index.ts'
import { messageFor } from './access.ts'
import { noteNotSplit } from './errors.ts'
import type { MessageRecord } from './present-message.ts'

/**
 * A message about another matter becomes a ticket of its own, linked with the first: of whoever wrote it, when they asked for
 * something, else of the requester. It stays where it is, too, so that nothing is missing in what was said there.
 */
export async function splitMessage(cx: Cx, number: number, id: number, { subject }: { subject: string }) {
  return cx.tx(async (tx) => {
    const ticket = await ticketFor(tx, cx.actor, number, 'link', { lock: true })
    const { message } = await messageFor(tx, cx.actor, number, id)
    if (message.kind === 'note') throw noteNotSplit()
    const asked = message.direction === 'in' && message.authorId !== null
    const requesterId = asked && message.authorId !== null ? message.authorId : ticket.requesterId
    const fresh = await openTicket(tx, {
      subject,
      channel: ticket.channel,
      requesterId,
      reporterId: requesterId,
      organisationId: await organisationOf(tx, ticket, requesterId),
      teamId: ticket.teamId,
      teamFrom: 'ticket',
      serviceId: ticket.serviceId,
      impact: ticket.impact,
      urgency: ticket.urgency,
      firstWords: await wordsOf(tx, message),
    })
    await linkTickets(tx, fresh.number, 'split_from', number)
    return { number: fresh.number }
  })
}

async function organisationOf(reader: Reader, ticket: HeldTicket, requesterId: number): Promise<number | null> {
  if (requesterId === ticket.requesterId) return ticket.organisationId
  const person = await reader
    .selectFrom('people.person')
    .select('organisationId')
    .where('id', '=', requesterId)
    .executeTakeFirst()
  return person?.organisationId ?? null
}

async function wordsOf(tx: Tx, message: MessageRecord) {
  const files = await tx
    .selectFrom('conversation.attachment')
    .select(['fileId', 'contentId', 'inline'])
    .where('messageId', '=', message.id)
    .orderBy('position')
    .execute()
  return {
    text: message.text,
    ...(message.html === null ? {} : { html: message.html }),
    ...(message.quotedText === null ? {} : { quotedText: message.quotedText }),
    ...(message.quotedHtml === null ? {} : { quotedHtml: message.quotedHtml }),
    files,
    author: { id: message.authorId, name: message.authorName },
    automatic: message.automatic,
    sentAt: message.sentAt,
  }
}
