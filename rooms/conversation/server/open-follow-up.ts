import type { Tx } from '../../../platform/db/index.ts'
import { linkTickets, openTicket, type TicketRecord } from '../../ticket/server/index.ts'
import type { NewMessage } from './add-message.ts'

/** Opens a new ticket that follows up a closed one, with the given words; returns the id of its first message. */
export async function openFollowUp(
  tx: Tx,
  closed: TicketRecord,
  personId: number,
  words: Pick<NewMessage, 'text' | 'html' | 'files'>,
): Promise<number> {
  const { text, html, files } = words
  const fresh = await openTicket(tx, {
    kind: closed.kind,
    subject: closed.subject,
    channel: 'portal',
    requesterId: closed.requesterId,
    reporterId: personId,
    organisationId: closed.organisationId,
    teamId: closed.teamId,
    teamFrom: 'ticket',
    serviceId: closed.serviceId,
    categoryId: closed.categoryId,
    impact: closed.impact,
    urgency: closed.urgency,
    affectedThing: closed.affectedThing,
    location: closed.location,
    firstWords: { ...(text === undefined ? {} : { text }), ...(html ? { html } : {}), ...(files ? { files } : {}) },
  })
  await linkTickets(tx, fresh.number, 'follows_up', closed.number)
  const first = await tx
    .selectFrom('conversation.message')
    .select('id')
    .where('ticketNumber', '=', fresh.number)
    .executeTakeFirstOrThrow()
  return first.id
}
