import { Type } from 'typebox'
import { fact } from '../../../platform/facts/contract.ts'
import { Id, Instant, Nullable, OneOf } from '../../../platform/http/schemas.ts'
import { targets } from './shapes.ts'

const ofClock = {
  target: OneOf(targets),
  /** 1 for the first clock of its target on the ticket. */
  seq: Type.Integer(),
  /** By when, or by when it was. */
  dueAt: Nullable(Instant),
  /** Who has the ticket, for an OLA: the team that owes it. */
  teamId: Nullable(Id),
}

/** A fraction of a goal has passed; each once for each promise. */
export const slaWarned = fact('sla.warned', 'ticket', Type.Object({ ...ofClock, percent: Type.Integer() }))
export const slaBreached = fact('sla.breached', 'ticket', Type.Object(ofClock))
/** First response, resolution and what a team owes, kept in time; the many next updates are not told. */
export const slaMet = fact('sla.met', 'ticket', Type.Object(ofClock))
/** Another version holds for an open ticket, although nothing of the ticket changed. */
export const slaApplied = fact('sla.applied', 'ticket', Type.Object({ why: OneOf(['applied', 'calendar']) }))

const Named = Type.Object({ name: Type.String(), version: Type.Integer() })
export const policyAdded = fact('sla.policy_added', 'sla_policy', Named)
export const policyChanged = fact('sla.policy_changed', 'sla_policy', Named)
export const policyRemoved = fact('sla.policy_removed', 'sla_policy', Named)
export const policiesOrdered = fact('sla.policies_ordered', 'sla_policy', Type.Object({ ids: Type.Array(Id) }))
