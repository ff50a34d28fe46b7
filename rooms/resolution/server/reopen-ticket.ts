import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { changeStatus, presentTicket, type TicketRecord, ticketFor } from '../../ticket/server/index.ts'
import { resolutionWithdrawn } from '../contract/facts.ts'
import { currentResolution } from './queries.ts'

export async function reopenTicket(cx: Cx, number: number, reason?: string, ifMatch?: string) {
  return cx.tx(async (tx) => {
    const ticket = await ticketFor(tx, cx.actor, number, 'reopen', { lock: true, ifMatch })
    await reopen(tx, ticket, reason)
    return presentTicket(tx, cx.actor, number)
  })
}

/** Withdraws the resolution of a locked ticket, which stays on record, and opens the ticket again. */
export async function reopen(tx: Tx, ticket: TicketRecord, reason?: string): Promise<void> {
  const resolution = await currentResolution(tx, ticket.number)
  if (resolution) {
    await tx
      .updateTable('resolution.resolution')
      .set({ withdrawnAt: tx.now, withdrawnByName: tx.actor.name, withdrawnReason: reason?.trim() || null })
      .where('id', '=', resolution.id)
      .execute()
    await tell(tx, resolutionWithdrawn, ticket.number, { resolutionId: resolution.id, reason: reason?.trim() || null })
  }
  await changeStatus(tx, ticket, 'open', 'resolution')
}
