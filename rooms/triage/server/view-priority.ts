import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { matrix, priorityOf } from '../../catalog/server/index.ts'
import { type HeldTicket, ticketFor } from '../../ticket/server/index.ts'
import type { Assessment } from '../contract/http.ts'
import { overrideOf } from './queries.ts'

export async function viewPriority(cx: Cx, number: number): Promise<Assessment> {
  return presentPriority(cx.db, await ticketFor(cx.db, cx.actor, number, 'read'))
}

/** Requesters learn impact and urgency, but not who overrode the priority and why. */
export async function presentPriority(reader: Reader, ticket: HeldTicket): Promise<Assessment> {
  const used = await matrix(reader)
  const assessed = await reader
    .selectFrom('triage.assessment')
    .select('assessedAt')
    .where('ticketNumber', '=', ticket.number)
    .executeTakeFirst()
  const override = ticket.standing === 'staff' ? await overrideOf(reader, ticket.number) : undefined
  return {
    priority: override?.priority ?? ticket.priority,
    computed: priorityOf(used, ticket.impact, ticket.urgency),
    impact: ticket.impact,
    urgency: ticket.urgency,
    impactLabel: stepOf(used.impacts, ticket.impact),
    urgencyLabel: stepOf(used.urgencies, ticket.urgency),
    assessedAt: assessed?.assessedAt.toISOString() ?? null,
    override: override
      ? {
          priority: override.priority,
          reason: override.reason,
          by: { id: override.byId, name: override.byName },
          at: override.overriddenAt.toISOString(),
        }
      : null,
    abilities: { override: ticket.abilities.prioritise },
  }
}

function stepOf(steps: readonly { label: Record<string, string> }[], level: number) {
  return (steps[level - 1] ?? steps.at(-1))?.label ?? { en: `${level}` }
}
