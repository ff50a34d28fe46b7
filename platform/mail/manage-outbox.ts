import type { Cx } from '../cx.ts'
import type { Tx } from '../db/index.ts'
import { decodeCursor, type Page, pageOf } from '../http/page.ts'
import { addJob } from '../jobs/index.ts'
import { canSend } from './config.ts'
import type { OutboxMail } from './contract.ts'
import { mailGone, mailNotFound, mailNotRetriable, noServer } from './errors.ts'
import type { OutboxRow } from './outbox-row.ts'
import { sendMail, sendMailKey } from './send-mail.ts'
import type { OutboxState } from './tables.ts'

export async function viewOutbox(
  cx: Cx,
  query: { state?: OutboxState; limit?: number; cursor?: string },
): Promise<Page<OutboxMail>> {
  const limit = query.limit ?? 50
  let select = cx.db
    .selectFrom('platform.outbox')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (query.state) select = select.where('state', '=', query.state)
  if (query.cursor) select = select.where('id', '<', Number(decodeCursor(query.cursor, 1)[0]))
  const rows = (await select.execute()) as OutboxRow[]
  const page = pageOf(rows, limit, (row) => [row.id])
  return { ...page, items: page.items.map(present) }
}

/** A person takes it on themselves to send again what may have arrived. */
export async function retryMailNow(cx: Cx, id: number): Promise<OutboxMail> {
  if (!canSend()) throw noServer()
  return cx.tx(async (tx) => {
    const row = await lockMail(tx, id)
    if (!['failed', 'held', 'uncertain'].includes(row.state)) throw mailNotRetriable({ state: row.state })
    const set = { state: 'queued', nextAttemptAt: tx.now, stateAt: tx.now, attempts: 0 } as const
    await tx.updateTable('platform.outbox').set(set).where('id', '=', id).execute()
    await addJob(tx, sendMail, { outboxId: id }, { key: sendMailKey(id) })
    return present({ ...row, ...set })
  })
}

export async function discardMailNow(cx: Cx, id: number): Promise<void> {
  await cx.tx(async (tx) => {
    const row = await lockMail(tx, id)
    if (!['queued', 'held', 'failed', 'uncertain'].includes(row.state)) throw mailGone({ state: row.state })
    await tx
      .updateTable('platform.outbox')
      .set({ state: 'withdrawn', nextAttemptAt: null, stateAt: tx.now })
      .where('id', '=', id)
      .execute()
  })
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
  }
}
