import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { ticketPrioritySet } from '../contract/facts.ts'
import type { Priority } from '../contract/shapes.ts'
import type { TicketRecord } from './queries.ts'
import { updateTicket } from './writes.ts'

/** Command: sets the priority that triage arrived at, with its reason when a person decided it. */
export async function setPriority(tx: Tx, ticket: TicketRecord, priority: Priority, reason?: string): Promise<void> {
  if (ticket.priority === priority) return
  await updateTicket(tx, ticket.number, { priority })
  await tell(tx, ticketPrioritySet, ticket.number, {
    changes: { priority: { before: ticket.priority, after: priority } },
    ...(reason === undefined ? {} : { reason }),
  })
}
