import { Type } from 'typebox'
import { fact } from '../../../platform/facts/contract.ts'
import { Id, OneOf } from '../../../platform/http/schemas.ts'
import { sharings } from './shapes.ts'

const Changes = Type.Record(Type.String(), Type.Object({ before: Type.Unknown(), after: Type.Unknown() }))

export const viewAdded = fact(
  'desk.view_added',
  'view',
  Type.Object({ name: Type.String(), sharing: OneOf(sharings), teamIds: Type.Array(Id) }),
)
export const viewChanged = fact('desk.view_changed', 'view', Type.Object({ changes: Changes }))
export const viewDeleted = fact('desk.view_deleted', 'view', Type.Object({ name: Type.String() }))

export const bulkChangeStarted = fact(
  'desk.bulk_change_started',
  'bulk_change',
  Type.Object({ total: Type.Integer(), change: Type.Record(Type.String(), Type.Unknown()) }),
)
export const bulkChangeEnded = fact(
  'desk.bulk_change_ended',
  'bulk_change',
  Type.Object({ state: OneOf(['done', 'cancelled']), changed: Type.Integer(), failed: Type.Integer() }),
)
