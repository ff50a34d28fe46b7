import type { Cx } from '../../../platform/cx.ts'
import type { PolicyContent, TeamContent } from '../contract/http.ts'
import { versionNotFound } from './errors.ts'
import { changePolicy } from './manage-policies.ts'
import { changeTeamAgreement } from './manage-team-agreements.ts'

/** What a policy or team agreement said once holds again, as a version of its own; switched on or off it stays as it is. */
export async function restoreVersion(cx: Cx, id: number, number: number): Promise<{ version: number }> {
  const was = await cx.db
    .selectFrom('sla.version as v')
    .innerJoin('sla.policy as p', 'p.id', 'v.policyId')
    .select(['v.name', 'v.content', 'p.active', 'p.teamId'])
    .where('v.policyId', '=', id)
    .where('v.number', '=', number)
    .executeTakeFirst()
  if (!was) throw versionNotFound()
  const { name, active, content, teamId } = was
  const { version } =
    teamId === null
      ? await changePolicy(cx, id, { name, active, content: content as PolicyContent })
      : await changeTeamAgreement(cx, id, { teamId, active, content: content as TeamContent })
  return { version }
}
