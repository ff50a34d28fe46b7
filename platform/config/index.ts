import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { Problem } from '../errors/index.ts'

/** One setting, declared where its feature lives. The reference page is generated from these. */
export interface Setting<S extends TSchema = TSchema> {
  env: string
  doc: string
  schema: S
  default?: Static<S>
}

export type Settings = Record<string, Setting>

export type Values<T extends Settings> = {
  [K in keyof T]: T[K] extends { default: unknown } ? Static<T[K]['schema']> : Static<T[K]['schema']> | undefined
}

export function declareSettings<const T extends Settings>(settings: T): T {
  return settings
}

/** Reads settings from the environment; an empty variable counts as unset. Throws a Problem that names the setting. */
export function readSettings<T extends Settings>(settings: T, env: NodeJS.ProcessEnv): Values<T> {
  const values: Record<string, unknown> = {}
  for (const [key, setting] of Object.entries(settings)) values[key] = readSetting(setting, env[setting.env])
  return values as Values<T>
}

function readSetting(setting: Setting, raw: string | undefined): unknown {
  if (raw === undefined || raw.trim() === '') return setting.default
  const converted = Value.Convert(setting.schema, raw.trim())
  if (Value.Check(setting.schema, converted)) return converted
  const [first] = [...Value.Errors(setting.schema, converted)]
  // The value itself is left out: it may hold a password.
  throw new Problem(
    'config.wrong_setting',
    500,
    `Setting ${setting.env}: ${first?.message ?? 'is not valid'}. ${setting.doc}`,
    {
      field: setting.env,
    },
  )
}

let environment: NodeJS.ProcessEnv = process.env
let kept = new WeakMap<Setting, unknown>()

/** Where `settingOf` reads from; tests set their own. */
export function setEnvironment(env: NodeJS.ProcessEnv): void {
  environment = env
  kept = new WeakMap()
}

/** Whether the environment says anything about this variable; an empty one counts as unset. */
export function isSet(env: string): boolean {
  return (environment[env] ?? '').trim() !== ''
}

type ValueOf<S extends Setting> = S extends { default: unknown } ? Static<S['schema']> : Static<S['schema']> | undefined

/** The value of one setting in this process. All are checked at start-up, so later this only looks up. */
export function settingOf<const S extends Setting>(setting: S): ValueOf<S> {
  if (!kept.has(setting)) kept.set(setting, readSetting(setting, environment[setting.env]))
  return kept.get(setting) as ValueOf<S>
}
