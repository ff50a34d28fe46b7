import { Type } from 'typebox'
import { fact } from '../../../platform/facts/contract.ts'
import { Id } from '../../../platform/http/schemas.ts'

/** A message came in, was read and wants to be filed; told in the transaction that files it. */
export const mailReceived = fact('intake.mail_received', 'intake_item', Type.Object({ itemId: Id }))
