import type { TrialResult } from '../contract/http-rules.ts'
import type { TeamSource } from '../contract/shapes.ts'
import { type CompiledRule, decide, type Verdict } from './decide.ts'
import type { Known } from './known.ts'
import { teamFor } from './plan-route.ts'
import { lookupOf, type TicketView } from './ticket-view.ts'

/** A ticket of the past: as it was opened, and what was said about it before any rule. */
export interface PastTicket {
  number: number
  openedAt: Date
  view: TicketView
  teamId: number | null
  teamFrom: TeamSource
  assigneeGiven: boolean
}

export interface Sides {
  known: Known
  now: readonly CompiledRule[]
  tried: readonly CompiledRule[]
  teamName(id: number): string
  personName(id: number): string
}

const examplesKept = 100

type Where = TrialResult['examples'][number]['before']

/** Adds some tickets to what a trial has found so far. */
export function compareRules(so: TrialResult, tickets: readonly PastTicket[], sides: Sides): TrialResult {
  const result = structuredClone(so)
  const flows = new Map(result.flows.map((flow) => [`${flow.from?.id} ${flow.to?.id}`, flow]))
  for (const ticket of tickets) {
    result.tickets++
    const then = decide(sides.tried, ticket.view, ticket.openedAt)
    countRules(result, ticket, then, sides.tried)
    const before = whereTo(decide(sides.now, ticket.view, ticket.openedAt), ticket, sides)
    const after = whereTo(then, ticket, sides)
    if (JSON.stringify(before) === JSON.stringify(after)) continue
    result.changed++
    if (before.team?.id !== after.team?.id) {
      const key = `${before.team?.id} ${after.team?.id}`
      const flow = flows.get(key) ?? { from: before.team, to: after.team, tickets: 0 }
      flow.tickets++
      flows.set(key, flow)
    }
    if (result.examples.length < examplesKept)
      result.examples.push({
        number: ticket.number,
        subject: ticket.view.subject,
        openedAt: ticket.openedAt.toISOString(),
        before,
        after,
        rule: then.rules.at(-1)?.name ?? null,
      })
  }
  result.flows = [...flows.values()].sort((a, b) => b.tickets - a.tickets)
  return result
}

function whereTo(verdict: Verdict, ticket: PastTicket, sides: Sides): Where {
  const { teamId } = teamFor(sides.known, verdict, ticket)
  const assigneeId = ticket.assigneeGiven ? undefined : verdict.assigneeId
  return {
    team: teamId === null ? null : { id: teamId, name: sides.teamName(teamId) },
    assignee: assigneeId === undefined ? null : { id: assigneeId, name: sides.personName(assigneeId) },
    priority: verdict.priority ?? null,
    tags: verdict.tags.toSorted(),
  }
}

/** How often each rule matched, how often it was too late, and how often it settled something. */
function countRules(result: TrialResult, ticket: PastTicket, verdict: Verdict, rules: readonly CompiledRule[]): void {
  const matched = new Set(verdict.rules.map((rule) => rule.position))
  const stopped = rules.find((rule) => rule.stop && matched.has(rule.ref.position))
  const lookup = lookupOf(ticket.view)
  let [team, person, priority] = [false, false, false]
  for (const rule of rules) {
    const counted = result.rules.find((one) => one.position === rule.ref.position)
    if (!counted) continue
    const { outcome } = rule
    if (matched.has(rule.ref.position)) {
      counted.matched++
      const settles =
        (!team && Boolean(outcome.teamId || outcome.tier)) ||
        (!person && Boolean(outcome.assigneeId)) ||
        (!priority && Boolean(outcome.priority)) ||
        (outcome.tags?.length ?? 0) + (outcome.skills?.length ?? 0) > 0
      if (settles) counted.decided++
      team ||= Boolean(outcome.teamId || outcome.tier)
      person ||= Boolean(outcome.assigneeId)
      priority ||= Boolean(outcome.priority)
    } else if (stopped && rule.ref.position > stopped.ref.position && rule.holds(lookup, ticket.openedAt.getTime())) {
      counted.taken++
    }
  }
}
