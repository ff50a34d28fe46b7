import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { visibleTo } from '../../ticket/server/index.ts'
import type { OnCallPage } from '../contract/http.ts'
import { pageNotFound } from './errors.ts'

const MOST = 50

interface Which {
  id?: number
  ticket?: number | undefined
}

export async function viewPages(cx: Cx, { ticket }: { ticket?: number }): Promise<{ items: OnCallPage[] }> {
  return { items: await read(cx, cx.db, { ticket }) }
}

export async function viewPage(cx: Cx, reader: Reader, id: number): Promise<OnCallPage> {
  const [page] = await read(cx, reader, { id })
  if (!page) throw pageNotFound()
  return page
}

async function read(cx: Cx, reader: Reader, { id, ticket }: Which): Promise<OnCallPage[]> {
  let query = reader
    .selectFrom('oncall.page as p')
    .leftJoin('ticket.ticket as t', 't.number', 'p.ticketNumber')
    .select(['p.id', 'p.ticketNumber', 't.subject', 'p.ladderName', 'p.reason', 'p.trial', 'p.state', 'p.startedAt'])
    .select(['p.startedByName', 'p.nextAt', 'p.acknowledgedAt', 'p.acknowledgedByName'])
    .select(
      sql<OnCallPage['calls']>`(select coalesce(json_agg(json_build_object('step', c.step, 'round', c.round,
        'person', n.name, 'way', c.way, 'state', c.state, 'error', c.error, 'at', c.at) order by c.id), '[]')
        from oncall.call c left join people.person n on n.id = c.person_id where c.page_id = p.id)`.as('calls'),
    )
    .where((eb) => eb.or([eb('p.ticketNumber', 'is', null), visibleTo(cx.actor)(eb as never) as never]))
    .orderBy(sql`p.state <> 'open'`)
    .orderBy('p.id', 'desc')
    .limit(MOST)
  if (id !== undefined) query = query.where('p.id', '=', id)
  if (ticket !== undefined) query = query.where('p.ticketNumber', '=', ticket)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    ticket: row.ticketNumber === null ? null : { number: row.ticketNumber, subject: row.subject ?? '' },
    ladder: row.ladderName,
    reason: row.reason,
    trial: row.trial,
    state: row.state,
    startedAt: row.startedAt.toISOString(),
    startedBy: row.startedByName,
    nextAt: row.nextAt?.toISOString() ?? null,
    acknowledged:
      row.acknowledgedAt === null ? null : { at: row.acknowledgedAt.toISOString(), by: row.acknowledgedByName ?? '' },
    calls: row.calls.map((call) => ({ ...call, at: new Date(call.at).toISOString() })),
  }))
}
