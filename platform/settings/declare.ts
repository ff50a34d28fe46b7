import type { Static, TSchema } from 'typebox'
import type { InEveryLanguage, SettingGroup } from './groups.ts'

export const settingUnits = ['seconds', 'minutes', 'hours', 'days', 'bytes', 'percent'] as const

export interface SettingWords {
  label: string
  /** What it does, for somebody who has never seen the code. */
  help: string
  /** Of a setting that is one of several values: what each is called. */
  choices?: Readonly<Record<string, string>>
}

interface Declared<S extends TSchema = TSchema> {
  group: SettingGroup
  schema: S
  default: Static<S>
  /** The variable that fixes it: while it is set, the screen shows its value and does not change it. */
  env?: string
  unit?: (typeof settingUnits)[number]
  words: InEveryLanguage<SettingWords>
}

/** A setting that administrators change in the screens, without a restart. */
export interface DeskSetting<S extends TSchema = TSchema> extends Declared<S> {
  /** `resolution.autoCloseDays` */
  key: string
}

export type DeskSettings = Readonly<Record<string, DeskSetting>>

/** Declares the settings of a room, beside the feature they steer; put the result into `Room.deskSettings`. */
export function declareDeskSettings<const T extends Record<string, Declared>>(
  room: string,
  declared: T,
): { readonly [K in keyof T]: T[K] & { key: string } } {
  const keyed = Object.entries(declared).map(([name, setting]) => [name, { ...setting, key: `${room}.${name}` }])
  return Object.fromEntries(keyed)
}
