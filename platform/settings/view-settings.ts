import { isSet } from '../config/index.ts'
import type { Cx } from '../cx.ts'
import type { Reader } from '../db/index.ts'
import { decodeCursor, type Page, pageOf } from '../http/page.ts'
import { deskSetting, type StoredSetting, storedSettings, valueFrom } from './cache.ts'
import type { PastSetting, SettingsView, SettingView } from './contract.ts'
import type { DeskSetting } from './declare.ts'
import { settingChanged } from './facts.ts'
import { settingGroups } from './groups.ts'
import { declaredSettings } from './registry.ts'

export async function viewSettings(reader: Reader): Promise<SettingsView> {
  return presentSettings(await storedSettings(reader))
}

export function presentSettings(rows: readonly StoredSetting[]): SettingsView {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const items = declaredSettings().map((setting) => present(setting, byKey.get(setting.key)))
  const used = new Set(items.map((item) => item.group))
  const groups = Object.entries(settingGroups)
    .filter(([name]) => used.has(name))
    .map(([name, words]) => ({ name, words }))
  return { version: versionOf(rows), groups, items }
}

/** Rows are never deleted and every change raises one, so the sum says whether anything changed. */
export function versionOf(rows: readonly StoredSetting[]): number {
  return rows.reduce((sum, row) => sum + row.version, 0)
}

function present(setting: DeskSetting, row: StoredSetting | undefined): SettingView {
  const fixedBy = fixingVariable(setting)
  return {
    key: setting.key,
    group: setting.group,
    words: setting.words as SettingView['words'],
    schema: setting.schema,
    unit: setting.unit ?? null,
    default: setting.default,
    value: fixedBy ? deskSetting(setting) : valueFrom(setting, row?.value),
    fixedBy,
    changed: row ? { by: row.changedBy, at: row.changedAt.toISOString() } : null,
  }
}

export function fixingVariable({ env }: DeskSetting): string | null {
  return env && isSet(env) ? env : null
}

export async function viewPastSettings(
  cx: Cx,
  query: { key?: string; limit?: number; cursor?: string },
): Promise<Page<PastSetting>> {
  const limit = query.limit ?? 50
  let select = cx.db
    .selectFrom('platform.fact')
    .select(['id', 'at', 'actorName as by', 'data'])
    .where('subjectKind', '=', settingChanged.subject)
    .where('subjectId', '=', 1)
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (query.key) select = select.where('data', '@>', JSON.stringify({ key: query.key }) as never)
  if (query.cursor) select = select.where('id', '<', Number(decodeCursor(query.cursor, 1)[0]))
  const page = pageOf(await select.execute(), limit, (row) => [row.id])
  const items = page.items.map(({ id, at, by, data }) => {
    const { key, before, after } = data as { key: string; before: unknown; after: unknown }
    return { id, key, before, after, by, at: at.toISOString() }
  })
  return { ...page, items }
}
