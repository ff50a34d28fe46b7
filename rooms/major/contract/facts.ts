import { Type } from 'typebox'
import { fact } from '../../../platform/facts/contract.ts'
import { Id } from '../../../platform/http/schemas.ts'
import { Number_ } from '../../ticket/contract/shapes.ts'

/** All about the ticket that the others hang on. */
export const majorDeclared = fact(
  'major.declared',
  'ticket',
  Type.Object({ title: Type.String(), coordinatorId: Id, coordinator: Type.String() }),
)
export const majorChanged = fact(
  'major.changed',
  'ticket',
  Type.Object({ title: Type.String(), coordinator: Type.String(), banner: Type.Boolean() }),
)
export const majorUpdated = fact(
  'major.updated',
  'ticket',
  Type.Object({ updateId: Id, public: Type.Boolean(), text: Type.String() }),
)
export const majorEnded = fact('major.ended', 'ticket', Type.Object({ title: Type.String() }))
export const majorReviewed = fact('major.reviewed', 'ticket', Type.Object({ title: Type.String() }))
export const ticketGathered = fact(
  'major.gathered',
  'ticket',
  Type.Object({
    other: Number_,
    gathered: Type.Boolean(),
    direction: Type.Unsafe<'in' | 'of'>({ type: 'string', enum: ['in', 'of'] }),
  }),
)
