import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { addJob } from '../../../platform/jobs/index.ts'
import { type InboundCounts, type Selection, unsettledStates } from '../contract/http.ts'
import { nothingSelected } from './errors.ts'
import { askAgain } from './imap/unfetched.ts'
import { fileInboundMail } from './jobs.ts'
import type { ItemState } from './tables.ts'

/** In one transaction; whoever has more asks again. */
const MOST_AT_ONCE = 5000
const TOGETHER = 25

interface Changed {
  changed: number
  more: boolean
}

/** Files what waits, because a person says so; each message in a transaction of its own, after this one. */
export async function retryItems(cx: Cx, selection: Selection): Promise<Changed> {
  return cx.tx(async (tx) => {
    const selected = await lockSelected(tx, selection)
    const asked = await askForMissing(tx, selected)
    const ids = selected.filter((id) => !asked.has(id))
    await tx
      .updateTable('intake.item')
      .set({
        state: 'received',
        attempts: 0,
        nextAttemptAt: null,
        forced: sql<boolean>`state <> 'failed'`,
        reason: null,
      })
      .where('id', 'in', ids.length > 0 ? ids : [0])
      .execute()
    for (let at = 0; at < ids.length; at += TOGETHER)
      await addJob(tx, fileInboundMail, { itemIds: ids.slice(at, at + TOGETHER) })
    return { changed: selected.length, more: selected.length === MOST_AT_ONCE }
  })
}

/** Of what is still in its mailbox only the head is here: it is fetched first. */
async function askForMissing(tx: Tx, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const missing = await tx
    .selectFrom('intake.imapUnfetched')
    .select('itemId')
    .where('itemId', 'in', ids.length > 0 ? [...ids] : [0])
    .execute()
  for (const { itemId } of missing) await askAgain(tx, itemId)
  return new Set(missing.map((row) => row.itemId))
}

export async function discardItems(cx: Cx, selection: Selection): Promise<Changed> {
  return cx.tx(async (tx) => {
    const ids = await lockSelected(tx, selection)
    await tx
      .updateTable('intake.item')
      .set({ state: 'discarded' })
      .where('id', 'in', ids.length > 0 ? ids : [0])
      .execute()
    return { changed: ids.length, more: ids.length === MOST_AT_ONCE }
  })
}

async function lockSelected(tx: Tx, { ids, matching }: Selection): Promise<number[]> {
  if (!ids && !matching) throw nothingSelected(undefined, { field: 'body' })
  let query = tx
    .selectFrom('intake.item')
    .select('id')
    .where('state', 'in', [...unsettledStates])
    .orderBy('id')
    .limit(MOST_AT_ONCE)
    .forUpdate()
    .skipLocked()
  if (ids) query = query.where('id', 'in', ids.length > 0 ? ids : [0])
  if (matching) query = query.where('state', '=', matching.state)
  if (matching?.storm !== undefined) query = query.where('stormId', '=', matching.storm)
  if (matching?.q) query = query.where(saying(matching.q))
  return (await query.execute()).map((row) => row.id)
}

/** Whose sender or subject holds the words; the index for it knows what stuck. */
export function saying(words: string) {
  const like = `%${words
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`lower(coalesce(from_email, '') || ' ' || coalesce(subject, '')) like ${like}`
}

const counted = ['received', ...unsettledStates, 'discarded'] as const satisfies readonly ItemState[]
const COUNT_TO = 1000

/** Nobody reads whether it is two thousand or three, and counting them all would take as long as there are many. */
export async function countItems(cx: Cx): Promise<InboundCounts> {
  const { rows } = await sql<InboundCounts>`select ${sql.join(
    counted.map(
      (state) => sql`(select count(*)::int from (select from intake.item where state = ${state}
        limit ${COUNT_TO}) few) as ${sql.ref(state)}`,
    ),
  )}`.execute(cx.db)
  return rows[0] ?? { received: 0, failed: 0, held: 0, ignored: 0, duplicate: 0, discarded: 0 }
}
