import { type Actor, can } from '../../../platform/access/actor.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { maySeeTeam } from '../../people/server/index.ts'
import { notYourTeam, teamNotFound } from './errors.ts'

/** A team that the actor may see and whose routing they may change: administrators every one, leads their own. */
export async function teamToLead(reader: Reader, actor: Actor, teamId: number): Promise<{ id: number; name: string }> {
  const team = await reader.selectFrom('people.team').select(['id', 'name']).where('id', '=', teamId).executeTakeFirst()
  if (!team || !maySeeTeam(actor, teamId)) throw teamNotFound()
  if (can(actor, 'routing.manage')) return team
  if (!(await teamsLedBy(reader, actor)).includes(teamId)) throw notYourTeam()
  return team
}

/** The teams somebody leads: those they are marked as lead of, and with the right to lead all they are in. */
export async function teamsLedBy(reader: Reader, actor: Actor): Promise<number[]> {
  if (actor.id === null) return []
  if (can(actor, 'routing.leadTeam')) return [...(actor.teamIds ?? [])]
  const rows = await reader
    .selectFrom('people.teamMember')
    .select('teamId')
    .where('personId', '=', actor.id)
    .where('lead', '=', true)
    .execute()
  return rows.map((row) => row.teamId)
}

/** Whether the actor may say for somebody that they are away, or how much they take: oneself, leads, administrators. */
export async function mayAnswerFor(reader: Reader, actor: Actor, personId: number): Promise<boolean> {
  if (actor.id === personId || can(actor, 'routing.manage')) return true
  const led = await teamsLedBy(reader, actor)
  if (led.length === 0) return false
  const member = await reader
    .selectFrom('people.teamMember')
    .select('teamId')
    .where('personId', '=', personId)
    .where('teamId', 'in', led)
    .limit(1)
    .executeTakeFirst()
  return member !== undefined
}
