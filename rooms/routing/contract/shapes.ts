import { type Static, Type } from 'typebox'
import { Id, Instant, Nullable, OneOf } from '../../../platform/http/schemas.ts'
import { NamedRef, Number_, priorities } from '../../ticket/contract/shapes.ts'
import { Conditions } from './conditions.ts'

export const Skill = Type.String({ minLength: 1, maxLength: 60 })

/** What a rule does with the tickets it matches. What an earlier rule has settled, a later one leaves alone. */
export const Outcome = Type.Object(
  {
    teamId: Type.Optional(Nullable(Id)),
    tier: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 3, description: 'A team of this tier' }))),
    assigneeId: Type.Optional(Nullable(Id)),
    priority: Type.Optional(Nullable(OneOf(priorities))),
    tags: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 20, uniqueItems: true })),
    skills: Type.Optional(
      Type.Array(Skill, { maxItems: 10, uniqueItems: true, description: 'Whom it is given to should have them' }),
    ),
  },
  { additionalProperties: false },
)
export type Outcome = Static<typeof Outcome>

export const RuleFields = {
  name: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
  active: Type.Boolean(),
  conditions: Conditions,
  outcome: Outcome,
  stop: Type.Boolean({ description: 'Rules after this one are not looked at when it matches' }),
}

export const methods = ['pull', 'round_robin', 'least_loaded'] as const
export type Method = (typeof methods)[number]

/** Who says which team a ticket goes to. */
export const teamSources = ['opener', 'ticket', 'rule', 'service', 'mailbox', 'first_contact', 'kept', 'none'] as const
export type TeamSource = (typeof teamSources)[number]

export const assignments = [
  'given',
  'rule',
  'substitute',
  'turn',
  'least_loaded',
  'next',
  'pull',
  'kept',
  'no_team',
  'no_members',
  'nobody_there',
  'all_full',
] as const
export type AssignmentWhy = (typeof assignments)[number]

export const hindrances = ['away', 'off', 'full', 'skill', 'left'] as const
export type Hindrance = (typeof hindrances)[number]

export const Candidate = Type.Object({
  id: Id,
  name: Type.String(),
  open: Type.Integer({ description: 'Active tickets they have' }),
  load: Type.Number({ description: 'The same, weighted by priority' }),
  capacity: Nullable(Type.Number()),
  skills: Type.Array(Type.String(), { description: 'Of those that are needed' }),
  standsFor: Nullable(Type.String()),
  not: Nullable(OneOf(hindrances, { description: 'Why it was not given to them' })),
})
export type Candidate = Static<typeof Candidate>

export const causes = ['opened', 'again', 'next', 'waited', 'left'] as const
export type Cause = (typeof causes)[number]

export const RuleRef = Type.Object({ id: Id, version: Type.Integer(), name: Type.String(), position: Type.Integer() })
export type RuleRef = Static<typeof RuleRef>

export const Reasons = Type.Object({
  rules: Type.Array(RuleRef, { description: 'Those that matched, in order' }),
  teamFrom: OneOf(teamSources),
  method: Nullable(OneOf(methods)),
  why: OneOf(assignments),
  skills: Type.Array(Type.String(), { description: 'That it needs' }),
  skillsMissed: Type.Boolean({ description: 'Nobody who could have taken it has them' }),
  candidates: Type.Array(Candidate),
  priority: Nullable(OneOf(priorities)),
  tags: Type.Array(Type.String()),
  from: Nullable(NamedRef),
})
export type Reasons = Static<typeof Reasons>

export const Decision = Type.Object({
  id: Id,
  at: Instant,
  cause: OneOf(causes),
  by: Type.Object({ kind: Type.String(), id: Nullable(Id), name: Type.String() }),
  team: Nullable(NamedRef),
  assignee: Nullable(NamedRef),
  ...Reasons.properties,
})
export type Decision = Static<typeof Decision>

export const TicketBrief = Type.Object({ number: Number_, subject: Type.String() })
