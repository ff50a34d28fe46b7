import { sql } from 'kysely'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Db, Tx } from '../../../platform/db/index.ts'
import type { Status } from '../../ticket/contract/http.ts'
import { ticketsVisibleTo } from '../../ticket/server/index.ts'

/** How many active tickets there are of one team, status and assignee. */
export interface ActiveCount {
  teamId: number | null
  status: Status
  assigneeId: number | null
  tickets: number
}

const keepMs = 2000

interface Kept {
  db: Db
  counts: Promise<ActiveCount[]>
  untilMs: number
}
let kept: Kept | undefined

/** From the commit on, this process counts anew; others do after two seconds. */
export function dropCounts(tx: Tx): void {
  tx.afterCommit.push(() => {
    kept = undefined
  })
}

/**
 * The active tickets the actor may see, counted. One reading of a partial index serves all viewers: what is hidden from one
 * is left out here, and only who has something hidden asks for the tickets that are theirs all the same.
 */
export async function countActive(db: Db, actor: Actor): Promise<ActiveCount[]> {
  const hidden = actor.hiddenTeamIds ?? []
  const all = (await everything(db)).filter((count) => count.teamId === null || !hidden.includes(count.teamId))
  if (hidden.length === 0 || actor.id === null) return all
  const own = await ticketsVisibleTo(db, actor)
    .select(['t.teamId', 't.status', 't.assigneeId'])
    .select(sql<number>`count(*)::int`.as('tickets'))
    .where(sql<boolean>`t.active`)
    .where('t.teamId', 'in', [...hidden])
    .groupBy(['t.teamId', 't.status', 't.assigneeId'])
    .execute()
  return [...all, ...own]
}

function everything(db: Db): Promise<ActiveCount[]> {
  const now = performance.now()
  if (kept && kept.db === db && kept.untilMs > now) return kept.counts
  const counts = readCounts(db)
  kept = { db, counts, untilMs: now + keepMs }
  counts.catch(() => {
    kept = undefined
  })
  return counts
}

/** Index-only over `ticket_active (team_id, status, assignee_id) where active`. */
async function readCounts(db: Db): Promise<ActiveCount[]> {
  return db
    .selectFrom('ticket.ticket as t')
    .select(['t.teamId', 't.status', 't.assigneeId'])
    .select(sql<number>`count(*)::int`.as('tickets'))
    .where(sql<boolean>`t.active`)
    .groupBy(['t.teamId', 't.status', 't.assigneeId'])
    .execute()
}
