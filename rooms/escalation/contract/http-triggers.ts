import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, OneOf, Restored, RestoreVersion } from '../../../platform/http/schemas.ts'
import { Number_, priorities } from '../../ticket/contract/shapes.ts'
import { Escalation } from './shapes.ts'

const tag = 'escalation'

export const triggerKinds = [
  'priority',
  'sla',
  'vip',
  'reopened',
  'returned',
  'idle',
  'keyword',
  'similar',
  'urgent',
] as const
export type TriggerKind = (typeof triggerKinds)[number]

const times = Type.Integer({ minimum: 1, maximum: 50 })
const minutes = Type.Integer({ minimum: 1, maximum: 525_600 })

export const When = Type.Union([
  Type.Object({ kind: Type.Literal('priority'), priorities: Type.Array(OneOf(priorities), { minItems: 1 }) }),
  Type.Object({
    kind: Type.Literal('sla'),
    percent: Type.Integer({ minimum: 1, maximum: 100, description: '100: the promise is broken' }),
  }),
  Type.Object({ kind: Type.Literal('vip') }),
  Type.Object({ kind: Type.Literal('reopened'), times }),
  Type.Object({ kind: Type.Literal('returned'), times }),
  Type.Object({ kind: Type.Literal('idle'), minutes }),
  Type.Object({
    kind: Type.Literal('keyword'),
    words: Type.Array(Type.String({ minLength: 2, maxLength: 100, pattern: '\\S' }), { minItems: 1, maxItems: 50 }),
  }),
  Type.Object({ kind: Type.Literal('similar'), times, minutes }),
  Type.Object({ kind: Type.Literal('urgent') }),
])
export type When = Static<typeof When>

export const Rule = Type.Object({
  when: When,
  only: Type.Object(
    {
      priorities: Type.Optional(Type.Array(OneOf(priorities))),
      services: Type.Optional(Type.Array(Id, { maxItems: 100 })),
      teams: Type.Optional(Type.Array(Id, { maxItems: 100 })),
    },
    { description: 'What is left out or empty does not matter' },
  ),
  tell: Type.Object({
    leads: Type.Boolean({ description: 'The leads of the team that has the ticket' }),
    persons: Type.Array(Id, { maxItems: 50 }),
    roleId: Nullable(Id),
    ladderId: Type.Optional(Nullable(Id)),
  }),
})
export type Rule = Static<typeof Rule>

const fields = {
  name: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
  active: Type.Boolean(),
  rule: Rule,
}

export const Trigger = Type.Object({
  id: Id,
  ...fields,
  fired: Type.Integer({ description: 'How often in the last 30 days' }),
  version: Type.Integer(),
  updatedAt: Instant,
})
export type Trigger = Static<typeof Trigger>

const ById = Type.Object({ id: Id })

export const listTriggers = endpoint({
  method: 'GET',
  path: '/api/v1/escalation-triggers',
  summary: 'What makes the desk tell leads by itself',
  tag,
  response: Type.Object({ items: Type.Array(Trigger) }),
})
export const createTrigger = endpoint({
  method: 'POST',
  path: '/api/v1/escalation-triggers',
  summary: 'Add a trigger',
  tag,
  body: Type.Object(fields),
  response: Trigger,
  status: 201,
  idempotent: true,
})
export const saveTrigger = endpoint({
  method: 'PUT',
  path: '/api/v1/escalation-triggers/:id',
  summary: 'Save a trigger as a new version',
  tag,
  params: ById,
  body: Type.Object(fields),
  response: Trigger,
})
export const removeTrigger = endpoint({
  method: 'DELETE',
  path: '/api/v1/escalation-triggers/:id',
  summary: 'Remove a trigger; what it fired stays on record',
  tag,
  params: ById,
})
export const listTriggerVersions = endpoint({
  method: 'GET',
  path: '/api/v1/escalation-triggers/:id/versions',
  summary: 'Every version of a trigger, the newest first',
  tag,
  params: ById,
  response: Type.Object({
    items: Type.Array(Type.Object({ version: Type.Integer(), ...fields, savedBy: Type.String(), savedAt: Instant })),
  }),
})
export const restoreTriggerVersion = endpoint({
  method: 'POST',
  path: '/api/v1/escalation-triggers/:id/versions',
  summary: 'Let a former version of a trigger hold again, as a new one',
  tag,
  params: ById,
  body: RestoreVersion,
  response: Restored,
  status: 201,
  idempotent: true,
})
export const previewTrigger = endpoint({
  method: 'POST',
  path: '/api/v1/escalation-triggers/preview',
  summary: 'How many tickets of the last days it would have fired for, and which',
  tag,
  body: Type.Object({ rule: Rule, days: Type.Optional(Type.Integer({ minimum: 1, maximum: 90 })) }),
  response: Type.Object({
    count: Nullable(Type.Integer({ description: 'Null where the past does not tell (similar tickets)' })),
    tickets: Type.Array(Type.Object({ number: Number_, subject: Type.String() })),
    days: Type.Integer(),
  }),
})

export const tellLeadsEndpoint = endpoint({
  method: 'POST',
  path: '/api/v1/tickets/:number/escalations/leads',
  summary: 'Escalate to leads or management: the team keeps the ticket',
  tag,
  params: Type.Object({ number: Number_ }),
  body: Type.Object({
    reason: Type.String({ minLength: 3, maxLength: 4000, pattern: '\\S' }),
    persons: Type.Optional(Type.Array(Id, { maxItems: 20, description: 'Left out: the leads of the team' })),
  }),
  response: Escalation,
  status: 201,
  idempotent: true,
})
export const settleEscalationEndpoint = endpoint({
  method: 'PUT',
  path: '/api/v1/tickets/:number/escalations/:id/settlement',
  summary: 'End an escalation to leads: it is settled',
  tag,
  params: Type.Object({ number: Number_, id: Id }),
  body: Type.Object({ note: Type.Optional(Type.String({ maxLength: 4000 })) }),
  response: Escalation,
})
export const sayUrgentEndpoint = endpoint({
  method: 'POST',
  path: '/api/v1/tickets/:number/urgency',
  summary: 'For requesters: this cannot wait, and why; once a day',
  tag,
  params: Type.Object({ number: Number_ }),
  body: Type.Object({ reason: Type.String({ minLength: 3, maxLength: 2000, pattern: '\\S' }) }),
  response: Type.Object({ saidAt: Instant }),
  status: 201,
  idempotent: true,
})
