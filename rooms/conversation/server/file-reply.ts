import type { Tx } from '../../../platform/db/index.ts'
import type { ItemToFile } from '../../intake/server/index.ts'
import { letWatch } from '../../ticket/server/index.ts'
import { addMessage } from './add-message.ts'
import { forgetStops, whoDidNotStop } from './change-subscription.ts'
import type { FoundTicket } from './find-ticket.ts'
import { peopleIn } from './mail-people.ts'
import { wordsOf } from './mail-words.ts'
import type { Sender } from './may-join.ts'
import { wakeOnReply } from './wake-on-reply.ts'

/**
 * An answer from the requester's side goes below what was said; a program's wakes nothing. A guest says something without
 * following the ticket, and brings nobody.
 */
export async function fileReply(
  tx: Tx,
  { ticket, proved, merged }: FoundTicket,
  item: ItemToFile,
  person: Sender,
  { guest = false } = {},
): Promise<number> {
  await addMessage(tx, {
    ...wordsOf(item),
    ticketNumber: ticket.number,
    kind: 'reply',
    direction: 'in',
    author: person,
  })
  const brings = !guest && mayBring(item, proved || (merged?.proved ?? false))
  const named = brings ? await peopleIn(tx, [...item.to, ...item.cc], [ticket.requesterId]) : []
  const joins = guest || person.id === ticket.requesterId ? [] : [person.id]
  await forgetStops(tx, ticket.number, joins)
  await letWatch(tx, ticket.number, [...joins, ...(await whoDidNotStop(tx, ticket.number, named))])
  if (!item.automatic) await wakeOnReply(tx, ticket.number)
  return ticket.number
}

/**
 * Whether whom a mail names in To and Cc may follow the ticket from now on. With a forged sender and a guessed number
 * somebody could let themselves in.
 */
function mayBring(item: ItemToFile, proved: boolean): boolean {
  return item.verdict === 'pass' || (proved && item.verdict === 'unknown')
}
