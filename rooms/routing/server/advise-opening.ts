import { actAs, systemActor } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { Advice, Opening, TicketRecord } from '../../ticket/server/index.ts'
import { overrideByRule } from '../../triage/server/index.ts'
import { keepDecision } from './keep-decision.ts'
import { type Known, known } from './known.ts'
import { type Given, type Plan, planRoute } from './plan-route.ts'
import { viewOpening } from './view-opening.ts'

/** Says where a ticket that is about to be opened goes, and keeps why once it is there. */
export async function adviseOpening(tx: Tx, opening: Opening): Promise<Advice> {
  const now = await known.get(tx)
  const given = givenBy(opening)
  if (isIdle(now, given)) return {}
  const plan = await planRoute(tx, now, await viewOpening(tx, opening, now), given)
  return {
    teamId: plan.teamId,
    assigneeId: plan.assigneeId,
    tags: plan.reasons.tags,
    settled: (then, ticket) => settle(then, ticket, plan),
  }
}

async function settle(tx: Tx, ticket: TicketRecord, plan: Plan): Promise<void> {
  await keepDecision(tx, ticket.number, 'opened', plan)
  await applyPriority(tx, ticket, plan)
}

/** The program itself decides a priority that a rule says, whoever opened the ticket. */
export async function applyPriority(tx: Tx, ticket: TicketRecord, { priority, reasons }: Plan): Promise<void> {
  if (priority === undefined) return
  const reason = reasons.rules.map((rule) => rule.name).join(', ')
  await actAs(tx, systemActor, () => overrideByRule(tx, ticket, priority, reason))
}

function givenBy({ teamId, teamFrom, assigneeId }: Opening): Given {
  return { teamId: teamId ?? null, teamFrom: teamId == null ? 'none' : (teamFrom ?? 'opener'), assigneeId }
}

/** Nobody has said anything about any ticket yet: there is nothing to decide and nothing to keep. */
function isIdle(now: Known, given: Given): boolean {
  return now.rules.length === 0 && now.firstContactId === null && given.teamId === null && given.assigneeId == null
}
