import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Reader } from '../../../platform/db/index.ts'
import type { Team } from '../contract/http-teams.ts'
import { teamNotFound } from './errors.ts'
import { maySeeTeam } from './queries.ts'

/** All teams the actor may see with their members; a desk has tens of teams, so they are one page. */
export async function listTeams(reader: Reader, actor: Actor): Promise<Team[]> {
  const rows = await teamRows(reader).orderBy('t.tier').orderBy('t.name').execute()
  return rows.filter((row) => maySeeTeam(actor, row.id)).map(presentTeam)
}

/** A team the actor may see: a private one does not exist for whoever is not in it. */
export async function viewTeam(reader: Reader, actor: Actor, id: number): Promise<Team> {
  const row = await teamRows(reader).where('t.id', '=', id).executeTakeFirst()
  if (!row || !maySeeTeam(actor, id)) throw teamNotFound()
  return presentTeam(row)
}

function teamRows(reader: Reader) {
  return reader
    .selectFrom('people.team as t')
    .selectAll('t')
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('people.teamMember as m')
          .innerJoin('people.person as p', 'p.id', 'm.personId')
          .leftJoin('people.personAddress as a', (join) =>
            join.onRef('a.personId', '=', 'p.id').on('a.isPrimary', '=', true),
          )
          .select(['p.id', 'p.name', 'a.email', 'p.active', 'm.lead', 'm.skills'])
          .whereRef('m.teamId', '=', 't.id')
          .orderBy('m.lead', 'desc')
          .orderBy(sql`lower(p.name)`),
      ).as('members'),
    )
}

type TeamRow = Awaited<ReturnType<ReturnType<typeof teamRows>['execute']>>[number]

function presentTeam(row: TeamRow): Team {
  return { ...row, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() }
}
