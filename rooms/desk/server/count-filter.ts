import { sql } from 'kysely'
import type { Actor } from '../../../platform/access/actor.ts'
import { type Db, inTransaction } from '../../../platform/db/index.ts'
import type { TicketFilter } from '../../ticket/contract/http.ts'
import { filterTickets, ticketsVisibleTo } from '../../ticket/server/index.ts'
import { countCap } from '../contract/lists.ts'
import type { Count } from '../contract/shapes.ts'

const keepMs = 2000
const keepSlowMs = 30_000
const slowMs = 40
const longestMs = 400
const keepAtMost = 2000
const kept = new Map<string, { count: Count; untilMs: number }>()

/**
 * How many tickets of a filter the actor may see, up to a cap. A filter that takes long to count is counted rarely, and
 * one that takes too long says so instead of holding up the page.
 */
export async function countFilter(db: Db, actor: Actor, filter: TicketFilter): Promise<Count> {
  const key = `${actor.kind} ${actor.id ?? actor.name} ${JSON.stringify(filter)}`
  const before = kept.get(key)
  const started = performance.now()
  if (before && before.untilMs > started) return before.count
  const count = await countUpToCap(db, actor, filter).catch(tooLong)
  const took = performance.now() - started
  if (kept.size >= keepAtMost) kept.clear()
  if (took > slowMs) kept.set(key, { count, untilMs: started + (count.count === null ? keepSlowMs : keepMs) })
  return count
}

async function countUpToCap(db: Db, actor: Actor, filter: TicketFilter): Promise<Count> {
  const query = await filterTickets(db, ticketsVisibleTo(db, actor) as never, actor, filter)
  const some = query.select(sql`1`.as('one')).limit(countCap + 1)
  const found = await inTransaction(db, async (tx) => {
    await sql`select set_config('statement_timeout', ${`${longestMs}`}, true)`.execute(tx)
    return tx.selectFrom(some.as('some')).select(sql<number>`count(*)::int`.as('tickets')).executeTakeFirstOrThrow()
  })
  return cappedAt(found.tickets)
}

export function cappedAt(tickets: number): Count {
  return { count: Math.min(tickets, countCap), more: tickets > countCap }
}

const queryCanceled = '57014'

function tooLong(error: unknown): Count {
  if ((error as { code?: string }).code === queryCanceled) return { count: null, more: false }
  throw error
}
