import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { Value } from 'typebox/value'
import type { Cx } from '../cx.ts'
import type { Tx } from '../db/index.ts'
import { type Problem, stale } from '../errors/index.ts'
import { tell } from '../facts/index.ts'
import { keepStored, type StoredSetting, storedSettings, valueFrom } from './cache.ts'
import type { SettingsView } from './contract.ts'
import type { DeskSetting } from './declare.ts'
import { fixedSetting, invalidSetting, unknownSetting } from './errors.ts'
import { settingChanged } from './facts.ts'
import { declaredSetting } from './registry.ts'
import { fixingVariable, presentSettings, versionOf } from './view-settings.ts'
import { settingsChannel } from './watch-settings.ts'

/** Changes settings by key; null goes back to the default. All of them or, when one is refused, none. */
export async function changeSettings(
  cx: Cx,
  change: Readonly<Record<string, unknown>>,
  ifMatch?: string,
): Promise<SettingsView> {
  const wanted = checkAll(change)
  return cx.tx(async (tx) => {
    // One administrator at a time: the version is that of all settings together.
    await sql`lock table platform.setting in share row exclusive mode`.execute(tx)
    const rows = await storedSettings(tx)
    if (ifMatch !== undefined && ifMatch !== `${versionOf(rows)}`)
      throw stale(undefined, { extra: { current: presentSettings(rows) } })
    const byKey = new Map(rows.map((row) => [row.key, row]))
    let changed = 0
    for (const [setting, value] of wanted) if (await changeOne(tx, setting, byKey.get(setting.key), value)) changed++
    if (changed === 0) return presentSettings(rows)
    const after = await storedSettings(tx)
    // Within the transaction, so that no process can miss a change that was committed. Nobody changes settings often
    // enough for the lock that this takes on all commits to matter.
    await sql`select pg_notify(${settingsChannel}, '')`.execute(tx)
    tx.afterCommit.push(() => keepStored(after))
    return presentSettings(after)
  })
}

async function changeOne(
  tx: Tx,
  setting: DeskSetting,
  row: StoredSetting | undefined,
  value: unknown,
): Promise<boolean> {
  if (isDeepStrictEqual(row?.value ?? null, value)) return false
  const set = {
    value: value === null ? null : JSON.stringify(value),
    version: (row?.version ?? 0) + 1,
    changedBy: tx.actor.name,
    changedAt: tx.now,
  }
  await tx
    .insertInto('platform.setting')
    .values({ key: setting.key, ...set })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(set))
    .execute()
  const [before, after] = [valueFrom(setting, row?.value), valueFrom(setting, value)]
  await tell(tx, settingChanged, 1, { key: setting.key, before, after })
  return true
}

function checkAll(change: Readonly<Record<string, unknown>>): [DeskSetting, unknown][] {
  const refused: Problem[] = []
  const wanted = Object.entries(change).flatMap(([key, value]): [DeskSetting, unknown][] => {
    const setting = declaredSetting(key)
    const problem = setting ? check(setting, value) : unknownSetting({ key })
    if (problem) refused.push(problem)
    return setting ? [[setting, value]] : []
  })
  const [first] = refused
  if (!first) return wanted
  // Every field that hurts is named, so that a form can mark them all.
  const errors = refused.map(({ field, detail }) => ({ field, detail }))
  throw Object.assign(first, { extra: { errors } })
}

function check(setting: DeskSetting, value: unknown): Problem | undefined {
  const { key } = setting
  const env = fixingVariable(setting)
  if (env) return fixedSetting({ key, env })
  if (value === null || Value.Check(setting.schema, value)) return undefined
  const [found] = Value.Errors(setting.schema, value)
  return invalidSetting({ key, why: found?.message ?? 'is not valid' })
}

/** For tests and example worlds: sets one. */
export async function setDeskSetting(cx: Cx, key: string, value: unknown): Promise<void> {
  await changeSettings(cx, { [key]: value })
}
