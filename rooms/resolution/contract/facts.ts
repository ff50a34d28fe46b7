import { Type } from 'typebox'
import { fact } from '../../../platform/facts/contract.ts'
import { Id, Nullable, OneOf } from '../../../platform/http/schemas.ts'
import { closures } from './http.ts'

export const ticketResolved = fact('resolution.resolved', 'ticket', Type.Object({ resolutionId: Id }))
export const resolutionWithdrawn = fact(
  'resolution.withdrawn',
  'ticket',
  Type.Object({ resolutionId: Id, reason: Nullable(Type.String()) }),
)
export const ticketClosed = fact('resolution.closed', 'ticket', Type.Object({ resolutionId: Id, how: OneOf(closures) }))
