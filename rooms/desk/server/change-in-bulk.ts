import { sql } from 'kysely'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { addJob } from '../../../platform/jobs/index.ts'
import type { TicketFilter } from '../../ticket/contract/http.ts'
import { filterTickets, ticketsVisibleTo } from '../../ticket/server/index.ts'
import { bulkChangeStarted } from '../contract/facts.ts'
import type { BulkBody, BulkChange } from '../contract/http.ts'
import type { BulkFailure } from '../contract/shapes.ts'
import { changeOne, checkChange } from './change-one.ts'
import { numbersOrFilter, tooMany } from './errors.ts'
import { runBulkChange } from './run-bulk-change.ts'
import { viewBulkChange } from './view-bulk-change.ts'

// So many are changed while the browser waits.
const atOnce = 200
const most = 10_000

/** Changes many tickets: a few at once, each told what became of it; more as a job that goes on without the browser. */
export async function changeInBulk(cx: Cx, body: BulkBody): Promise<BulkChange> {
  checkChange(body.change)
  if ((body.numbers === undefined) === (body.filter === undefined)) throw numbersOrFilter()
  const numbers = body.numbers ?? (await numbersOf(cx.db, cx.actor, body.filter ?? {}))
  return numbers.length <= atOnce ? changeNow(cx, numbers, body.change) : changeLater(cx, numbers, body.change)
}

async function changeNow(cx: Cx, numbers: readonly number[], change: BulkBody['change']): Promise<BulkChange> {
  const failures: BulkFailure[] = []
  for (const number of numbers) {
    const failure = await changeOne(cx, number, change)
    if (failure) failures.push(failure)
  }
  const [total, failed, now] = [numbers.length, failures.length, cx.now.toISOString()]
  const outcome = { total, done: total, changed: total - failed, failed, failures }
  return { id: null, state: 'done', ...outcome, createdAt: now, finishedAt: now }
}

async function changeLater(cx: Cx, numbers: readonly number[], change: BulkBody['change']): Promise<BulkChange> {
  return cx.tx(async (tx) => {
    const { id } = await tx
      .insertInto('desk.bulkChange')
      .values({
        actorKind: cx.actor.kind === 'api-key' ? 'api-key' : 'person',
        personId: cx.actor.id,
        apiKeyId: cx.actor.apiKeyId ?? null,
        change: sql`${JSON.stringify(change)}::jsonb`,
        numbers: [...numbers],
        failures: sql`'[]'::jsonb`,
        createdAt: cx.now,
        finishedAt: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tell(tx, bulkChangeStarted, id, { total: numbers.length, change })
    await addJob(tx, runBulkChange, { id })
    return viewBulkChange(tx, cx.actor, id)
  })
}

async function numbersOf(reader: Reader, actor: Actor, filter: TicketFilter): Promise<number[]> {
  const query = await filterTickets(reader, ticketsVisibleTo(reader, actor) as never, actor, filter)
  const rows = (await query
    .select('t.number')
    .orderBy('t.number', 'desc')
    .limit(most + 1)
    .execute()) as { number: number }[]
  if (rows.length > most) throw tooMany({ most }, { field: 'body.filter' })
  return rows.map((row) => row.number)
}
