import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { ticketUnmerged } from '../contract/facts.ts'
import { ticketFor } from './access.ts'
import { putStatusBack } from './change-status.ts'
import { releasePeople } from './merge-people.ts'
import { type MergeRecord, mergeOf } from './merge-queries.ts'
import { presentTicket } from './present-ticket.ts'
import { lockTickets, touchTicket } from './writes.ts'

/** Takes a merging back: the ticket is what it was, and whom it let follow the other follows it no longer. */
export async function unmergeTicket(cx: Cx, number: number, ifMatch?: string) {
  return cx.tx(async (tx) => {
    const known = await mergeOf(tx, number)
    await lockTickets(tx, known ? [number, known.intoNumber] : [number])
    const merge = await mergeOf(tx, number)
    // Taken back already: that is how it is to be.
    if (merge) await unmerge(tx, await ticketFor(tx, cx.actor, number, 'unmerge', { ifMatch }), merge)
    return presentTicket(tx, cx.actor, number)
  })
}

async function unmerge(tx: Tx, ticket: Parameters<typeof putStatusBack>[1], merge: MergeRecord): Promise<void> {
  await tx
    .updateTable('ticket.merge')
    .set({ undoneAt: tx.now, undoneBy: tx.actor.id, undoneByName: tx.actor.name })
    .where('id', '=', merge.id)
    .execute()
  await releasePeople(tx, merge)
  await putStatusBack(tx, ticket, {
    status: merge.statusBefore as typeof ticket.status,
    statusSince: merge.statusSinceBefore,
    waitingUntil: merge.waitingUntilBefore,
  })
  const { ticketNumber, intoNumber, id: mergeId } = merge
  await tell(tx, ticketUnmerged, ticketNumber, { other: intoNumber, direction: 'into', mergeId })
  await tell(tx, ticketUnmerged, intoNumber, { other: ticketNumber, direction: 'from', mergeId })
  await touchTicket(tx, intoNumber)
}
