import type { Tx } from '../../../platform/db/index.ts'
import { changeStatus, unsafeTicket } from '../../ticket/server/index.ts'

/** A ticket that waited for its requester is open again once they have written. */
export async function wakeOnReply(tx: Tx, ticketNumber: number): Promise<void> {
  const ticket = await unsafeTicket(tx, ticketNumber, true)
  if (ticket?.status === 'waiting_requester') await changeStatus(tx, ticket, 'open', 'status')
}
