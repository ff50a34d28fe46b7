import type { Static } from 'typebox'
import type { Cx } from '../../../platform/cx.ts'
import { ticketFor } from '../../ticket/server/index.ts'
import type { Resolution } from '../contract/http.ts'
import { closingTime } from './closing-time.ts'
import { resolutionsOf } from './queries.ts'

export async function viewResolution(cx: Cx, number: number) {
  const ticket = await ticketFor(cx.db, cx.actor, number, 'read')
  const all = (await resolutionsOf(cx.db, number)).map(present)
  const current = all.find((resolution) => resolution.withdrawn === null) ?? null
  const closesAt =
    current && ticket.status === 'resolved' ? closingTime(new Date(current.resolvedAt)).toISOString() : null
  return { current, withdrawn: all.filter((resolution) => resolution.withdrawn !== null), closesAt }
}

function present(row: Awaited<ReturnType<typeof resolutionsOf>>[number]): Static<typeof Resolution> {
  return {
    id: row.id,
    cause: row.cause,
    action: row.action,
    verification: row.verification,
    resolvedAt: row.resolvedAt.toISOString(),
    resolvedBy: row.resolvedByName,
    withdrawn:
      row.withdrawnAt === null
        ? null
        : { at: row.withdrawnAt.toISOString(), by: row.withdrawnByName ?? '', reason: row.withdrawnReason },
    closure:
      row.how === null || row.closedAt === null
        ? null
        : { how: row.how, at: row.closedAt.toISOString(), by: row.closedByName ?? '' },
  }
}
