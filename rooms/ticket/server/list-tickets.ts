import { sql } from 'kysely'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { decodeCursor, type Page, pageOf } from '../../../platform/http/page.ts'
import type { TicketFilter } from '../contract/http.ts'
import type { Due } from '../contract/shapes.ts'
import { visibleTo } from './access.ts'
import { duesFor } from './dues.ts'
import { filterTickets } from './filter-tickets.ts'
import { presentRow, surroundingsOf } from './hydrate.ts'
import { survivorsOf } from './merge-queries.ts'
import { pageByDue } from './page-by-due.ts'
import { type TicketRecord, ticketColumns } from './queries.ts'

interface ListQuery extends TicketFilter {
  sort?: string
  limit?: number
  cursor?: string
}

const sortColumns = {
  updatedAt: 't.updatedAt',
  createdAt: 't.createdAt',
  priority: 't.priorityRank',
  number: 't.number',
  estimatedAt: 't.estimatedAt',
} as const

/** One page of the tickets the viewer may see, by keyset: ids and columns first, what they refer to once a kind. */
export async function listTickets(cx: Cx, query: ListQuery) {
  const { items, nextCursor } = await pageOfTickets(cx.db, cx.actor, query)
  const rows = await presentRows(cx.db, items)
  return { items: rows.map((row, index) => ({ ...row, due: items[index]?.due ?? null })), nextCursor }
}

export async function presentRows(reader: Reader, tickets: readonly TicketRecord[]) {
  const closed = tickets.filter((ticket) => ticket.status === 'closed').map((ticket) => ticket.number)
  const [around, survivors] = await Promise.all([surroundingsOf(reader, tickets), survivorsOf(reader, closed)])
  return tickets.map((ticket) => presentRow(ticket, around, survivors.get(ticket.number)))
}

type Listed = TicketRecord & { due: Due | null }

export async function pageOfTickets(reader: Reader, actor: Actor, query: ListQuery): Promise<Page<Listed>> {
  const { sort = '-updatedAt', limit = 50, cursor, ...filter } = query
  const key = sort.replace('-', '') as keyof typeof sortColumns | 'dueAt'
  const direction = sort.startsWith('-') ? 'desc' : 'asc'
  const dues = duesFor(actor)
  const visible = ticketsVisibleTo(reader, actor)
    .select(ticketColumns.map((column) => `t.${column}` as const))
    .select((dues?.shown ?? sql<Due | null>`null::jsonb`).as('due'))
  let rows = await filterTickets(reader, visible, actor, filter)
  const after = cursor === undefined ? undefined : decodeCursor(cursor, 2)
  if (key === 'dueAt') return pageByDue(rows, dues, direction, limit, after)
  // Priority ranks critical as 1, so "most urgent first" is ascending rank.
  const turned = key === 'priority' ? (direction === 'desc' ? 'asc' : 'desc') : direction
  if (after) rows = rows.where(beyond(key, turned, after))
  // Without an estimate comes last, whichever way round.
  if (key === 'estimatedAt')
    rows = rows.orderBy('t.estimatedAt', (order) => (turned === 'desc' ? order.desc() : order.asc()).nullsLast())
  else if (key !== 'number') rows = rows.orderBy(sortColumns[key], turned)
  const found = await rows
    .orderBy('t.number', turned)
    .limit(limit + 1)
    .execute()
  return pageOf(found, limit, (ticket) => [cursorValue(ticket, key), ticket.number])
}

export function ticketsVisibleTo(reader: Reader, actor: Actor) {
  return reader.selectFrom('ticket.ticket as t').where(visibleTo(actor))
}

const ranks = { critical: 1, high: 2, moderate: 3, low: 4 }

function cursorValue(ticket: TicketRecord, key: keyof typeof sortColumns): string | number | null {
  if (key === 'number') return ticket.number
  if (key === 'priority') return ranks[ticket.priority]
  return ticket[key]?.toISOString() ?? null
}

function beyond(key: keyof typeof sortColumns, direction: 'asc' | 'desc', [value, number]: (string | number | null)[]) {
  const column = sql.ref(sortColumns[key])
  const past = sql.raw(direction === 'desc' ? '<' : '>')
  if (key === 'number') return sql<boolean>`t.number ${past} ${number}`
  if (key !== 'estimatedAt') return sql<boolean>`(${column}, t.number) ${past} (${value}, ${number})`
  if (value === null) return sql<boolean>`${column} is null and t.number ${past} ${number}`
  return sql<boolean>`((${column}, t.number) ${past} (${value}, ${number}) or ${column} is null)`
}
