import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { ticketLinked, ticketUnlinked } from '../contract/facts.ts'
import type { Relation } from '../contract/shapes.ts'
import { ticketFor } from './access.ts'
import { linkExists, linkToItself } from './errors.ts'
import { presentTicket } from './present-ticket.ts'
import { touchTicket } from './writes.ts'

export async function addLink(cx: Cx, number: number, wish: { relation: Relation; to: number }) {
  return cx.tx(async (tx) => {
    if (wish.to === number) throw linkToItself(undefined, { field: 'body.to' })
    await ticketFor(tx, cx.actor, number, 'link')
    await ticketFor(tx, cx.actor, wish.to, 'read')
    if (!(await linkTickets(tx, number, wish.relation, wish.to))) throw linkExists(undefined, { field: 'body.to' })
    return presentTicket(tx, cx.actor, number)
  })
}

/** Command: links two tickets, read "from relation to"; false when they are linked like that already. */
export async function linkTickets(tx: Tx, from: number, relation: Relation, to: number): Promise<boolean> {
  const inserted = await tx
    .insertInto('ticket.link')
    .values({ fromNumber: from, toNumber: to, relation, createdAt: tx.now, createdBy: tx.actor.id })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 0n) return false
  await tell(tx, ticketLinked, from, { relation, other: to, direction: 'to' })
  await tell(tx, ticketLinked, to, { relation, other: from, direction: 'from' })
  await touchBoth(tx, from, to)
  return true
}

export async function removeLink(cx: Cx, number: number, linkId: number) {
  return cx.tx(async (tx) => {
    await ticketFor(tx, cx.actor, number, 'link')
    const link = await tx
      .deleteFrom('ticket.link')
      .where('id', '=', linkId)
      .where((eb) => eb.or([eb('fromNumber', '=', number), eb('toNumber', '=', number)]))
      .returningAll()
      .executeTakeFirst()
    if (link) {
      const { fromNumber, toNumber, relation } = link
      await tell(tx, ticketUnlinked, fromNumber, { relation, other: toNumber, direction: 'to' })
      await tell(tx, ticketUnlinked, toNumber, { relation, other: fromNumber, direction: 'from' })
      await touchBoth(tx, fromNumber, toNumber)
    }
    return presentTicket(tx, cx.actor, number)
  })
}

// In order of number, so that two people who link the same pair at once do not wait for each other.
async function touchBoth(tx: Tx, one: number, other: number): Promise<void> {
  await touchTicket(tx, Math.min(one, other))
  await touchTicket(tx, Math.max(one, other))
}
