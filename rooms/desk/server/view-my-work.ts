import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import { ticketsVisibleTo } from '../../ticket/server/index.ts'
import type { WeighedTicket } from '../contract/matrix.ts'
import { weigh } from './weigh-ticket.ts'

const shown = 200

/** One's own active tickets, each with why it is urgent and why it is important. */
export async function viewMyWork(cx: Cx): Promise<{ items: WeighedTicket[]; more: boolean }> {
  const rows = await ticketsVisibleTo(cx.db, cx.actor)
    .innerJoin('people.person as p', 'p.id', 't.requesterId')
    .leftJoin('people.organisation as o', 'o.id', 't.organisationId')
    .leftJoin('sla.clock as d', (join) => join.onRef('d.ticketNumber', '=', 't.number').on('d.leads', '=', true))
    .select(['t.number', 't.subject', 't.status', 't.priority', 't.impact', 't.urgency', 'p.name as requester'])
    .select(sql<boolean>`p.vip or coalesce(o.vip, false)`.as('vip'))
    .select(
      sql<Date | null>`case when d.id is not null then d.due_at
        when t.status not like 'waiting%' then t.estimated_at end`.as('dueAt'),
    )
    .where('t.assigneeId', '=', cx.actor.id)
    .where('t.active', '=', true)
    .orderBy(sql`due_at nulls last, t.priority_rank, t.number`)
    .limit(shown + 1)
    .execute()
  const items = rows.slice(0, shown).map((row) => {
    const { number, subject, status, priority, requester, dueAt } = row
    const core = { number, subject, status, priority, requester, dueAt: dueAt?.toISOString() ?? null }
    return { ...core, ...weigh(row, cx.now) }
  })
  return { items, more: rows.length > shown }
}
