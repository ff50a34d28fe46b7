import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { decodeCursor, pageOf } from '../../../platform/http/page.ts'
import { visibleTo } from '../../ticket/server/index.ts'
import type { Notice } from '../contract/http.ts'
import { ownId } from './manage-preferences.ts'
import { nudge } from './nudge.ts'

const SHOWN = 10
/** More than this is "many": nobody counts further, and neither does the database. */
const COUNTED = 100

interface Ask {
  limit?: number
  cursor?: string
  unseen?: boolean
}

/** The bell: only tickets that the person may see now. */
export async function viewNotices(cx: Cx, { limit = 30, cursor, unseen }: Ask) {
  let query = cx.db
    .selectFrom('notices.notice as n')
    .innerJoin('ticket.ticket as t', 't.number', 'n.ticketNumber')
    .select(['n.id', 'n.at', 'n.seenAt', 'n.ticketNumber', 't.subject'])
    .where('n.personId', '=', ownId(cx))
    .where('n.bell', '=', true)
    .where(visibleTo(cx.actor) as never)
    .orderBy('n.at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(limit + 1)
  if (unseen) query = query.where('n.seenAt', 'is', null)
  if (cursor) {
    const [at, id] = decodeCursor(cursor, 2)
    query = query.where(sql<boolean>`(n.at, n.id) < (${String(at)}::timestamptz, ${Number(id)}::bigint)`)
  }
  const page = pageOf(await query.execute(), limit, (row) => [row.at.toISOString(), row.id])
  const entries = await entriesOf(
    cx.db,
    page.items.map((row) => row.id),
  )
  return {
    nextCursor: page.nextCursor,
    items: page.items.map(({ id, at, seenAt, ticketNumber, subject }): Notice => {
      const of = entries.get(id) ?? { count: 0, entries: [] }
      return { id, at: at.toISOString(), seen: seenAt !== null, ticket: { number: ticketNumber, subject }, ...of }
    }),
  }
}

async function entriesOf(reader: Reader, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, Pick<Notice, 'count' | 'entries'>>()
  const { rows } = await sql<{ id: number; count: number; entries: Notice['entries'] }>`
    select n.id, (select count(*)::int from notices.entry e where e.notice_id = n.id) as count,
      (select coalesce(json_agg(json_build_object('kind', l.kind, 'by', l.actor_name, 'at', l.at, 'data', l.data)), '[]')
        from (select * from notices.entry e where e.notice_id = n.id order by e.id desc limit ${SHOWN}) l) as entries
    from notices.notice n where n.id = any(${[...ids]}::bigint[])`.execute(reader)
  return new Map(
    rows.map(({ id, count, entries }) => [
      id,
      { count, entries: entries.map((one) => ({ ...one, at: new Date(one.at).toISOString() })) },
    ]),
  )
}

export async function countUnseen(cx: Cx, reader: Reader = cx.db): Promise<{ unseen: number }> {
  const rows = await reader
    .selectFrom('notices.notice as n')
    .innerJoin('ticket.ticket as t', 't.number', 'n.ticketNumber')
    .select('n.id')
    .where('n.personId', '=', ownId(cx))
    .where('n.seenAt', 'is', null)
    .where('n.bell', '=', true)
    .where(visibleTo(cx.actor) as never)
    .limit(COUNTED)
    .execute()
  return { unseen: rows.length }
}

interface Seen {
  ids?: number[]
  ticket?: number
  upTo?: string
  seen?: boolean
}

/** What was seen is neither mailed nor pushed any more. */
export async function seeNotices(cx: Cx, { ids, ticket, upTo, seen = true }: Seen): Promise<{ unseen: number }> {
  const personId = ownId(cx)
  return cx.tx(async (tx) => {
    let query = tx
      .updateTable('notices.notice')
      .set(seen ? { seenAt: tx.now, mailAt: null, pushAt: null } : { seenAt: null })
      .where('personId', '=', personId)
      .where('seenAt', seen ? 'is' : 'is not', null)
    if (ids && ids.length > 0) query = query.where('id', 'in', ids)
    else if (ticket !== undefined) query = query.where('ticketNumber', '=', ticket)
    else if (upTo !== undefined) query = query.where('at', '<=', new Date(upTo))
    else return countUnseen(cx, tx)
    const changed = await query.returning('id').execute()
    if (changed.length > 0) nudge(tx, personId)
    return countUnseen(cx, tx)
  })
}
