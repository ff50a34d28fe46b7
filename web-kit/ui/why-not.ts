import { problemIn } from '../i18n/i18n.ts'

export interface Ability {
  allowed: boolean
  reason?: string
  code?: string
  params?: Record<string, string | number>
}

/** Why something is not possible, in the reader's language where it knows the case; undefined when it is possible. */
export function whyNot(ability: Ability | undefined): string | undefined {
  if (!ability || ability.allowed) return undefined
  return (ability.code && problemIn(ability.code, ability.params)) || ability.reason
}
