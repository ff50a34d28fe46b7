import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { teamMemberAdded, teamMemberChanged, teamMemberRemoved } from '../contract/facts.ts'
import type { Membership, Team } from '../contract/http-teams.ts'
import { memberNotFound, personNotFound } from './errors.ts'
import { lockTeam } from './manage-teams.ts'
import { forgetActors } from './resolve-actor.ts'
import { viewTeam } from './view-team.ts'

export async function putTeamMember(cx: Cx, teamId: number, personId: number, membership: Membership): Promise<Team> {
  return cx.tx(async (tx) => {
    await lockTeam(tx, teamId)
    const person = await tx.selectFrom('people.person').select('id').where('id', '=', personId).executeTakeFirst()
    if (!person) throw personNotFound({ id: personId })
    await putMember(tx, teamId, personId, membership)
    await touchTeam(tx, teamId)
    return viewTeam(tx, cx.actor, teamId)
  })
}

/** Adds a person to a team or changes what is given of their part in it. */
export async function putMember(tx: Tx, teamId: number, personId: number, membership: Membership): Promise<void> {
  const before = await memberOf(tx, teamId, personId)
  const lead = membership.lead ?? before?.lead ?? false
  const skills = membership.skills ?? before?.skills ?? []
  await tx
    .insertInto('people.teamMember')
    .values({ teamId, personId, lead, skills, addedAt: tx.now })
    .onConflict((conflict) => conflict.columns(['teamId', 'personId']).doUpdateSet({ lead, skills }))
    .execute()
  await tell(tx, before ? teamMemberChanged : teamMemberAdded, teamId, { personId, lead, skills })
  forgetActors(tx)
}

export async function removeTeamMember(cx: Cx, teamId: number, personId: number): Promise<Team> {
  return cx.tx(async (tx) => {
    await lockTeam(tx, teamId)
    if (!(await memberOf(tx, teamId, personId))) throw memberNotFound()
    await tx.deleteFrom('people.teamMember').where('teamId', '=', teamId).where('personId', '=', personId).execute()
    await touchTeam(tx, teamId)
    await tell(tx, teamMemberRemoved, teamId, { personId })
    forgetActors(tx)
    return viewTeam(tx, cx.actor, teamId)
  })
}

export async function leaveAllTeams(tx: Tx, personId: number): Promise<void> {
  const left = await tx.deleteFrom('people.teamMember').where('personId', '=', personId).returning('teamId').execute()
  for (const { teamId } of left) await tell(tx, teamMemberRemoved, teamId, { personId })
  forgetActors(tx)
}

function memberOf(tx: Tx, teamId: number, personId: number) {
  return tx
    .selectFrom('people.teamMember')
    .selectAll()
    .where('teamId', '=', teamId)
    .where('personId', '=', personId)
    .executeTakeFirst()
}

async function touchTeam(tx: Tx, id: number): Promise<void> {
  await tx
    .updateTable('people.team')
    .set({ updatedAt: tx.now, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}
