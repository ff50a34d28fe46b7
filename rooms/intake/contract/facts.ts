import { Type } from 'typebox'
import { fact } from '../../../platform/facts/contract.ts'
import { Id, OneOf } from '../../../platform/http/schemas.ts'

/** A message came in, was read and wants to be filed; told in the transaction that files it. */
export const mailReceived = fact('intake.mail_received', 'intake_item', Type.Object({ itemId: Id }))

/** More mail from one sender, or on one subject, than anybody writes; told once for each storm. */
export const stormBegan = fact(
  'intake.storm_began',
  'storm',
  Type.Object({ kind: OneOf(['sender', 'subject']), about: Type.String() }),
)
