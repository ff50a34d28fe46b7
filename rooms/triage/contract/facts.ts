import { Type } from 'typebox'
import { fact } from '../../../platform/facts/contract.ts'
import { PrioritySchema } from '../../catalog/contract/http.ts'

export const priorityOverridden = fact(
  'triage.priority_overridden',
  'ticket',
  Type.Object({ priority: PrioritySchema, computed: PrioritySchema, reason: Type.String() }),
)
export const overrideWithdrawn = fact(
  'triage.override_withdrawn',
  'ticket',
  Type.Object({ priority: PrioritySchema, computed: PrioritySchema }),
)
export const spamMarked = fact('triage.spam_marked', 'ticket', Type.Object({ statusBefore: Type.String() }))
export const spamUnmarked = fact('triage.spam_unmarked', 'ticket', Type.Object({ status: Type.String() }))
