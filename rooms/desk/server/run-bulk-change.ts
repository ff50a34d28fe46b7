import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { job } from '../../../platform/jobs/index.ts'
import { actorOfKey, actorOfPerson } from '../../people/server/index.ts'
import { bulkChangeEnded } from '../contract/facts.ts'
import type { BulkFailure, TicketChange } from '../contract/shapes.ts'
import { changeOne } from './change-one.ts'

const keptFailures = 300
const perStep = 20

/**
 * Goes through a change of many tickets, step by step. After each step the row says how far it is; a job that was killed
 * goes on from there, and does at most one step twice, which changes nothing a second time.
 */
export const runBulkChange = job('change many tickets', Type.Object({ id: Type.Integer() }), async (cx, { id }) => {
  let going = true
  while (going) going = await takeStep(cx, id)
})

interface Row {
  personId: number | null
  apiKeyId: number | null
  change: TicketChange
  state: string
  done: number
  total: number
  next: number[]
}

async function takeStep(cx: Cx, id: number): Promise<boolean> {
  const row = await readRow(cx.db, id)
  if (!row || row.state === 'done' || row.state === 'cancelled') return false
  const actor = await actorOf(cx.db, row)
  if (!actor) {
    await cx.tx((tx) => endBulkChange(tx, id, 'cancelled'))
    return false
  }
  const failures: BulkFailure[] = []
  for (const number of row.next) {
    const failure = await changeOne(actingAs(cx, actor), number, row.change)
    if (failure) failures.push(failure)
  }
  return cx.tx((tx) => noteStep(tx, id, row, failures))
}

/** The same context as somebody else: what they may do now counts, not what they could when they asked. */
function actingAs(cx: Cx, actor: Actor): Cx {
  return { ...cx, actor, tx: (work) => cx.tx((tx) => work(Object.assign(tx, { actor }))) }
}

async function readRow(reader: Reader, id: number): Promise<Row | undefined> {
  return reader
    .selectFrom('desk.bulkChange')
    .select(['personId', 'apiKeyId', 'change', 'state', 'done'])
    .select(sql<number>`cardinality(numbers)`.as('total'))
    .select(sql<number[]>`to_json(numbers[done + 1 : done + ${perStep}])`.as('next'))
    .where('id', '=', id)
    .executeTakeFirst()
}

async function actorOf(reader: Reader, row: Row): Promise<Actor | undefined> {
  if (row.personId !== null) return actorOfPerson(reader, row.personId)
  return row.apiKeyId === null ? undefined : (await actorOfKey(reader, row.apiKeyId))?.actor
}

async function noteStep(tx: Tx, id: number, row: Row, failures: BulkFailure[]): Promise<boolean> {
  const done = row.done + row.next.length
  const after = await tx
    .updateTable('desk.bulkChange')
    .set({
      state: 'running',
      done,
      changed: sql`changed + ${row.next.length - failures.length}`,
      failed: sql`failed + ${failures.length}`,
      failures: sql`case when jsonb_array_length(failures) < ${keptFailures} then failures || ${JSON.stringify(failures)}::jsonb else failures end`,
    })
    .where('id', '=', id)
    // Cancelled meanwhile stays cancelled; and of two that run the same step one notes it.
    .where('state', 'in', ['waiting', 'running'])
    .where('done', '=', row.done)
    .returning('id')
    .executeTakeFirst()
  if (!after) return false
  if (done < row.total) return true
  await endBulkChange(tx, id, 'done')
  return false
}

export async function endBulkChange(tx: Tx, id: number, state: 'done' | 'cancelled'): Promise<void> {
  const ended = await tx
    .updateTable('desk.bulkChange')
    .set({ state, finishedAt: tx.now })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .returning(['changed', 'failed'])
    .executeTakeFirst()
  if (ended) await tell(tx, bulkChangeEnded, id, { state, ...ended })
}
