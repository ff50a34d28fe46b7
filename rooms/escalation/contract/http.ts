import { Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, Restored, RestoreVersion } from '../../../platform/http/schemas.ts'
import { Number_ } from '../../ticket/contract/shapes.ts'
import { Escalation, EscalationPath, HandOff, HandOffDraft, Supplier, TicketEscalations } from './shapes.ts'

export * from './shapes.ts'

const tag = 'escalation'
const ByNumber = Type.Object({ number: Number_ })
const OneEscalation = Type.Object({ number: Number_, id: Id })
const Reason = Type.String({ minLength: 3, maxLength: 4000, pattern: '\\S' })

export const getEscalations = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/escalations',
  summary: 'The path of a ticket, where it stands on it, and every escalation with its hand-off',
  tag,
  params: ByNumber,
  response: TicketEscalations,
})

export const getHandOffDraft = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/escalations/draft',
  summary: 'A hand-off filled in with what the ticket says already',
  tag,
  params: ByNumber,
  response: HandOffDraft,
})

export const startEscalationEndpoint = endpoint({
  method: 'POST',
  path: '/api/v1/tickets/:number/escalations',
  summary: 'Hand a ticket up: to a team of a higher tier, or to the supplier',
  tag,
  params: ByNumber,
  body: Type.Object({
    team: Type.Optional(
      Type.Integer({ minimum: 1, description: 'Left out: the first team of the next tier of the path' }),
    ),
    supplier: Type.Optional(Type.Boolean({ description: 'To the supplier of the path instead of a team' })),
    handOff: Type.Optional(HandOff),
    override: Type.Optional(Type.Object({ reason: Reason }, { description: 'Leads only: why there is no hand-off' })),
  }),
  response: Escalation,
  status: 201,
  idempotent: true,
})

export const acceptEscalationEndpoint = endpoint({
  method: 'PUT',
  path: '/api/v1/tickets/:number/escalations/:id/acceptance',
  summary: 'Take over a ticket that was handed up; for a supplier, note that they have it',
  tag,
  params: OneEscalation,
  body: Type.Object({
    reference: Type.Optional(Type.String({ maxLength: 200, description: 'What the supplier calls it' })),
  }),
  response: Escalation,
})

export const returnEscalationEndpoint = endpoint({
  method: 'PUT',
  path: '/api/v1/tickets/:number/escalations/:id/return',
  summary: 'Give a ticket back to whoever handed it up, with a reason',
  tag,
  params: OneEscalation,
  body: Type.Object({ reason: Reason }),
  response: Escalation,
})

export const withdrawEscalationEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/v1/tickets/:number/escalations/:id',
  summary: 'Take a hand-off back that nobody has accepted yet',
  tag,
  params: OneEscalation,
  response: Escalation,
})

export const getContact = endpoint({
  method: 'GET',
  path: '/api/v1/tickets/:number/contact',
  summary: 'Whom the requester goes on talking to while specialists work on their ticket',
  tag,
  params: ByNumber,
  response: Type.Object({
    contact: Nullable(Type.String()),
    /** Since when it is with specialists; null while it is not. */
    since: Nullable(Instant),
  }),
})

const PathParam = Type.Object({ service: Type.String({ pattern: '^(default|[1-9]\\d{0,15})$' }) })

export const listEscalationPaths = endpoint({
  method: 'GET',
  path: '/api/v1/escalation-paths',
  summary: 'The path of every service; the first is that of all which have none of their own',
  tag,
  response: Type.Object({ items: Type.Array(EscalationPath) }),
})

export const saveEscalationPath = endpoint({
  method: 'PUT',
  path: '/api/v1/escalation-paths/:service',
  summary: 'Save a path as a new version; `default` for all services without one of their own',
  tag,
  params: PathParam,
  body: Type.Object({
    tiers: Type.Array(Type.Array(Id, { maxItems: 20, uniqueItems: true }), {
      minItems: 3,
      maxItems: 3,
      description: 'The teams of the tiers 1, 2 and 3, first choice first',
    }),
    supplier: Type.Optional(Nullable(Supplier)),
  }),
  response: EscalationPath,
})

export const resetEscalationPath = endpoint({
  method: 'DELETE',
  path: '/api/v1/escalation-paths/:service',
  summary: 'Go back to the path that holds without this one',
  tag,
  params: PathParam,
  response: EscalationPath,
})

export const listPathVersions = endpoint({
  method: 'GET',
  path: '/api/v1/escalation-paths/:service/versions',
  summary: 'Every version of a path, the newest first',
  tag,
  params: PathParam,
  response: Type.Object({
    items: Type.Array(
      Type.Object({
        version: Type.Integer(),
        tiers: Nullable(Type.Array(Type.Array(Type.String()))),
        supplier: Nullable(Type.String()),
        savedBy: Type.String(),
        savedAt: Instant,
      }),
    ),
  }),
})

export const restorePathVersion = endpoint({
  method: 'POST',
  path: '/api/v1/escalation-paths/:service/versions',
  summary: 'Let a former version of a path hold again, as a new one',
  tag,
  params: PathParam,
  body: RestoreVersion,
  response: Restored,
  status: 201,
  idempotent: true,
})
