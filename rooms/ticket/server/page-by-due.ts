import { sql } from 'kysely'
import { type Page, pageOf } from '../../../platform/http/page.ts'
import type { Due } from '../contract/shapes.ts'
import type { DueSource } from './dues.ts'
import type { TicketQuery, TicketRecord } from './queries.ts'

type Listed = TicketRecord & { due: Due | null }

/** In place of a time in the cursor: from here on only tickets with nothing due are left. */
const nothingDue = 'none'

/**
 * A page in the order in which things are due; what waits for somebody comes after, and tickets with nothing due last, the
 * newest first. Read in two parts, so that the first goes along the index over what is due however many tickets there are.
 */
export async function pageByDue(
  tickets: TicketQuery<Listed>,
  dues: DueSource | undefined,
  direction: 'asc' | 'desc',
  limit: number,
  after: (string | number | null)[] | undefined,
): Promise<Page<Listed>> {
  const wanted = limit + 1
  const isPast = after?.[0] === nothingDue
  const first = dues && !isPast ? await withDue(tickets, dues, direction, wanted, after) : []
  const rest =
    first.length < wanted ? await withoutDue(tickets, dues, wanted - first.length, isPast ? after?.[1] : null) : []
  return pageOf([...first, ...rest], limit, ({ due, number }) => [due ? due.dueAt : nothingDue, number])
}

async function withDue(
  tickets: TicketQuery<Listed>,
  dues: DueSource,
  direction: 'asc' | 'desc',
  limit: number,
  after: (string | number | null)[] | undefined,
): Promise<Listed[]> {
  let query = tickets.innerJoin(dues.rows.as('d'), (join) => join.onRef('d.number', '=', 't.number'))
  if (after) {
    const [at, number] = after
    const past = sql.raw(direction === 'desc' ? '<' : '>')
    query = query.where(
      at === null
        ? sql<boolean>`d.due_at is null and d.number > ${number}`
        : sql<boolean>`(d.due_at ${past} ${at} or (d.due_at = ${at} and d.number > ${number}) or d.due_at is null)`,
    )
  }
  return query
    .orderBy('d.dueAt', (order) => (direction === 'desc' ? order.desc() : order.asc()).nullsLast())
    .orderBy('d.number')
    .limit(limit)
    .execute()
}

async function withoutDue(
  tickets: TicketQuery<Listed>,
  dues: DueSource | undefined,
  limit: number,
  below: string | number | null | undefined,
): Promise<Listed[]> {
  let query = tickets.orderBy('t.number', 'desc').limit(limit)
  if (dues) query = query.where(dues.is('none'))
  if (below !== null && below !== undefined) query = query.where('t.number', '<', Number(below))
  return query.execute()
}
