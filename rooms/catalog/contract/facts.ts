import { type Static, Type } from 'typebox'
import { fact } from '../../../platform/facts/contract.ts'
import { Id, Nullable } from '../../../platform/http/schemas.ts'
import { MatrixChange } from './matrix.ts'

const Changes = Type.Record(Type.String(), Type.Object({ before: Type.Unknown(), after: Type.Unknown() }))
export type Changes = Static<typeof Changes>
const Named = Type.Object({ name: Type.String() })

export const serviceAdded = fact('service.added', 'service', Named)
export const serviceChanged = fact('service.changed', 'service', Type.Object({ changes: Changes }))
export const serviceDeleted = fact('service.deleted', 'service', Named)
export const formChanged = fact(
  'service.form_changed',
  'service',
  Type.Object({
    number: Type.Integer(),
    added: Type.Array(Type.String()),
    changed: Type.Array(Type.String()),
    removed: Type.Array(Type.String()),
  }),
)

export const categoryAdded = fact(
  'category.added',
  'category',
  Type.Object({ name: Type.String(), parentId: Nullable(Id) }),
)
export const categoryChanged = fact('category.changed', 'category', Type.Object({ changes: Changes }))
export const categoryDeleted = fact('category.deleted', 'category', Named)
export const categoryMerged = fact('category.merged', 'category', Type.Object({ name: Type.String(), intoId: Id }))

export const matrixChanged = fact(
  'matrix.changed',
  'matrix',
  Type.Object({ before: MatrixChange, after: MatrixChange }),
)
