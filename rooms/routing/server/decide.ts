import type { Priority } from '../../ticket/contract/shapes.ts'
import type { Conditions } from '../contract/conditions.ts'
import type { Outcome, RuleRef } from '../contract/shapes.ts'
import { type Check, compileTest, type Surroundings } from './compile-test.ts'
import { type Lookup, lookupOf, type TicketView } from './ticket-view.ts'

export interface RuleText {
  id: number
  version: number
  position: number
  name: string
  active: boolean
  conditions: Conditions
  outcome: Outcome
  stop: boolean
}

export interface CompiledRule {
  ref: RuleRef
  holds: Check
  outcome: Outcome
  stop: boolean
}

/** Prepares rules for deciding, in their order; those that are switched off are left out. */
export function compileRules(rules: readonly RuleText[], around: Surroundings): CompiledRule[] {
  return rules
    .filter((rule) => rule.active)
    .toSorted((a, b) => a.position - b.position)
    .map(({ id, version, name, position, conditions, outcome, stop }) => ({
      ref: { id, version, name, position },
      holds: compileConditions(conditions, around),
      outcome,
      stop,
    }))
}

function compileConditions({ match, tests, groups }: Conditions, around: Surroundings): Check {
  const parts = [
    ...tests.map((test) => compileTest(test, around)),
    ...groups
      .filter((group) => group.tests.length > 0)
      .map((group) =>
        joined(
          group.match,
          group.tests.map((test) => compileTest(test, around)),
        ),
      ),
  ]
  return parts.length === 0 ? () => true : joined(match, parts)
}

function joined(match: 'all' | 'any', parts: readonly Check[]): Check {
  return match === 'all'
    ? (ticket, now) => parts.every((part) => part(ticket, now))
    : (ticket, now) => parts.some((part) => part(ticket, now))
}

/** What the rules say about a ticket. Undefined: they say nothing. */
export interface Verdict {
  rules: RuleRef[]
  teamId: number | undefined
  tier: number | undefined
  assigneeId: number | undefined
  priority: Priority | undefined
  tags: string[]
  skills: string[]
}

/**
 * Looks at the rules in their order. The first that says a team, person or priority has said it; tags and skills come
 * together; a rule that stops is the last one looked at.
 */
export function decide(rules: readonly CompiledRule[], ticket: TicketView, now: Date): Verdict {
  return judge(rules, lookupOf(ticket), now.getTime())
}

function judge(rules: readonly CompiledRule[], ticket: Lookup, now: number): Verdict {
  const verdict: Verdict = {
    rules: [],
    teamId: undefined,
    tier: undefined,
    assigneeId: undefined,
    priority: undefined,
    tags: [],
    skills: [],
  }
  for (const rule of rules) {
    if (!rule.holds(ticket, now)) continue
    settle(verdict, rule)
    if (rule.stop) break
  }
  return verdict
}

function settle(verdict: Verdict, { ref, outcome }: CompiledRule): void {
  verdict.rules.push(ref)
  // A tier is a team that is yet to be named: whichever of the two comes first stands.
  if (verdict.teamId === undefined && verdict.tier === undefined) {
    verdict.teamId = outcome.teamId ?? undefined
    if (verdict.teamId === undefined) verdict.tier = outcome.tier ?? undefined
  }
  verdict.assigneeId ??= outcome.assigneeId ?? undefined
  verdict.priority ??= outcome.priority ?? undefined
  for (const tag of outcome.tags ?? []) if (!verdict.tags.includes(tag)) verdict.tags.push(tag)
  for (const skill of outcome.skills ?? []) if (!verdict.skills.includes(skill)) verdict.skills.push(skill)
}
