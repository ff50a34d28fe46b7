import type { Tx } from '../../../platform/db/index.ts'
import { indexTickets } from './index-ticket.ts'

// Somebody who asked more often than this is found under a new name in their newest tickets; `requester:` finds them all.
const newestTickets = 500

/** Finds the tickets of a person under the name and addresses they have now. */
export async function indexTicketsOf(tx: Tx, personId: number): Promise<void> {
  const rows = await tx
    .selectFrom('ticket.ticket')
    .select('number')
    .where('requesterId', '=', personId)
    .orderBy('updatedAt', 'desc')
    .orderBy('number', 'desc')
    .limit(newestTickets)
    .execute()
  await indexTickets(
    tx,
    rows.map((row) => row.number),
  )
}
