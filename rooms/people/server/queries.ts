import { sql } from 'kysely'
import type { Actor } from '../../../platform/access/actor.ts'
import { among, type Reader } from '../../../platform/db/index.ts'
import { cardsOf, keepInMemory } from '../../../platform/memory/index.ts'
import type { PersonCard } from '../contract/http-persons.ts'
import type { TeamCard } from '../contract/http-teams.ts'

/** Persons as other things show them, by id; ids of nobody are left out. */
export async function personCards(reader: Reader, ids: readonly number[]): Promise<Map<number, PersonCard>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await cardRows(reader)
    .where(among(sql.ref('p.id'), wanted))
    .execute()
  return new Map(rows.map((row) => [row.id, presentCard(row)]))
}

/** Names are looked up in place: planning a join of four tables takes longer than answering it, and it is asked all day. */
export function cardRows(reader: Reader) {
  return reader
    .selectFrom('people.person as p')
    .leftJoin('people.personAddress as a', (join) => join.onRef('a.personId', '=', 'p.id').on('a.isPrimary', '=', true))
    .select([
      'p.id',
      'p.name',
      'a.email',
      'a.bounceReason as undeliverable',
      'p.vip',
      'p.active',
      'p.jobTitle',
      'p.location',
      'p.organisationId',
      'p.roleId',
    ])
    .select((one) => [
      one
        .selectFrom('people.organisation as o')
        .select('o.name')
        .whereRef('o.id', '=', 'p.organisationId')
        .as('organisationName'),
      one
        .selectFrom('people.role as r')
        .select('r.name')
        .whereRef('r.id', '=', 'p.roleId')
        .$asScalar()
        .$notNull()
        .as('roleName'),
    ])
}

interface CardRow extends Omit<PersonCard, 'organisation' | 'role'> {
  organisationId: number | null
  organisationName: string | null
  roleId: number
  roleName: string
}

export function presentCard(row: CardRow): PersonCard {
  const { id, name, email, undeliverable, vip, active, jobTitle, location } = row
  const organisation = row.organisationId === null ? null : { id: row.organisationId, name: row.organisationName ?? '' }
  return {
    id,
    name,
    email,
    undeliverable,
    vip,
    active,
    jobTitle,
    location,
    organisation,
    role: { id: row.roleId, name: row.roleName },
  }
}

export const teams = keepInMemory('teams', (reader) => readTeams(reader))

/** Teams by id. Does not ask whether the viewer may see them: what shows a private team must have decided that. */
export function teamCards(reader: Reader, ids: readonly number[]): Promise<Map<number, TeamCard>> {
  return cardsOf(teams, readTeams, reader, ids)
}

async function readTeams(reader: Reader): Promise<Map<number, TeamCard>> {
  const rows = await reader.selectFrom('people.team').select(['id', 'name', 'tier', 'visibility']).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The teams an actor may see: all but the private ones they are not in. Managing teams shows every team. */
export async function teamsFor(reader: Reader, actor: Actor): Promise<TeamCard[]> {
  const rows = await reader
    .selectFrom('people.team')
    .select(['id', 'name', 'tier', 'visibility'])
    .orderBy('tier')
    .orderBy('name')
    .execute()
  return rows.filter((team) => maySeeTeam(actor, team.id))
}

/** Whether a team's name and members are no secret to the actor; its tickets are another question (hiddenTeamIds). */
export function maySeeTeam(actor: Actor, teamId: number): boolean {
  if (actor.permissions.has('people.manage')) return true
  return !(actor.hiddenTeamIds ?? []).includes(teamId)
}

/** The active person an address belongs to. */
export async function findPersonByEmail(reader: Reader, email: string): Promise<PersonCard | undefined> {
  const row = await cardRows(reader)
    .innerJoin('people.personAddress as any', 'any.personId', 'p.id')
    .where('any.email', '=', email.trim())
    .where('p.active', '=', true)
    .executeTakeFirst()
  return row && presentCard(row)
}

/** Ids of persons in a team; for queues, workload and notifications. */
export async function teamMemberIds(reader: Reader, teamId: number): Promise<number[]> {
  const rows = await reader
    .selectFrom('people.teamMember as m')
    .innerJoin('people.person as p', 'p.id', 'm.personId')
    .select('m.personId')
    .where('m.teamId', '=', teamId)
    .where('p.active', '=', true)
    .orderBy('m.personId')
    .execute()
  return rows.map((row) => row.personId)
}

/** The language and time zone to write to somebody in: their own, or else the desk's. */
export async function localeOf(reader: Reader, personId: number): Promise<{ language: string; timeZone: string }> {
  const row = await reader
    .selectFrom('people.desk as d')
    .leftJoin('people.person as p', (join) => join.on('p.id', '=', personId))
    .select((eb) => [
      eb.fn.coalesce('p.language', 'd.defaultLanguage').as('language'),
      eb.fn.coalesce('p.timeZone', 'd.defaultTimeZone').as('timeZone'),
    ])
    .executeTakeFirstOrThrow()
  return { language: row.language ?? 'en', timeZone: row.timeZone ?? 'UTC' }
}

export async function deskSettings(reader: Reader) {
  return reader.selectFrom('people.desk').selectAll().executeTakeFirstOrThrow()
}

/** What may be done with somebody's ticket because of who they are: the actor themselves, or their organisation's. */
export function personMaySeeTicketsOf(actor: Actor, person: { id: number; organisationId: number | null }): boolean {
  if (actor.id === person.id) return true
  return actor.sharesTickets === true && actor.organisationId != null && actor.organisationId === person.organisationId
}
