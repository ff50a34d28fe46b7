import { Type } from 'typebox'
import { job } from '../../../platform/jobs/index.ts'
import { closeBySilence } from './close-ticket.ts'

export const closeTicket = job(
  'close a resolved ticket',
  Type.Object({ resolutionId: Type.Integer() }),
  (cx, { resolutionId }) => closeBySilence(cx, resolutionId),
)
