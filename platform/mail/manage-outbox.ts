import { type SqlBool, sql } from 'kysely'
import type { Cx } from '../cx.ts'
import type { Tx } from '../db/index.ts'
import { decodeCursor, type Page, pageOf } from '../http/page.ts'
import { addJob } from '../jobs/index.ts'
import type { OutboxMail } from './contract.ts'
import { mailGone, mailNotFound, mailNotRetriable, noServer } from './errors.ts'
import type { OutboxRow } from './outbox-row.ts'
import { sendMail, sendMailKey } from './send-mail.ts'
import { canSend } from './server-of.ts'
import type { OutboxState } from './tables.ts'

const retriable: readonly OutboxState[] = ['failed', 'held', 'uncertain']
const discardable: readonly OutboxState[] = ['queued', 'held', 'failed', 'uncertain']
/** A part of a word has no index; so far back it is looked for. */
const SEARCHED = 20_000

interface OutboxQuery {
  state?: OutboxState
  sender?: number
  q?: string
  limit?: number
  cursor?: string
}

export async function viewOutbox(cx: Cx, query: OutboxQuery): Promise<Page<OutboxMail>> {
  const limit = query.limit ?? 50
  const before = query.cursor ? Number(decodeCursor(query.cursor, 1)[0]) : undefined
  const q = query.q?.trim()
  let newest = cx.db.selectFrom('platform.outbox').selectAll().orderBy('id', 'desc')
  if (query.state) newest = newest.where('state', '=', query.state)
  if (query.sender) newest = newest.where('senderId', '=', query.sender)
  if (!q && before) newest = newest.where('id', '<', before)
  let select = cx.db
    .selectFrom(newest.limit(q ? SEARCHED : limit + 1).as('o'))
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (q) {
    const part = `%${q.replace(/[\\%_]/g, '\\$&')}%`
    select = select.where(sql<SqlBool>`(o.subject ilike ${part} or o.recipients::text ilike ${part})`)
    if (before) select = select.where('id', '<', before)
  }
  const page = pageOf((await select.execute()) as OutboxRow[], limit, (row) => [row.id])
  return { ...page, items: page.items.map(present) }
}

/** A person takes it on themselves to send again what may have arrived. */
export async function retryMailNow(cx: Cx, id: number): Promise<OutboxMail> {
  return cx.tx(async (tx) => present(await retryMail(tx, id)))
}

/** Command: queues a mail again that was given up. Who has it already does not get it again. */
export async function retryMail(tx: Tx, id: number): Promise<OutboxRow> {
  const row = await lockMail(tx, id)
  if (!retriable.includes(row.state)) throw mailNotRetriable({ state: row.state })
  if (!(await canSend(tx, row.senderId))) throw noServer()
  const set = { state: 'queued', nextAttemptAt: tx.now, stateAt: tx.now, attempts: 0 } as const
  await tx.updateTable('platform.outbox').set(set).where('id', '=', id).execute()
  await addJob(tx, sendMail, { outboxId: id }, { key: sendMailKey(id) })
  return { ...row, ...set }
}

export async function discardMailNow(cx: Cx, id: number): Promise<void> {
  await cx.tx((tx) => discard(tx, id))
}

async function discard(tx: Tx, id: number): Promise<void> {
  const row = await lockMail(tx, id)
  if (!discardable.includes(row.state)) throw mailGone({ state: row.state })
  await tx
    .updateTable('platform.outbox')
    .set({ state: 'withdrawn', nextAttemptAt: null, stateAt: tx.now })
    .where('id', '=', id)
    .execute()
}

/** Many at once, each for itself: one that is in another state by now keeps none of the others. */
export async function retryMailsNow(cx: Cx, ids: readonly number[]) {
  return each(cx, ids, async (tx, id) => {
    await retryMail(tx, id)
  })
}

export async function discardMailsNow(cx: Cx, ids: readonly number[]) {
  return each(cx, ids, discard)
}

async function each(cx: Cx, ids: readonly number[], work: (tx: Tx, id: number) => Promise<void>) {
  const done: number[] = []
  const skipped: number[] = []
  for (const id of ids) {
    await cx
      .tx((tx) => work(tx, id))
      .then(() => done.push(id))
      .catch((error: { code?: string }) => {
        if (error.code === 'mail.no_server' || !error.code?.startsWith('mail.')) throw error
        skipped.push(id)
      })
  }
  return { done, skipped }
}

async function lockMail(tx: Tx, id: number): Promise<OutboxRow> {
  const row = await tx.selectFrom('platform.outbox').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw mailNotFound({ id })
  return row as OutboxRow
}

function present(row: OutboxRow): OutboxMail {
  return {
    id: row.id,
    state: row.state,
    subject: row.subject,
    from: row.fromEmail,
    ...row.recipients,
    about: row.about,
    attempts: row.attempts,
    queuedAt: row.queuedAt.toISOString(),
    stateAt: row.stateAt.toISOString(),
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    error: row.lastError,
    smtpCode: row.smtpCode,
    senderId: row.senderId,
    automatic: row.automatic,
  }
}
