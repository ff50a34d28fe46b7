import { Type } from 'typebox'

/** What the viewer may do with a thing, and when not, why; the screen shows the reason on the disabled control. */
export interface Ability {
  allowed: boolean
  /** In English. */
  reason?: string
  /** Names the reason (`ticket.closed`), so that a screen can say it in the language of its reader. */
  code?: string
  /** What the words for the code need, e.g. the number of another ticket. */
  params?: Record<string, string | number>
}

export const AbilitySchema = Type.Object({
  allowed: Type.Boolean(),
  reason: Type.Optional(Type.String()),
  code: Type.Optional(Type.String({ description: 'Names the reason, for words in other languages' })),
  params: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
})

export const yes: Ability = { allowed: true }

/** No, for the reason of this code, in words; the same code always stands for the same reason. */
export function no(code: string, reason: string, params?: Ability['params']): Ability {
  return { allowed: false, reason, code, ...(params === undefined ? {} : { params }) }
}
