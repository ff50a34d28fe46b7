import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { applyChanges, setAssignment, type TicketRecord, ticketFor } from '../../ticket/server/index.ts'
import type { Cause, Decision } from '../contract/shapes.ts'
import { applyPriority } from './advise-opening.ts'
import { keepDecision } from './keep-decision.ts'
import { known } from './known.ts'
import { type Plan, planRoute } from './plan-route.ts'
import { decisionOf } from './view-decisions.ts'
import { viewTickets } from './view-ticket.ts'

/** Lets the rules that are in force now decide about a ticket, as if it had just been opened. */
export async function routeAgain(cx: Cx, number: number): Promise<Decision> {
  return cx.tx(async (tx) => {
    const ticket = await ticketFor(tx, cx.actor, number, 'assign', { lock: true })
    return decisionOf(tx, await reroute(tx, ticket, 'again'))
  })
}

/** Command: routes a locked ticket once more; returns the id of the decision. */
export async function reroute(tx: Tx, ticket: TicketRecord, cause: Cause): Promise<number> {
  const view = (await viewTickets(tx, [ticket])).get(ticket.number)
  if (!view) throw new Error(`ticket ${ticket.number} has no requester`)
  const given = { teamId: ticket.teamId, teamFrom: 'kept', assigneeId: undefined } as const
  const plan = stayingWith(ticket, await planRoute(tx, await known.get(tx), view, given))
  return carryOut(tx, ticket, cause, plan)
}

/** Where members take tickets themselves, whoever has it keeps it as long as it stays in the team. */
function stayingWith(ticket: TicketRecord, plan: Plan): Plan {
  const stays = plan.assigneeId === null && ticket.assigneeId !== null && plan.teamId === ticket.teamId
  if (!stays) return plan
  return { ...plan, assigneeId: ticket.assigneeId, waits: false, reasons: { ...plan.reasons, why: 'kept' } }
}

export async function carryOut(tx: Tx, ticket: TicketRecord, cause: Cause, plan: Plan): Promise<number> {
  const tags = [...new Set([...ticket.tags, ...plan.reasons.tags])]
  if (tags.length > ticket.tags.length) await applyChanges(tx, ticket, { tags })
  await setAssignment(tx, ticket, { teamId: plan.teamId, assigneeId: plan.assigneeId })
  const id = await keepDecision(tx, ticket.number, cause, plan)
  await applyPriority(tx, ticket, plan)
  return id
}
