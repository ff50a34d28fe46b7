import type { Tx } from '../../../platform/db/index.ts'

/** Command: lets a ticket stand in the list of those that somebody should look at for this reason. */
export async function raiseFlag(tx: Tx, ticketNumber: number, name: string): Promise<void> {
  await tx
    .insertInto('ticket.flag')
    .values({ ticketNumber, name, since: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function lowerFlag(tx: Tx, ticketNumber: number, name: string): Promise<void> {
  await tx.deleteFrom('ticket.flag').where('ticketNumber', '=', ticketNumber).where('name', '=', name).execute()
}
