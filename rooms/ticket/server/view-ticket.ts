import type { Static } from 'typebox'
import type { Cx } from '../../../platform/cx.ts'
import { factsAbout } from '../../../platform/facts/index.ts'
import type { Ticket } from '../contract/shapes.ts'
import { ticketFor } from './access.ts'
import { ticketNotFound } from './errors.ts'
import { surroundingsOf } from './hydrate.ts'
import { presentHeld, presentTicket } from './present-ticket.ts'
import { attachedTo, type MergedRecord } from './queries.ts'
import { stateAfter } from './rules.ts'

// A ticket with more facts than this has a loop in it somewhere.
const mostFacts = 10_000

/** One ticket, now or as it was at a moment. */
export async function viewTicket(cx: Cx, number: number, at?: string): Promise<Static<typeof Ticket>> {
  return at === undefined ? presentTicket(cx.db, cx.actor, number) : viewTicketAt(cx, number, new Date(at))
}

/** Built from the facts alone; what may be seen is decided by the ticket as it is now. */
async function viewTicketAt(cx: Cx, number: number, at: Date): Promise<Static<typeof Ticket>> {
  const ticket = await ticketFor(cx.db, cx.actor, number, 'read')
  const facts = await factsAbout(cx.db, 'ticket', number, { until: at, limit: mostFacts })
  const state = stateAfter(facts)
  if (!state) throw ticketNotFound({ number })
  const last = facts.at(-1)
  const { affectedPersonIds, ...then } = state
  const statusFact = facts.findLast((fact) => fact.name === 'ticket.status_changed' || fact.name === 'ticket.opened')
  const merging = mergingAfter(facts)
  const past = {
    ...ticket,
    ...then,
    mergedInto: merging.merge?.number ?? null,
    waitingUntil: then.waitingUntil === null ? null : new Date(then.waitingUntil),
    estimatedAt: then.estimatedAt === null ? null : new Date(then.estimatedAt),
    statusSince: since(statusFact) ?? ticket.createdAt,
    updatedAt: last?.at ?? ticket.createdAt,
  }
  const presented = await presentHeld(cx.db, cx.actor, past, { ...(await attachedTo(cx.db, number)), ...merging })
  const watchers = watchersAfter(facts)
  const around = await surroundingsOf(cx.db, [], [...watchers, ...affectedPersonIds])
  return {
    ...presented,
    watchers: watchers.map(around.person),
    affectedPersons: affectedPersonIds.map(around.person),
  }
}

function watchersAfter(facts: readonly { name: string; data: Record<string, unknown> }[]): number[] {
  const watchers = new Set<number>()
  for (const { name, data } of facts) {
    if (name === 'ticket.opened') for (const id of data.watcherIds as number[]) watchers.add(id)
    if (name === 'ticket.watcher_added') watchers.add(data.personId as number)
    if (name === 'ticket.watcher_removed') watchers.delete(data.personId as number)
  }
  return [...watchers]
}

type Fact = Awaited<ReturnType<typeof factsAbout>>[number]

/** Since when a status lasts: a merging that is taken back gives it back too. */
function since(fact: Fact | undefined): Date | undefined {
  return typeof fact?.data.statusSince === 'string' ? new Date(fact.data.statusSince) : fact?.at
}

/** What had been merged into what, each with the ticket it was merged into itself. */
function mergingAfter(facts: readonly Fact[]): { merge: MergedRecord | null; merged: MergedRecord[] } {
  let merge: MergedRecord | null = null
  const merged = new Map<number, MergedRecord>()
  for (const { name, subjectId, data, at, actorId, actorName } of facts) {
    if (name !== 'ticket.merged' && name !== 'ticket.unmerged') continue
    const [other, stands, into] = [data.other as number, name === 'ticket.merged', data.direction === 'into']
    const by = { id: actorId, name: actorName }
    const how = { at: at.toISOString(), by, reason: (data.reason as string | undefined) ?? null }
    if (into) merge = stands ? { number: other, directly: other, ...how } : null
    else if (stands) merged.set(other, { number: other, directly: subjectId, ...how })
    else merged.delete(other)
  }
  return { merge, merged: [...merged.values()] }
}
