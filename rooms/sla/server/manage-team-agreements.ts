import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { stale } from '../../../platform/errors/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { policyAdded, policyChanged } from '../contract/facts.ts'
import type { TeamAgreement, TeamBody, TeamContent } from '../contract/http.ts'
import { checkCounting } from './check-policy.ts'
import { policyNotFound, teamTaken, unknownReference } from './errors.ts'
import { currentVersions, hold, insertVersion, lockPolicy } from './manage-policies.ts'

export async function listTeamAgreements(reader: Reader): Promise<TeamAgreement[]> {
  const rows = await currentVersions(reader, 'team').execute()
  const teams = await reader.selectFrom('people.team').select(['id', 'name']).execute()
  return rows.map(({ updatedAt, teamId, content, name, ...row }) => ({
    ...row,
    team: teams.find((team) => team.id === teamId) ?? { id: teamId ?? 0, name },
    content: content as TeamContent,
    updatedAt: updatedAt.toISOString(),
  }))
}

async function view(reader: Reader, id: number): Promise<TeamAgreement> {
  const found = (await listTeamAgreements(reader)).find((one) => one.id === id)
  if (!found) throw policyNotFound()
  return found
}

export async function addTeamAgreement(cx: Cx, { applyTo, ...body }: TeamBody): Promise<TeamAgreement> {
  return cx.tx(async (tx) => {
    const name = await check(tx, body)
    const { id } = await unlessTaken(() =>
      tx
        .insertInto('sla.policy')
        .values({ kind: 'team', name, teamId: body.teamId, active: body.active, removedAt: null })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    await insertVersion(tx, id, { number: 1, name, content: body.content })
    await tell(tx, policyAdded, id, { name, version: 1 })
    await hold(tx, applyTo)
    return view(tx, id)
  })
}

export async function changeTeamAgreement(
  cx: Cx,
  id: number,
  { applyTo, ...body }: TeamBody,
  ifMatch?: string,
): Promise<TeamAgreement> {
  return cx.tx(async (tx) => {
    const { version } = await lockPolicy(tx, id, 'team')
    if (ifMatch !== undefined && ifMatch !== `${version}`)
      throw stale(undefined, { extra: { current: await view(tx, id) } })
    const name = await check(tx, body)
    await unlessTaken(() =>
      tx
        .updateTable('sla.policy')
        .set({ name, teamId: body.teamId, active: body.active, updatedAt: tx.now, version: version + 1 })
        .where('id', '=', id)
        .execute(),
    )
    await insertVersion(tx, id, { number: version + 1, name, content: body.content })
    await tell(tx, policyChanged, id, { name, version: version + 1 })
    await hold(tx, applyTo)
    return view(tx, id)
  })
}

/** Returns the name of the team, which is that of its agreement. */
async function check(reader: Reader, { teamId, content }: TeamBody): Promise<string> {
  const team = await reader.selectFrom('people.team').select('name').where('id', '=', teamId).executeTakeFirst()
  if (!team) throw unknownReference({ what: 'team', id: teamId }, { field: 'body.teamId' })
  await checkCounting(reader, content, Object.values(content.goals))
  return team.name
}

async function unlessTaken<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw teamTaken(undefined, { field: 'body.teamId' })
    throw error
  }
}
