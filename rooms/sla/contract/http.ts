import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, OneOf, Restored, RestoreVersion } from '../../../platform/http/schemas.ts'
import { kinds, Number_, priorities, statuses } from '../../ticket/contract/shapes.ts'
import { clockStates, pausing, targets } from './shapes.ts'

const tag = 'service levels'
const closed = { additionalProperties: false }
const few = { maxItems: 100, uniqueItems: true }

export const Conditions = Type.Object(
  {
    priorities: Type.Optional(Type.Array(OneOf(priorities), few)),
    kinds: Type.Optional(Type.Array(OneOf(kinds), few)),
    serviceIds: Type.Optional(Type.Array(Id, few)),
    categoryIds: Type.Optional(Type.Array(Id, { ...few, description: 'Those below them count too' })),
    organisationIds: Type.Optional(Type.Array(Id, few)),
    teamIds: Type.Optional(Type.Array(Id, few)),
    tags: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 60 }), few)),
    vip: Type.Optional(Type.Boolean({ description: 'true: only for requesters who are VIPs' })),
  },
  { ...closed, description: 'All that are given must hold; of several values one is enough' },
)
export type Conditions = Static<typeof Conditions>

/** Minutes; null promises nothing. */
const Minutes = Nullable(Type.Integer({ minimum: 1, maximum: 525_600 }))
export const Goals = Type.Object({ firstResponse: Minutes, nextUpdate: Minutes, resolution: Minutes }, closed)
export type Goals = Static<typeof Goals>

const byPriority = <S extends Parameters<typeof Type.Object>[0][string]>(schema: S) =>
  Type.Object({ critical: schema, high: schema, moderate: schema, low: schema }, closed)

const running = {
  calendarId: Nullable(Id),
  pauseOn: Type.Array(OneOf(pausing), { uniqueItems: true }),
  warnAt: Type.Array(Type.Integer({ minimum: 1, maximum: 99 }), {
    maxItems: 5,
    uniqueItems: true,
    description: 'Percent of the goal',
  }),
}

export const PolicyContent = Type.Object(
  {
    ...running,
    conditions: Conditions,
    goals: byPriority(Goals),
    reopening: OneOf(['continue', 'anew'] as const, {
      description: 'Whether the resolution clock of a reopened ticket goes on where it was',
    }),
  },
  closed,
)
export type PolicyContent = Static<typeof PolicyContent>

export const TeamContent = Type.Object({ ...running, goals: byPriority(Minutes) }, closed)
export type TeamContent = Static<typeof TeamContent>

const Name = Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' })
const applyTo = OneOf(['new', 'open'] as const, {
  description: 'Whether only new and changing tickets follow, or all open ones from now on',
})
export const PolicyBody = Type.Object({ name: Name, active: Type.Boolean(), content: PolicyContent }, closed)
export type PolicyBody = Static<typeof PolicyBody>
const SavePolicy = Type.Object({ ...PolicyBody.properties, applyTo: Type.Optional(applyTo) }, closed)
export const TeamBody = Type.Object(
  { teamId: Id, active: Type.Boolean(), content: TeamContent, applyTo: Type.Optional(applyTo) },
  closed,
)
export type TeamBody = Static<typeof TeamBody>

export const Policy = Type.Object({
  id: Id,
  name: Type.String(),
  active: Type.Boolean(),
  version: Type.Integer(),
  content: PolicyContent,
  /** Open clocks that run by it, at whatever version. */
  openTickets: Type.Integer(),
  updatedAt: Instant,
})
export type Policy = Static<typeof Policy>

export const TeamAgreement = Type.Object({
  id: Id,
  team: Type.Object({ id: Id, name: Type.String() }),
  active: Type.Boolean(),
  version: Type.Integer(),
  content: TeamContent,
  openTickets: Type.Integer(),
  updatedAt: Instant,
})
export type TeamAgreement = Static<typeof TeamAgreement>

export const PolicyVersion = Type.Object({
  number: Type.Integer(),
  name: Type.String(),
  content: Type.Unknown(),
  at: Instant,
  by: Type.String(),
})
export type PolicyVersion = Static<typeof PolicyVersion>

const ById = Type.Object({ id: Id })
const all = <S extends Parameters<typeof Type.Array>[0]>(item: S) =>
  Type.Object({ items: Type.Array(item), nextCursor: Type.Null() })

export const listPolicies = endpoint({
  method: 'GET',
  path: '/api/v1/sla-policies',
  summary: 'The policies in the order in which they are tried',
  tag,
  response: all(Policy),
})
export const createPolicy = endpoint({
  method: 'POST',
  path: '/api/v1/sla-policies',
  summary: 'Add a policy, first in the order',
  tag,
  body: SavePolicy,
  response: Policy,
  status: 201,
  idempotent: true,
})
export const putPolicy = endpoint({
  method: 'PUT',
  path: '/api/v1/sla-policies/:id',
  summary: 'Change a policy: it gets another version',
  tag,
  params: ById,
  body: SavePolicy,
  response: Policy,
})
export const deletePolicy = endpoint({
  method: 'DELETE',
  path: '/api/v1/sla-policies/:id',
  summary: 'Remove a policy; clocks that run by it go on until something of their ticket changes',
  tag,
  params: ById,
})
export const putPolicyOrder = endpoint({
  method: 'PUT',
  path: '/api/v1/sla-policies/order',
  summary: 'Say in which order policies are tried',
  tag,
  body: Type.Object({ ids: Type.Array(Id, { maxItems: 500, uniqueItems: true }) }, closed),
  response: all(Policy),
})
export const listPolicyVersions = endpoint({
  method: 'GET',
  path: '/api/v1/sla-policies/:id/versions',
  summary: 'What a policy or team agreement said and says, newest first',
  tag,
  params: ById,
  response: all(PolicyVersion),
})
export const restorePolicyVersion = endpoint({
  method: 'POST',
  path: '/api/v1/sla-policies/:id/versions',
  summary: 'Let a former version of a policy or team agreement hold again, as a new one',
  tag,
  params: ById,
  body: RestoreVersion,
  response: Restored,
  status: 201,
  idempotent: true,
})
export const PolicyEffect = Type.Object({
  openTickets: Type.Integer({ description: 'Open tickets that you may see' }),
  taken: Type.Integer({ description: 'Those that this policy would take where it stands' }),
  examples: Type.Array(Type.Object({ number: Number_, subject: Type.String() })),
})
export type PolicyEffect = Static<typeof PolicyEffect>
export const previewPolicy = endpoint({
  method: 'POST',
  path: '/api/v1/sla-policies/preview',
  summary: 'How many open tickets a policy would take, without keeping it',
  tag,
  body: Type.Object({ ...PolicyBody.properties, policyId: Nullable(Id) }, closed),
  response: PolicyEffect,
})

export const listTeamAgreements = endpoint({
  method: 'GET',
  path: '/api/v1/team-agreements',
  summary: 'What teams owe the desk from the moment they get a ticket (OLA)',
  tag,
  response: all(TeamAgreement),
})
export const createTeamAgreement = endpoint({
  method: 'POST',
  path: '/api/v1/team-agreements',
  summary: 'Agree something with a team',
  tag,
  body: TeamBody,
  response: TeamAgreement,
  status: 201,
  idempotent: true,
})
export const putTeamAgreement = endpoint({
  method: 'PUT',
  path: '/api/v1/team-agreements/:id',
  summary: 'Change what a team owes',
  tag,
  params: ById,
  body: TeamBody,
  response: TeamAgreement,
})
export const deleteTeamAgreement = endpoint({
  method: 'DELETE',
  path: '/api/v1/team-agreements/:id',
  summary: 'Remove what a team owes',
  tag,
  params: ById,
})

export const Piece = Type.Object({
  from: Instant,
  to: Nullable(Instant),
  kind: OneOf(['running', 'paused', 'closed', 'carried'] as const, {
    description: '`closed`: outside the hours of the calendar; `carried`: used up before the ticket was opened again',
  }),
  pausedFor: Nullable(OneOf(statuses)),
  countedMs: Type.Integer(),
  policy: Type.String(),
  policyVersion: Type.Integer(),
  calendar: Type.String(),
})
export type Piece = Static<typeof Piece>

export const ClockView = Type.Object({
  id: Id,
  target: OneOf(targets),
  seq: Type.Integer(),
  state: OneOf(clockStates),
  team: Nullable(Type.Object({ id: Id, name: Type.String() })),
  goalMs: Type.Integer(),
  elapsedMs: Type.Integer({ description: 'Working time that has passed, up to now' }),
  startedAt: Instant,
  dueAt: Nullable(Instant),
  breachedAt: Nullable(Instant),
  endedAt: Nullable(Instant),
  pausedFor: Nullable(OneOf(statuses)),
  leads: Type.Boolean(),
  warnAt: Type.Array(Type.Integer()),
  policy: Type.Object({ name: Type.String(), version: Type.Integer() }),
  calendar: Type.Object({ name: Type.String(), timeZone: Type.String(), alwaysOpen: Type.Boolean() }),
  /** Whether the calendar is open now; while it is not, a running clock stands. */
  openNow: Type.Boolean(),
  /** When it goes on, while it runs outside the hours of its calendar. */
  goesOnAt: Nullable(Instant),
  /** The highest fraction in percent that was warned of; 100 when it was breached. */
  told: Type.Integer(),
})
export type ClockView = Static<typeof ClockView>

export const getClocks = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/clocks',
  summary: 'The clocks of a ticket',
  tag,
  params: Type.Object({ number: Number_ }),
  response: Type.Object({ now: Instant, items: Type.Array(ClockView), nextCursor: Type.Null() }),
})
export const getClock = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/clocks/:id',
  summary: 'One clock with its intervals; what they count is what has passed',
  tag,
  params: Type.Object({ number: Number_, id: Id }),
  response: Type.Object({ ...ClockView.properties, now: Instant, pieces: Type.Array(Piece) }),
})
export type ExplainedClock = Static<NonNullable<(typeof getClock)['response']>>

const Outcome = Type.Object({ asked: Type.Integer(), breached: Type.Integer() })
export const TrialCounts = Type.Object({
  firstResponse: Outcome,
  nextUpdate: Outcome,
  resolution: Outcome,
  tickets: Outcome,
})
export const Trial = Type.Object({
  id: Id,
  policyId: Nullable(Id),
  name: Type.String(),
  days: Type.Integer(),
  state: OneOf(['waiting', 'running', 'done', 'cancelled', 'failed'] as const),
  total: Type.Integer(),
  done: Type.Integer(),
  /** Tickets that the policy would have taken at some time. */
  taken: Type.Integer(),
  today: TrialCounts,
  tried: TrialCounts,
  /** Tickets whose outcome differs, the newest first, at most a hundred. */
  examples: Type.Array(
    Type.Object({
      number: Number_,
      subject: Type.String(),
      today: Type.Array(OneOf(targets)),
      tried: Type.Array(OneOf(targets)),
    }),
  ),
  askedAt: Instant,
  askedBy: Type.String(),
})
export type Trial = Static<typeof Trial>

export const createTrial = endpoint({
  method: 'POST',
  path: '/api/v1/sla-trials',
  idempotent: true,
  summary: 'Run a policy over the tickets of the last days, without keeping it',
  tag,
  body: Type.Object(
    { ...PolicyBody.properties, policyId: Nullable(Id), days: Type.Integer({ minimum: 1, maximum: 366 }) },
    closed,
  ),
  response: Trial,
  status: 201,
})
export const getTrial = endpoint({
  method: 'GET',
  path: '/api/v1/sla-trials/:id',
  summary: 'How far a trial is, and what it found',
  tag,
  params: ById,
  response: Trial,
})
export const deleteTrial = endpoint({
  method: 'DELETE',
  path: '/api/v1/sla-trials/:id',
  summary: 'Stop a trial',
  tag,
  params: ById,
})
