import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { ticketFor } from '../../ticket/server/index.ts'
import type { Decision } from '../contract/shapes.ts'
import { staffOnly } from './errors.ts'

const mostShown = 50

/** Why a ticket is where it is: for those who work on it. */
export async function viewDecisions(cx: Cx, number: number): Promise<Decision[]> {
  const ticket = await ticketFor(cx.db, cx.actor, number, 'read')
  if (ticket.standing !== 'staff') throw staffOnly()
  const rows = await select(cx.db)
    .where('d.ticketNumber', '=', number)
    .orderBy('d.id', 'desc')
    .limit(mostShown)
    .execute()
  return rows.map(present)
}

export async function decisionOf(reader: Reader, id: number): Promise<Decision> {
  return present(await select(reader).where('d.id', '=', id).executeTakeFirstOrThrow())
}

function select(reader: Reader) {
  return reader
    .selectFrom('routing.decision as d')
    .leftJoin('people.team as t', 't.id', 'd.teamId')
    .leftJoin('people.person as p', 'p.id', 'd.assigneeId')
    .select(['d.id', 'd.at', 'd.cause', 'd.actorKind', 'd.actorId', 'd.actorName', 'd.reasons'])
    .select(['d.teamId', 't.name as teamName', 'd.assigneeId', 'p.name as assigneeName'])
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const named = (id: number | null, name: string | null) => (id === null || name === null ? null : { id, name })

function present(row: Row): Decision {
  return {
    id: row.id,
    at: row.at.toISOString(),
    cause: row.cause,
    by: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    team: named(row.teamId, row.teamName),
    assignee: named(row.assigneeId, row.assigneeName),
    ...row.reasons,
  }
}
