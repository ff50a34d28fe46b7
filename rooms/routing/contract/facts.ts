import { Type } from 'typebox'
import { fact } from '../../../platform/facts/contract.ts'
import { Id, Instant, Nullable } from '../../../platform/http/schemas.ts'
import { RuleFields } from './shapes.ts'

const Rule = Type.Object({ ...RuleFields, version: Type.Integer() })

export const ruleAdded = fact('routing.rule_added', 'routing_rule', Rule)
export const ruleChanged = fact('routing.rule_changed', 'routing_rule', Rule)
export const ruleDeleted = fact('routing.rule_deleted', 'routing_rule', Type.Object({ name: Type.String() }))
export const rulesReordered = fact('routing.rules_reordered', 'routing', Type.Object({ ids: Type.Array(Id) }))
export const teamRoutingChanged = fact(
  'routing.team_changed',
  'team',
  Type.Object({ changes: Type.Record(Type.String(), Type.Object({ before: Type.Unknown(), after: Type.Unknown() })) }),
)
export const personRoutingChanged = fact(
  'routing.person_changed',
  'person',
  Type.Object({ capacity: Nullable(Type.Number()) }),
)
export const skillNeedChanged = fact(
  'routing.skill_need_changed',
  'category',
  Type.Object({ skills: Type.Array(Type.String()) }),
)

const Away = Type.Object({ personId: Id, from: Instant, until: Nullable(Instant), substituteId: Nullable(Id) })
export const absenceSet = fact('routing.absence_set', 'absence', Away)
export const absenceChanged = fact('routing.absence_changed', 'absence', Away)
export const absenceRemoved = fact('routing.absence_removed', 'absence', Type.Object({ personId: Id }))
