import { sql } from 'kysely'
import { can } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { decodeCursor, type Page, pageOf } from '../../../platform/http/page.ts'
import { addJob } from '../../../platform/jobs/index.ts'
import type { InboundMail } from '../contract/http.ts'
import { itemNotFound, itemNotRetriable } from './errors.ts'
import { askAgain } from './imap/unfetched.ts'
import { fileInboundMail } from './jobs.ts'
import { saying } from './settle-items.ts'
import type { ItemState } from './tables.ts'

function select(reader: Reader) {
  return reader
    .selectFrom('intake.item as i')
    .innerJoin('intake.rawMessage as r', 'r.id', 'i.rawId')
    .select(['i.id', 'i.state', 'i.reason', 'i.ticketNumber', 'i.conversationMessageId', 'i.fromEmail', 'i.subject'])
    .select(['i.receivedAt', 'i.attempts', 'i.problems', 'i.stormId', 'i.authentication', 'r.size'])
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

export async function viewItems(
  cx: Cx,
  query: { state?: ItemState; q?: string; storm?: number; limit?: number; cursor?: string },
): Promise<Page<InboundMail>> {
  const limit = query.limit ?? 50
  let rows = select(cx.db)
    .orderBy('i.id', 'desc')
    .limit(limit + 1)
  if (query.state) rows = rows.where('i.state', '=', query.state)
  if (query.storm !== undefined) rows = rows.where('i.stormId', '=', query.storm)
  if (query.q?.trim()) rows = rows.where(saying(query.q)).where(withinReach(query.state))
  if (query.cursor) rows = rows.where('i.id', '<', Number(decodeCursor(query.cursor, 1)[0]))
  const page = pageOf(await rows.execute(), limit, (row) => [row.id])
  return { ...page, items: page.items.map((row) => present(row, true)) }
}

const LATEST = 10_000

/** What was filed is found by its ticket; without an index for it, only the newest are looked through. */
function withinReach(state: ItemState | undefined) {
  const indexed = state !== undefined && state !== 'filed' && state !== 'received'
  return indexed
    ? sql<boolean>`i.state in ('held', 'failed', 'ignored', 'duplicate', 'discarded')`
    : sql<boolean>`i.id > (select coalesce(max(id), 0) from intake.item) - ${LATEST}`
}

/** A program that delivers may ask what became of a message, but not read who wrote what. */
export async function viewItem(cx: Cx, id: number): Promise<InboundMail> {
  const row = await select(cx.db).where('i.id', '=', id).executeTakeFirst()
  if (!row) throw itemNotFound({ id })
  return present(row, can(cx.actor, 'intake.manage'))
}

function present(row: Row, whole: boolean): InboundMail {
  return {
    id: row.id,
    state: row.state,
    reason: row.reason,
    ticket: row.ticketNumber,
    message: row.conversationMessageId,
    from: whole ? row.fromEmail : null,
    subject: whole ? row.subject : null,
    receivedAt: row.receivedAt.toISOString(),
    attempts: row.attempts,
    size: row.size,
    problems: row.problems,
    storm: row.stormId,
    authentication: whole ? row.authentication : null,
  }
}

/** Tries again; what was taken for a copy, for our own or for noise is filed, because a person says so. */
export async function retryItem(cx: Cx, id: number): Promise<InboundMail> {
  await cx.tx(async (tx) => {
    const item = await tx.selectFrom('intake.item').select('state').where('id', '=', id).forUpdate().executeTakeFirst()
    if (!item) throw itemNotFound({ id })
    if (item.state === 'filed' || item.state === 'received') throw itemNotRetriable({ state: item.state })
    if (item.state !== 'discarded' && (await askAgain(tx, id))) return
    const set = {
      state: 'received',
      attempts: 0,
      nextAttemptAt: null,
      forced: item.state !== 'failed',
      reason: null,
    } as const
    await tx.updateTable('intake.item').set(set).where('id', '=', id).execute()
    await addJob(tx, fileInboundMail, { itemIds: [id] }, { key: `inbound:${id}` })
  })
  return viewItem(cx, id)
}

export async function discardItem(cx: Cx, id: number): Promise<void> {
  await cx.tx(async (tx) => {
    const item = await tx.selectFrom('intake.item').select('state').where('id', '=', id).forUpdate().executeTakeFirst()
    if (!item) throw itemNotFound({ id })
    if (item.state === 'filed') throw itemNotRetriable({ state: item.state })
    await tx.updateTable('intake.item').set({ state: 'discarded' }).where('id', '=', id).execute()
  })
}
