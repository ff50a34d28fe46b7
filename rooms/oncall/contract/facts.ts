import { Type } from 'typebox'
import { fact } from '../../../platform/facts/contract.ts'
import { Id, Instant, Nullable, OneOf } from '../../../platform/http/schemas.ts'

export const planSaved = fact(
  'oncall.plan_saved',
  'oncall_plan',
  Type.Object({
    kind: OneOf(['schedule', 'ladder', 'provider']),
    name: Type.String(),
    version: Type.Integer(),
    removed: Type.Boolean(),
  }),
)
/** Subject: the schedule. */
export const overrideSet = fact(
  'oncall.override_set',
  'oncall_plan',
  Type.Object({
    overrideId: Id,
    layer: Type.String(),
    personId: Id,
    startsAt: Instant,
    endsAt: Instant,
    removed: Type.Boolean(),
  }),
)
const About = { pageId: Id, ladder: Type.String(), reason: Type.String() }
/** About the ticket. */
export const pageStarted = fact('oncall.page_started', 'ticket', Type.Object(About))
/** Somebody was called. */
export const personPaged = fact(
  'oncall.person_paged',
  'ticket',
  Type.Object({ ...About, personIds: Type.Array(Id), names: Type.String() }),
)
export const pageAcknowledged = fact(
  'oncall.page_acknowledged',
  'ticket',
  Type.Object({ ...About, personId: Nullable(Id), by: Type.String() }),
)
/** The ladder is climbed and nobody has answered. */
export const pageUnanswered = fact('oncall.page_unanswered', 'ticket', Type.Object(About))
