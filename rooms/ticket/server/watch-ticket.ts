import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { watcherAdded, watcherRemoved } from '../contract/facts.ts'
import { ticketFor } from './access.ts'
import { presentTicket } from './present-ticket.ts'
import { resolvePerson } from './resolve-references.ts'
import { insertWatchers, touchTicket } from './writes.ts'

export async function addWatcher(cx: Cx, number: number, person: Parameters<typeof resolvePerson>[1]) {
  return cx.tx(async (tx) => {
    await ticketFor(tx, cx.actor, number, 'watch', { lock: true })
    await letWatch(tx, number, [(await resolvePerson(tx, person, 'body.person')).id])
    return presentTicket(tx, cx.actor, number)
  })
}

interface How {
  /** By the link at the end of a mail. */
  byLink?: true
}

/** Command: lets persons follow a ticket (those a mail had in Cc, for example). */
export async function letWatch(tx: Tx, number: number, personIds: readonly number[], how: How = {}): Promise<void> {
  const added = await insertWatchers(tx, number, [...new Set(personIds)])
  for (const personId of added) await tell(tx, watcherAdded, number, { personId, ...how })
  if (added.length > 0) await touchTicket(tx, number)
}

/** Command: lets somebody follow a ticket no longer. False when they did not. */
export async function unwatch(tx: Tx, number: number, personId: number, how: How = {}): Promise<boolean> {
  const removed = await tx
    .deleteFrom('ticket.watcher')
    .where('ticketNumber', '=', number)
    .where('personId', '=', personId)
    .executeTakeFirst()
  if (removed.numDeletedRows === 0n) return false
  await tell(tx, watcherRemoved, number, { personId, ...how })
  await touchTicket(tx, number)
  return true
}

export async function removeWatcher(cx: Cx, number: number, personId: number) {
  return cx.tx(async (tx) => {
    await ticketFor(tx, cx.actor, number, 'watch', { lock: true })
    await unwatch(tx, number, personId)
    return presentTicket(tx, cx.actor, number)
  })
}
