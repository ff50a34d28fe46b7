import type { Cx } from '../../../platform/cx.ts'
import { versionNotFound } from './errors.ts'
import { changeRule } from './manage-rules.ts'

/** What a rule said once holds again, as a version of its own; its place in the order stays as it is. */
export async function restoreVersion(cx: Cx, id: number, number: number): Promise<{ version: number }> {
  const was = await cx.db
    .selectFrom('routing.ruleVersion')
    .select(['name', 'active', 'conditions', 'outcome', 'stop'])
    .where('ruleId', '=', id)
    .where('version', '=', number)
    .executeTakeFirst()
  if (!was) throw versionNotFound()
  const { version } = await changeRule(cx, id, was)
  return { version }
}
