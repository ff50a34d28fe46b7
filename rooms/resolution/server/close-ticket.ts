import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { changeStatus, presentTicket, type TicketRecord, ticketFor, unsafeTicket } from '../../ticket/server/index.ts'
import { ticketClosed } from '../contract/facts.ts'
import { currentResolution } from './queries.ts'
import { tellThatItClosed } from './tell-requester.ts'

type How = 'confirmed' | 'silence' | 'by_hand'

/** The requester (or a technician for them) confirms that it works again. */
export async function confirmResolution(cx: Cx, number: number) {
  return cx.tx(async (tx) => {
    const ticket = await ticketFor(tx, cx.actor, number, 'confirm', { lock: true })
    await close(tx, ticket, 'confirmed')
    return presentTicket(tx, cx.actor, number)
  })
}

/** Closes a resolved, locked ticket. */
export async function close(tx: Tx, ticket: TicketRecord, how: How): Promise<void> {
  await keepClosure(tx, ticket.number, how)
  await changeStatus(tx, ticket, 'closed', 'resolution')
}

/** Nobody objected in time: closes the ticket if this very resolution still stands. */
export async function closeBySilence(cx: Cx, resolutionId: number): Promise<void> {
  await cx.tx(async (tx) => {
    const resolution = await tx
      .selectFrom('resolution.resolution')
      .select(['ticketNumber', 'withdrawnAt', 'resolvedAt', 'action'])
      .where('id', '=', resolutionId)
      .executeTakeFirst()
    if (!resolution || resolution.withdrawnAt !== null) return
    const ticket = await unsafeTicket(tx, resolution.ticketNumber, true)
    if (ticket?.status !== 'resolved') return
    await close(tx, ticket, 'silence')
    await tellThatItClosed(tx, ticket, resolution)
  })
}

/** Writes down how the resolution in force was accepted; once. Tickets closed without a resolution have none. */
export async function keepClosure(tx: Tx, ticketNumber: number, how: How): Promise<void> {
  const resolution = await currentResolution(tx, ticketNumber)
  if (!resolution) return
  const kept = await tx
    .insertInto('resolution.closure')
    .values({ resolutionId: resolution.id, how, closedAt: tx.now, closedByName: tx.actor.name })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (kept.numInsertedOrUpdatedRows === 0n) return
  await tell(tx, ticketClosed, ticketNumber, { resolutionId: resolution.id, how })
}
