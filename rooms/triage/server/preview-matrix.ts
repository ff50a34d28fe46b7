import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import { type MatrixChange, priorityOf } from '../../catalog/contract/http.ts'
import { checkShape } from '../../catalog/server/index.ts'
import { visibleTo } from '../../ticket/server/index.ts'
import type { MatrixEffect } from '../contract/http.ts'
import { type Group, movesUnder } from './rules.ts'

const examplesShown = 20

/** What a matrix would do to the open tickets that follow it, as far as the actor may see them. Changes nothing. */
export async function previewMatrix(cx: Cx, change: MatrixChange): Promise<MatrixEffect> {
  checkShape(change)
  const groups = await followers(cx)
    .select(['t.impact', 't.urgency', 't.priority', sql<number>`count(*)`.as('tickets')])
    .groupBy(['t.impact', 't.urgency', 't.priority'])
    .execute()
  const { moves, changing } = movesUnder(change, groups)
  const sum = (of: readonly Group[]) => of.reduce((total, group) => total + group.tickets, 0)
  return {
    openTickets: sum(groups),
    changing: sum(changing),
    moves,
    examples: changing.length === 0 ? [] : await examplesOf(cx, change, changing),
  }
}

/** Open tickets whose priority nobody has overridden. */
function followers(cx: Cx) {
  return cx.db
    .selectFrom('ticket.ticket as t')
    .where('t.active', '=', true)
    .where((eb) => visibleTo(cx.actor)(eb as never))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('triage.override as o').select('o.ticketNumber').whereRef('o.ticketNumber', '=', 't.number')),
      ),
    )
}

async function examplesOf(cx: Cx, change: MatrixChange, changing: readonly Group[]): Promise<MatrixEffect['examples']> {
  const rows = await followers(cx)
    .select(['t.number', 't.subject', 't.impact', 't.urgency', 't.priority'])
    .where((eb) =>
      eb.or(
        changing.map((group) =>
          eb.and([
            eb('t.impact', '=', group.impact),
            eb('t.urgency', '=', group.urgency),
            eb('t.priority', '=', group.priority),
          ]),
        ),
      ),
    )
    .orderBy('t.updatedAt', 'desc')
    .orderBy('t.number', 'desc')
    .limit(examplesShown)
    .execute()
  return rows.map(({ number, subject, impact, urgency, priority }) => ({
    number,
    subject,
    from: priority,
    to: priorityOf(change, impact, urgency),
  }))
}
