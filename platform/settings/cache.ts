import type { Static } from 'typebox'
import { Value } from 'typebox/value'
import { isSet, settingOf } from '../config/index.ts'
import type { Reader } from '../db/index.ts'
import type { DeskSetting } from './declare.ts'
import { asEnvironmentSetting } from './environment.ts'
import './tables.ts'

export interface StoredSetting {
  key: string
  value: unknown
  version: number
  changedBy: string
  changedAt: Date
}

let stored: ReadonlyMap<string, unknown> = new Map()

/** What this process takes for stored from now on. */
export function keepStored(rows: readonly StoredSetting[]): void {
  stored = new Map(rows.filter((row) => row.value !== null).map((row) => [row.key, row.value]))
}

export async function storedSettings(reader: Reader): Promise<StoredSetting[]> {
  return reader.selectFrom('platform.setting').selectAll().execute()
}

/** Reads what administrators have set. The program does so when it starts and whenever it hears of a change. */
export async function loadDeskSettings(reader: Reader): Promise<void> {
  keepStored(await storedSettings(reader))
}

/** The value of a setting that holds now. Looks up in memory only, so it may stand on the hottest path. */
export function deskSetting<S extends DeskSetting>(setting: S): Static<S['schema']> {
  if (setting.env && isSet(setting.env)) return settingOf(asEnvironmentSetting(setting)) as Static<S['schema']>
  return valueFrom(setting, stored.get(setting.key))
}

/** A value stored by an older version may not fit any more; then the default holds. */
export function valueFrom<S extends DeskSetting>(setting: S, value: unknown): Static<S['schema']> {
  const fits = value !== undefined && value !== null && Value.Check(setting.schema, value)
  return (fits ? value : setting.default) as Static<S['schema']>
}
