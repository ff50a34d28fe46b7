import { Type } from 'typebox'
import { fact } from '../facts/contract.ts'

/** All settings are one subject, number 1: there is one desk. */
export const settingChanged = fact(
  'settings.changed',
  'settings',
  Type.Object({ key: Type.String(), before: Type.Unknown(), after: Type.Unknown() }),
)
