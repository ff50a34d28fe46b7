import { type Static, Type } from 'typebox'
import { AbilitySchema } from '../../../platform/access/ability.ts'

export const PersonAbilities = Type.Object({
  change: AbilitySchema,
  changeRole: AbilitySchema,
  deactivate: AbilitySchema,
  invite: AbilitySchema,
})
export type PersonAbilities = Static<typeof PersonAbilities>
