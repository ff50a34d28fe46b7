import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, OneOf, Page, Restored, RestoreVersion } from '../../../platform/http/schemas.ts'
import { NamedRef, Number_ } from '../../ticket/contract/shapes.ts'
import { RuleFields } from './shapes.ts'

const tag = 'routing'
const ById = Type.Object({ id: Id })

export const findingKinds = [
  'contradiction',
  'shadowed',
  'unknown',
  'nothing',
  'ambiguous_tier',
  'not_a_member',
] as const

/** Something about a rule that cannot be meant. */
export const Finding = Type.Object({
  kind: OneOf(findingKinds),
  ruleId: Nullable(Id),
  position: Type.Integer(),
  other: Nullable(NamedRef),
  about: Nullable(Type.String()),
})
export type Finding = Static<typeof Finding>

export const Rule = Type.Object({
  id: Id,
  position: Type.Integer({ description: '1 is the first' }),
  ...RuleFields,
  matched: Type.Integer({ description: 'Tickets of the last 30 days that it matched; counting stops at 10,000' }),
  changedBy: Type.String(),
  updatedAt: Instant,
  version: Type.Integer(),
})
export type Rule = Static<typeof Rule>

/** The names of whom rules mention by id. */
const Mentioned = Type.Object({ persons: Type.Array(NamedRef), organisations: Type.Array(NamedRef) })
export type Mentioned = Static<typeof Mentioned>

export const NewRule = Type.Object(
  {
    name: RuleFields.name,
    conditions: RuleFields.conditions,
    outcome: RuleFields.outcome,
    active: Type.Optional(RuleFields.active),
    stop: Type.Optional(RuleFields.stop),
    position: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  },
  { additionalProperties: false },
)
export type NewRule = Static<typeof NewRule>
export const RuleChange = Type.Partial(Type.Object(RuleFields), { additionalProperties: false })
export type RuleChange = Static<typeof RuleChange>

export const PastRule = Type.Object({
  version: Type.Integer(),
  ...RuleFields,
  at: Instant,
  by: Type.String(),
})
export type PastRule = Static<typeof PastRule>

export const listRules = endpoint({
  method: 'GET',
  path: '/api/v1/routing-rules',
  summary: 'The rules that say where new tickets go, in their order, and what is odd about them',
  tag,
  response: Type.Object({
    items: Type.Array(Rule),
    nextCursor: Nullable(Type.String()),
    findings: Type.Array(Finding),
    mentioned: Mentioned,
  }),
})
export const createRule = endpoint({
  method: 'POST',
  path: '/api/v1/routing-rules',
  summary: 'Add a rule, at the end or at a position',
  tag,
  body: NewRule,
  response: Rule,
  status: 201,
  idempotent: true,
})
export const getRule = endpoint({
  method: 'GET',
  path: '/api/v1/routing-rules/:id',
  summary: 'One rule',
  tag,
  params: ById,
  response: Rule,
})
export const changeRuleEndpoint = endpoint({
  method: 'PATCH',
  path: '/api/v1/routing-rules/:id',
  summary: 'Change a rule',
  tag,
  params: ById,
  body: RuleChange,
  response: Rule,
})
export const deleteRuleEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/v1/routing-rules/:id',
  summary: 'Delete a rule; what it decided keeps its words',
  tag,
  params: ById,
})
export const listPastRules = endpoint({
  method: 'GET',
  path: '/api/v1/routing-rules/:id/versions',
  summary: 'What a rule said before, newest first',
  tag,
  params: ById,
  response: Page(PastRule),
})
export const restoreRuleVersion = endpoint({
  method: 'POST',
  path: '/api/v1/routing-rules/:id/versions',
  summary: 'Let a former version of a rule hold again, as a new one',
  tag,
  params: ById,
  body: RestoreVersion,
  response: Restored,
  status: 201,
  idempotent: true,
})
export const putRuleOrder = endpoint({
  method: 'PUT',
  path: '/api/v1/routing-rules/order',
  summary: 'Put the rules into another order; all ids, once each',
  tag,
  body: Type.Object({ ids: Type.Array(Id, { maxItems: 500, uniqueItems: true }) }),
  response: Type.Object({ ids: Type.Array(Id) }),
})

/** A rule as it might be: with the id of the one it stands for, or none for a new one. */
const DraftRule = Type.Object({ id: Nullable(Id), ...RuleFields }, { additionalProperties: false })
export type DraftRule = Static<typeof DraftRule>

export const NewTrial = Type.Object(
  { rules: Type.Array(DraftRule, { maxItems: 300 }), days: Type.Integer({ minimum: 1, maximum: 365 }) },
  { additionalProperties: false },
)
export type NewTrial = Static<typeof NewTrial>

const Where = Type.Object({
  team: Nullable(NamedRef),
  assignee: Nullable(NamedRef),
  priority: Nullable(Type.String()),
  tags: Type.Array(Type.String()),
})

export const TrialResult = Type.Object({
  tickets: Type.Integer(),
  changed: Type.Integer({ description: 'Go elsewhere than by the rules that are in force' }),
  examples: Type.Array(
    Type.Object({
      number: Number_,
      subject: Type.String(),
      openedAt: Instant,
      before: Where,
      after: Where,
      rule: Nullable(Type.String()),
    }),
    { description: 'The newest hundred of them' },
  ),
  flows: Type.Array(Type.Object({ from: Nullable(NamedRef), to: Nullable(NamedRef), tickets: Type.Integer() })),
  rules: Type.Array(
    Type.Object({
      position: Type.Integer(),
      name: Type.String(),
      matched: Type.Integer(),
      taken: Type.Integer({ description: 'Would have matched, but an earlier rule had stopped' }),
      decided: Type.Integer({ description: 'Said the team, the person, the priority or a tag' }),
    }),
  ),
  findings: Type.Array(Finding),
})
export type TrialResult = Static<typeof TrialResult>

export const Trial = Type.Object({
  id: Id,
  state: OneOf(['waiting', 'running', 'done', 'cancelled']),
  days: Type.Integer(),
  total: Type.Integer(),
  done: Type.Integer(),
  createdAt: Instant,
  finishedAt: Nullable(Instant),
  result: Nullable(TrialResult),
})
export type Trial = Static<typeof Trial>

export const createTrial = endpoint({
  method: 'POST',
  path: '/api/v1/routing-trials',
  summary: 'Run rules over the tickets of the last days without changing anything; goes on as a job',
  tag,
  body: NewTrial,
  response: Trial,
  status: 201,
  idempotent: true,
})
export const getTrial = endpoint({
  method: 'GET',
  path: '/api/v1/routing-trials/:id',
  summary: 'How far a trial is, and what came of it',
  tag,
  params: ById,
  response: Trial,
})
export const cancelTrial = endpoint({
  method: 'DELETE',
  path: '/api/v1/routing-trials/:id',
  summary: 'Stop a trial',
  tag,
  params: ById,
  response: Trial,
})
