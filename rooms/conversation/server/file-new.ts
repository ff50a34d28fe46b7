import type { Tx } from '../../../platform/db/index.ts'
import type { ItemToFile } from '../../intake/server/index.ts'
import { linkTickets, openTicket, type TicketRecord } from '../../ticket/server/index.ts'
import { peopleIn } from './mail-people.ts'
import { subjectOf, wordsOf } from './mail-words.ts'
import type { Sender } from './may-join.ts'

export interface Answered {
  ticket: TicketRecord
  /** The sender has part in it: the new ticket follows it up and goes the same way. A stranger's is only linked. */
  theirs: boolean
}

/** Opens a ticket for what was written; the people in To and Cc follow it. */
export async function fileNew(
  tx: Tx,
  item: ItemToFile,
  person: Sender,
  answered: Answered | undefined,
): Promise<number> {
  const before = answered?.theirs ? answered.ticket : undefined
  const fresh = await openTicket(tx, {
    subject: subjectOf(item.subject),
    channel: 'email',
    requesterId: person.id,
    reporterId: person.id,
    organisationId: person.organisationId,
    teamId: before ? before.teamId : item.teamId,
    teamFrom: before ? 'ticket' : 'mailbox',
    serviceId: before ? before.serviceId : item.serviceId,
    watcherIds: await peopleIn(tx, [...item.to, ...item.cc], [person.id]),
    firstWords: { ...wordsOf(item), ...(before ? { followsUp: before.number } : {}) },
  })
  if (answered) await linkTickets(tx, fresh.number, before ? 'follows_up' : 'relates_to', answered.ticket.number)
  return fresh.number
}
