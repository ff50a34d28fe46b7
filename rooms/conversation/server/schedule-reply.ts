import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { stale } from '../../../platform/errors/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { fileUrl } from '../../../platform/files/contract.ts'
import { assertOwnFiles, filesById } from '../../../platform/files/index.ts'
import { sanitiseHtml } from '../../../platform/html/index.ts'
import { addJob } from '../../../platform/jobs/index.ts'
import { personCards } from '../../people/server/index.ts'
import { lowerFlag, ticketFor } from '../../ticket/server/index.ts'
import { replyScheduled, scheduledReplyChanged } from '../contract/facts.ts'
import type { changeScheduledReply, ScheduledReply, scheduleReply } from '../contract/http-scheduled.ts'
import { emptyMessage, notYourReply, scheduledNotFound, timeOutOfRange } from './errors.ts'
import { sendScheduled, sendScheduledKey } from './jobs.ts'

type New = Static<NonNullable<(typeof scheduleReply)['body']>>
type Change = Static<NonNullable<(typeof changeScheduledReply)['body']>>

const dayMs = 24 * 60 * 60 * 1000
export const heldFlag = 'reply_held'

/** Keeps a reply that goes out at a time. */
export async function scheduleOneReply(cx: Cx, number: number, body: New): Promise<ScheduledReply> {
  const sendAt = futureTime(body.sendAt, cx.now)
  return cx.tx(async (tx) => {
    await ticketFor(tx, cx.actor, number, 'reply', { lock: true })
    const authorId = tx.actor.id
    if (authorId === null) throw notYourReply()
    const files = body.attachments ?? []
    await assertOwnFiles(tx, files, 'body.attachments')
    const html = sanitiseHtml(body.html)
    if (html.replace(/<[^>]*>/g, '').trim() === '' && files.length === 0) {
      throw emptyMessage(undefined, { field: 'body.html' })
    }
    const { id } = await tx
      .insertInto('conversation.scheduledReply')
      .values({
        ticketNumber: number,
        authorId,
        html,
        cc: json(body.cc ?? []),
        bcc: json(body.bcc ?? []),
        fileIds: files,
        sendAt,
        holdIfAnswered: body.holdIfAnswered ?? true,
        createdAt: tx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await addJob(tx, sendScheduled, { scheduledId: id }, { key: sendScheduledKey(id), runAt: sendAt })
    await tx
      .deleteFrom('conversation.draft')
      .where('personId', '=', authorId)
      .where('ticketNumber', '=', number)
      .where('kind', '=', 'reply')
      .execute()
    await tell(tx, replyScheduled, number, { scheduledId: id, sendAt: sendAt.toISOString() })
    return viewOne(tx, cx, id)
  })
}

export async function viewScheduled(cx: Cx, number: number) {
  await ticketFor(cx.db, cx.actor, number, 'note')
  const rows = await scheduledRows(cx.db).where('r.ticketNumber', '=', number).orderBy('r.sendAt').limit(100).execute()
  return { items: await present(cx.db, cx, rows), nextCursor: null }
}

/** Only its author changes a reply; a new time lets one that was held or refused wait again. */
export async function changeScheduled(
  cx: Cx,
  number: number,
  id: number,
  change: Change,
  ifMatch?: string,
): Promise<ScheduledReply> {
  return cx.tx(async (tx) => {
    const row = await lockScheduled(tx, cx, number, id)
    if (row.authorId !== cx.actor.id) throw notYourReply()
    if (ifMatch !== undefined && ifMatch !== String(row.version)) {
      throw stale(undefined, { extra: { current: await viewOne(tx, cx, id) } })
    }
    const sendAt = change.sendAt === undefined ? undefined : futureTime(change.sendAt, tx.now)
    await tx
      .updateTable('conversation.scheduledReply')
      .set({
        ...(change.html === undefined ? {} : { html: sanitiseHtml(change.html) }),
        ...(change.holdIfAnswered === undefined ? {} : { holdIfAnswered: change.holdIfAnswered }),
        // Whoever sets a new time has read what came in meanwhile.
        ...(sendAt ? { sendAt, state: 'waiting', reason: null, createdAt: tx.now } : {}),
        version: row.version + 1,
      })
      .where('id', '=', id)
      .execute()
    if (sendAt) {
      await addJob(tx, sendScheduled, { scheduledId: id }, { key: sendScheduledKey(id), runAt: sendAt })
      await lowerFlag(tx, number, heldFlag)
    }
    await tell(tx, scheduledReplyChanged, number, { scheduledId: id, change: 'changed' })
    return viewOne(tx, cx, id)
  })
}

/** Takes a planned reply back; its words return, for its author to go on with. */
export async function cancelScheduled(cx: Cx, number: number, id: number) {
  return cx.tx(async (tx) => {
    const row = await lockScheduled(tx, cx, number, id)
    await tx.deleteFrom('conversation.scheduledReply').where('id', '=', id).execute()
    await lowerFlag(tx, number, heldFlag)
    await tell(tx, scheduledReplyChanged, number, { scheduledId: id, change: 'cancelled' })
    const { html, cc, bcc, fileIds } = row
    return { kind: 'reply' as const, html, cc, bcc, attachments: fileIds }
  })
}

/** The row of a ticket one may answer on, locked: the job and a person cannot both send it. */
export async function lockScheduled(tx: Tx, cx: Cx, number: number, id: number) {
  await ticketFor(tx, cx.actor, number, 'reply', { lock: true })
  await ticketFor(tx, cx.actor, number, 'note')
  const row = await tx
    .selectFrom('conversation.scheduledReply')
    .selectAll()
    .where('id', '=', id)
    .where('ticketNumber', '=', number)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw scheduledNotFound({ id })
  return row
}

function scheduledRows(reader: Reader) {
  return reader
    .selectFrom('conversation.scheduledReply as r')
    .selectAll('r')
    .select(
      sql<boolean>`exists (select from conversation.message m where m.ticket_number = r.ticket_number
        and m.direction = 'in' and not m.automatic and m.created_at > r.created_at)`.as('answered'),
    )
}

async function viewOne(tx: Tx, cx: Cx, id: number): Promise<ScheduledReply> {
  const [one] = await present(tx, cx, await scheduledRows(tx).where('r.id', '=', id).execute())
  if (!one) throw scheduledNotFound({ id })
  return one
}

type Row = Awaited<ReturnType<ReturnType<typeof scheduledRows>['execute']>>[number]

async function present(reader: Reader, cx: Cx, rows: readonly Row[]): Promise<ScheduledReply[]> {
  const authors = await personCards(
    reader,
    rows.map((row) => row.authorId),
  )
  const files = await filesById(
    reader,
    rows.flatMap((row) => row.fileIds),
  )
  return rows.map((row) => ({
    id: row.id,
    ticketNumber: row.ticketNumber,
    author: { id: row.authorId, name: authors.get(row.authorId)?.name ?? '' },
    html: row.html,
    cc: row.cc,
    bcc: row.bcc,
    files: row.fileIds.flatMap((id) => {
      const file = files.get(id)
      return file ? [{ ...file, url: fileUrl(id) }] : []
    }),
    sendAt: row.sendAt.toISOString(),
    holdIfAnswered: row.holdIfAnswered,
    state: row.state,
    reason: row.reason,
    answeredSince: row.answered,
    mine: row.authorId === cx.actor.id,
    version: row.version,
  }))
}

function futureTime(wish: string, now: Date): Date {
  const at = new Date(wish)
  if (!(at > now) || at.getTime() - now.getTime() > 366 * dayMs)
    throw timeOutOfRange(undefined, { field: 'body.sendAt' })
  return at
}

function json(value: unknown) {
  return sql<string>`${JSON.stringify(value)}::jsonb`
}
