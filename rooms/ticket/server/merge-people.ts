import type { Reader, Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { watcherRemoved } from '../contract/facts.ts'
import type { cautions } from '../contract/merge.ts'
import { type MergeRecord, mergeOf, mergesInto } from './merge-queries.ts'
import { findTeam, type TicketRecord, watcherIds } from './queries.ts'
import { touchTicket } from './writes.ts'

type Role = 'requester' | 'reporter' | 'watcher'
type Caution = (typeof cautions)[number]

/** Who has part in a ticket beside those who work on it, each once. */
export async function peopleOf(reader: Reader, ticket: TicketRecord): Promise<Map<number, Role>> {
  const people = new Map<number, Role>([[ticket.requesterId, 'requester']])
  if (!people.has(ticket.reporterId)) people.set(ticket.reporterId, 'reporter')
  for (const id of await watcherIds(reader, ticket.number)) if (!people.has(id)) people.set(id, 'watcher')
  return people
}

/**
 * Why letting the people of one ticket follow another deserves a thought: they would read what was written for others. Null
 * when they are of the same house and its team hides nothing.
 */
export async function cautionFor(reader: Reader, from: TicketRecord, into: TicketRecord): Promise<Caution | null> {
  const team = into.teamId === null ? undefined : await findTeam(reader, into.teamId)
  if (team?.visibility === 'members') return 'private_team'
  return from.organisationId === into.organisationId ? null : 'other_organisation'
}

/**
 * Takes the ticket that people were merged into away from them again, and from there on up the chain. Who has another reason
 * to follow it, because they are of another ticket merged into it, stays for that reason.
 */
export async function releasePeople(tx: Tx, merge: Pick<MergeRecord, 'id' | 'intoNumber' | 'added'>): Promise<void> {
  let leaving = merge.added
  let into = merge.intoNumber
  while (leaving.length > 0) {
    leaving = await withoutHeirs(tx, into, leaving)
    await stopWatching(tx, into, leaving)
    const onward = await mergeOf(tx, into)
    if (!onward) return
    leaving = await leaveOnward(tx, into, onward, leaving)
    into = onward.intoNumber
  }
}

/** Those for whom no other merging has to answer; where one has, it does from now on. */
async function withoutHeirs(tx: Tx, into: number, leaving: readonly number[]): Promise<number[]> {
  let left = [...leaving]
  for (const other of await mergesInto(tx, into)) {
    const kept = left.filter((id) => other.people.includes(id))
    if (kept.length === 0) continue
    const added = [...new Set([...other.added, ...kept])]
    await tx.updateTable('ticket.merge').set({ added }).where('id', '=', other.id).execute()
    left = left.filter((id) => !kept.includes(id))
  }
  return left
}

async function stopWatching(tx: Tx, number: number, personIds: readonly number[]): Promise<void> {
  if (personIds.length === 0) return
  const removed = await tx
    .deleteFrom('ticket.watcher')
    .where('ticketNumber', '=', number)
    .where('personId', 'in', [...personIds])
    .returning('personId')
    .execute()
  for (const { personId } of removed) await tell(tx, watcherRemoved, number, { personId })
  if (removed.length > 0) await touchTicket(tx, number)
}

/** They had followed the next ticket of the chain only because they followed this one. */
async function leaveOnward(tx: Tx, number: number, onward: MergeRecord, leaving: readonly number[]): Promise<number[]> {
  const ticket = await tx
    .selectFrom('ticket.ticket')
    .select(['requesterId', 'reporterId'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const gone = leaving.filter((id) => id !== ticket.requesterId && id !== ticket.reporterId)
  const people = onward.people.filter((id) => !gone.includes(id))
  const added = onward.added.filter((id) => !gone.includes(id))
  await tx.updateTable('ticket.merge').set({ people, added }).where('id', '=', onward.id).execute()
  return onward.added.filter((id) => gone.includes(id))
}
