import { sql } from 'kysely'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import type { BulkChange } from '../contract/http.ts'
import { bulkChangeNotFound } from './errors.ts'
import { endBulkChange } from './run-bulk-change.ts'

const shownFailures = 300
const latest = 20

/** One's own changes of many tickets; nobody follows or stops somebody else's. */
function ownBulkChanges(reader: Reader, actor: Actor) {
  return reader
    .selectFrom('desk.bulkChange')
    .select(['id', 'state', 'done', 'changed', 'failed', 'failures', 'createdAt', 'finishedAt'])
    .select(sql<number>`cardinality(numbers)`.as('total'))
    .where((eb) => (actor.id === null ? eb('apiKeyId', '=', actor.apiKeyId ?? -1) : eb('personId', '=', actor.id)))
}

type Row = Awaited<ReturnType<ReturnType<typeof ownBulkChanges>['executeTakeFirstOrThrow']>>

export async function viewBulkChange(reader: Reader, actor: Actor, id: number): Promise<BulkChange> {
  const row = await ownBulkChanges(reader, actor).where('id', '=', id).executeTakeFirst()
  if (!row) throw bulkChangeNotFound()
  return present(row)
}

export async function latestBulkChanges(cx: Cx) {
  const rows = await ownBulkChanges(cx.db, cx.actor).orderBy('id', 'desc').limit(latest).execute()
  return { items: rows.map(present), nextCursor: null }
}

export async function stopBulkChange(cx: Cx, id: number): Promise<BulkChange> {
  return cx.tx(async (tx) => {
    await viewBulkChange(tx, cx.actor, id)
    await endBulkChange(tx, id, 'cancelled')
    return viewBulkChange(tx, cx.actor, id)
  })
}

function present({ createdAt, finishedAt, failures, ...row }: Row): BulkChange {
  return {
    ...row,
    failures: failures.slice(0, shownFailures),
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }
}
