import { Value } from 'typebox/value'
import type { DeskSetting } from './declare.ts'

let declared: ReadonlyMap<string, DeskSetting> = new Map()

/** Makes the settings of all rooms known. Throws when two have one key or a default does not fit its own schema. */
export function registerDeskSettings(settings: readonly DeskSetting[]): void {
  const next = new Map<string, DeskSetting>()
  for (const setting of settings) {
    if (next.has(setting.key)) throw new Error(`Two desk settings are called ${setting.key}`)
    if (!Value.Check(setting.schema, setting.default)) throw new Error(`The default of ${setting.key} is not valid`)
    next.set(setting.key, setting)
  }
  declared = next
}

export function declaredSettings(): readonly DeskSetting[] {
  return [...declared.values()]
}

export function declaredSetting(key: string): DeskSetting | undefined {
  return declared.get(key)
}
