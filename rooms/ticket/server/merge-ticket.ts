import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { ticketMerged, watcherAdded } from '../contract/facts.ts'
import type { MergeWishBody } from '../contract/merge.ts'
import { type HeldTicket, ticketFor } from './access.ts'
import { changeStatus } from './change-status.ts'
import { mergedAway, mergedIntoItself, mergeIntoClosed } from './errors.ts'
import { cautionFor, peopleOf } from './merge-people.ts'
import { mergeOf, survivorOf } from './merge-queries.ts'
import { presentTicket } from './present-ticket.ts'
import { insertWatchers, lockTickets, touchTicket } from './writes.ts'

/**
 * Merges a ticket into another, which carries it on: it is closed, keeps all it had, and what belongs to it goes to the other
 * from now on. Into one that was merged itself means into the ticket that carries that on. Again into the same is no change.
 */
export async function mergeTicket(cx: Cx, number: number, wish: MergeWishBody, ifMatch?: string) {
  return cx.tx(async (tx) => {
    await lockTickets(tx, [number, (await survivorOf(tx, wish.into)) ?? wish.into])
    const merged = await ticketFor(tx, cx.actor, number, 'read')
    if (merged.mergedInto !== null) {
      await assertSame(tx, merged, wish.into)
      return presentTicket(tx, cx.actor, number)
    }
    const { from, into } = await ticketsToMerge(tx, cx, number, wish.into, ifMatch)
    await merge(tx, from, into, wish)
    return presentTicket(tx, cx.actor, number)
  })
}

async function assertSame(tx: Tx, { number, mergedInto }: HeldTicket, wanted: number): Promise<void> {
  const direct = await mergeOf(tx, number)
  const survivor = (await survivorOf(tx, wanted)) ?? wanted
  if (direct?.intoNumber === wanted || mergedInto === survivor) return
  throw mergedAway({ number, into: mergedInto ?? wanted }, { extra: { mergedInto } })
}

/** Both tickets, which the actor may see and change; throws why they cannot become one. */
export async function ticketsToMerge(
  reader: Tx | Cx['db'],
  cx: Pick<Cx, 'actor'>,
  number: number,
  wanted: number,
  ifMatch?: string,
): Promise<{ from: HeldTicket; into: HeldTicket }> {
  const from = await ticketFor(reader, cx.actor, number, 'merge', { ifMatch })
  const into = await ticketFor(reader, cx.actor, (await survivorOf(reader, wanted)) ?? wanted, 'read')
  if (into.number === number) throw mergedIntoItself(undefined, { field: 'body.into' })
  if (into.standing === 'staff' && into.status === 'closed') {
    throw mergeIntoClosed({ number: into.number }, { field: 'body.into' })
  }
  await ticketFor(reader, cx.actor, into.number, 'update')
  return { from, into }
}

async function merge(tx: Tx, from: HeldTicket, into: HeldTicket, wish: MergeWishBody): Promise<void> {
  const people = await followers(tx, from, into, wish.addWatchers)
  const added = await insertWatchers(tx, into.number, people)
  const reason = wish.reason?.trim()
  const { id: mergeId } = await tx
    .insertInto('ticket.merge')
    .values({
      ticketNumber: from.number,
      intoNumber: into.number,
      mergedAt: tx.now,
      mergedBy: tx.actor.id,
      mergedByName: tx.actor.name,
      reason: reason ?? null,
      statusBefore: from.status,
      statusSinceBefore: from.statusSince,
      waitingUntilBefore: from.waitingUntil,
      people,
      added,
      undoneAt: null,
      undoneBy: null,
      undoneByName: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await changeStatus(tx, from, 'closed', 'merge', undefined, { mergedInto: into.number })
  for (const personId of added) await tell(tx, watcherAdded, into.number, { personId })
  const said = { mergeId, ...(reason === undefined ? {} : { reason }), tellRequester: wish.tellRequester ?? false }
  await tell(tx, ticketMerged, from.number, { other: into.number, direction: 'into', ...said })
  await tell(tx, ticketMerged, into.number, { other: from.number, direction: 'from', ...said })
  await touchTicket(tx, into.number)
}

/** Who is to follow the other ticket from now on; who asked there or reported it sees it anyway. */
async function followers(
  tx: Tx,
  from: HeldTicket,
  into: HeldTicket,
  wish: MergeWishBody['addWatchers'],
): Promise<number[]> {
  const wanted = wish ?? (await cautionFor(tx, from, into)) === null
  if (wanted === false) return []
  const people = [...(await peopleOf(tx, from)).keys()].filter(
    (id) => id !== into.requesterId && id !== into.reporterId,
  )
  return wanted === true ? people : people.filter((id) => wanted.includes(id))
}
