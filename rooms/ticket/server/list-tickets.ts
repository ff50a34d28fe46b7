import { sql } from 'kysely'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { decodeCursor, type Page, pageOf } from '../../../platform/http/page.ts'
import type { TicketFilter } from '../contract/http.ts'
import { visibleTo } from './access.ts'
import { filterTickets } from './filter-tickets.ts'
import { presentRow, surroundingsOf } from './hydrate.ts'
import { survivorsOf } from './merge-queries.ts'
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
  const page = await pageOfTickets(cx.db, cx.actor, query)
  return { items: await presentRows(cx.db, page.items), nextCursor: page.nextCursor }
}

export async function presentRows(reader: Reader, tickets: readonly TicketRecord[]) {
  const closed = tickets.filter((ticket) => ticket.status === 'closed').map((ticket) => ticket.number)
  const [around, survivors] = await Promise.all([surroundingsOf(reader, tickets), survivorsOf(reader, closed)])
  return tickets.map((ticket) => presentRow(ticket, around, survivors.get(ticket.number)))
}

export async function pageOfTickets(reader: Reader, actor: Actor, query: ListQuery): Promise<Page<TicketRecord>> {
  const { sort = '-updatedAt', limit = 50, cursor, ...filter } = query
  const key = sort.replace('-', '') as keyof typeof sortColumns
  const direction = sort.startsWith('-') ? 'desc' : 'asc'
  const visible = ticketsVisibleTo(reader, actor).select(ticketColumns.map((column) => `t.${column}` as const))
  let rows = await filterTickets(reader, visible, actor, filter)
  // Priority ranks critical as 1, so "most urgent first" is ascending rank.
  const turned = key === 'priority' ? (direction === 'desc' ? 'asc' : 'desc') : direction
  if (cursor !== undefined) rows = rows.where(beyond(key, turned, decodeCursor(cursor, 2)))
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
