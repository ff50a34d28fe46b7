import { Type } from 'typebox'
import { fact } from '../../../platform/facts/contract.ts'
import { Id, Nullable, OneOf } from '../../../platform/http/schemas.ts'
import { endings, kinds } from './shapes.ts'

export const escalationStarted = fact(
  'escalation.started',
  'ticket',
  Type.Object({
    escalationId: Id,
    kind: OneOf(kinds),
    fromTeamId: Nullable(Id),
    fromTier: Nullable(Type.Integer()),
    toTeamId: Nullable(Id),
    toTier: Nullable(Type.Integer()),
    /** The team or the supplier, in words. */
    to: Type.String(),
    contactId: Nullable(Id),
    /** A lead moved it without a hand-off, for this reason. */
    withoutHandOff: Nullable(Type.String()),
  }),
)
export const escalationAccepted = fact(
  'escalation.accepted',
  'ticket',
  Type.Object({ escalationId: Id, to: Type.String(), assigneeId: Nullable(Id) }),
)
export const escalationReturned = fact(
  'escalation.returned',
  'ticket',
  Type.Object({
    escalationId: Id,
    from: Type.String(),
    reason: Type.String(),
    /** How often this ticket has been returned by now. */
    bounces: Type.Integer(),
  }),
)
export const escalationEnded = fact(
  'escalation.ended',
  'ticket',
  Type.Object({ escalationId: Id, how: OneOf(endings) }),
)
/** The requester says that it cannot wait. */
export const urgentSaid = fact('escalation.urgent_said', 'ticket', Type.Object({ reason: Type.String() }))
export const triggerFired = fact(
  'escalation.trigger_fired',
  'ticket',
  Type.Object({ triggerId: Id, trigger: Type.String(), escalationId: Id, recipientIds: Type.Array(Id) }),
)
export const triggerSaved = fact(
  'escalation.trigger_saved',
  'escalation_trigger',
  Type.Object({ name: Type.String(), version: Type.Integer(), removed: Type.Boolean() }),
)
/** Subject: the version that was saved. */
export const escalationPathSaved = fact(
  'escalation.path_saved',
  'escalation_path',
  Type.Object({ serviceId: Nullable(Id), version: Type.Integer(), removed: Type.Boolean() }),
)
