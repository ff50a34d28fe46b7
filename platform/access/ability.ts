import { Type } from 'typebox'

/** What the viewer may do with a thing, and when not, why; the screen shows `reason` on the disabled control. */
export interface Ability {
  allowed: boolean
  reason?: string
}

export const AbilitySchema = Type.Object({ allowed: Type.Boolean(), reason: Type.Optional(Type.String()) })

export const yes: Ability = { allowed: true }

export function no(reason: string): Ability {
  return { allowed: false, reason }
}
