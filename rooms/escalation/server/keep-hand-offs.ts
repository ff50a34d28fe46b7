import { can } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { ToldFact } from '../../../platform/facts/index.ts'
import { unsafeTicket } from '../../ticket/server/index.ts'
import { handOffNeeded } from './errors.ts'
import { allTeams, openEscalation, pathFor } from './queries.ts'
import { climbs } from './rules.ts'
import { endEscalation } from './writes.ts'

type Changes = Record<string, { before: unknown; after: unknown }>

const undoMs = 10 * 60_000

/**
 * Hears in the transaction that a ticket goes to another team. What goes up without a hand-off is refused, so that no door
 * (screen, list, API, many at once) leads around it; what was handed up and goes elsewhere is over.
 */
export async function keepHandOffs(tx: Tx, fact: ToldFact<{ changes: Changes }>): Promise<void> {
  const number = fact.subjectId
  const before = fact.data.changes.teamId?.before as number | null
  const after = fact.data.changes.teamId?.after as number | null
  const open = await openEscalation(tx, number)
  if (open && open.toTeamId === after) return
  if (before !== null && after !== null && handsOver(tx)) {
    const teams = await allTeams(tx)
    const [from, to] = [teams.get(before), teams.get(after)]
    const ticket = await unsafeTicket(tx, number)
    const path = await pathFor(tx, ticket?.serviceId ?? null, teams)
    if (from && to && climbs(path, from, to) && !(await undoes(tx, fact)))
      throw handOffNeeded({ from: from.name, to: to.name }, { field: 'body.team' })
  }
  if (open?.toTeamId) await endEscalation(tx, open, 'moved')
}

/** Rules and the program itself route; only who gives a ticket away by hand owes a hand-off. */
function handsOver(tx: Tx): boolean {
  return tx.actor.kind !== 'system' && can(tx.actor, 'ticket.assign')
}

/** Whether it takes back what the same actor did a moment ago: a mistake is no escalation. */
async function undoes(tx: Tx, fact: ToldFact<{ changes: Changes }>): Promise<boolean> {
  const last = await tx
    .selectFrom('platform.fact')
    .select(['at', 'actorKind', 'actorId', 'data'])
    .where('subjectKind', '=', 'ticket')
    .where('subjectId', '=', fact.subjectId)
    .where('name', '=', fact.name)
    .where('id', '<', fact.id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const moved = (last?.data.changes as Changes | undefined)?.teamId
  return (
    last !== undefined &&
    last.actorKind === fact.actorKind &&
    last.actorId === fact.actorId &&
    fact.at.getTime() - last.at.getTime() < undoMs &&
    moved?.before === fact.data.changes.teamId?.after
  )
}

/** A ticket that is solved is with nobody any more. */
export async function endWhenResolved(tx: Tx, ticketNumber: number): Promise<void> {
  const rows = await tx
    .selectFrom('escalation.escalation')
    .select(['id', 'ticketNumber'])
    .where('ticketNumber', '=', ticketNumber)
    .where('endedAt', 'is', null)
    .execute()
  for (const open of rows) await endEscalation(tx, open, 'resolved')
}
