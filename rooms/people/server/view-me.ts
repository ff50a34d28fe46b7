import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '../../../platform/db/index.ts'
import type { Me } from '../contract/http-session.ts'
import { permissionsOf } from './declare-permissions.ts'

export async function viewMe(reader: Reader, personId: number): Promise<Me> {
  const row = await meRow(reader, personId)
  return {
    id: row.id,
    name: row.name,
    givenName: row.givenName,
    familyName: row.familyName,
    email: row.email,
    language: row.language ?? row.defaultLanguage,
    timeZone: row.timeZone ?? row.defaultTimeZone,
    theme: row.theme,
    density: row.density,
    vip: row.vip,
    organisation: row.organisationId === null ? null : { id: row.organisationId, name: row.organisation ?? '' },
    sharesTickets: row.sharesTickets ?? false,
    organisationName: row.deskName,
    role: { id: row.roleId, name: row.roleName },
    permissions: [...permissionsOf(row)].sort(),
    teams: row.teams,
    hasPassword: row.passwordId !== null,
    totp: row.totpId !== null,
    version: row.version,
  }
}

function meRow(reader: Reader, personId: number) {
  return reader
    .selectFrom('people.person as p')
    .innerJoin('people.role as r', 'r.id', 'p.roleId')
    .innerJoin('people.desk as d', (join) => join.onTrue())
    .leftJoin('people.organisation as o', 'o.id', 'p.organisationId')
    .leftJoin('people.personAddress as a', (join) => join.onRef('a.personId', '=', 'p.id').on('a.isPrimary', '=', true))
    .leftJoin('people.password as pw', 'pw.personId', 'p.id')
    .leftJoin('people.totp as t', (join) => join.onRef('t.personId', '=', 'p.id').on('t.confirmedAt', 'is not', null))
    .select(['p.id', 'p.name', 'p.givenName', 'p.familyName', 'a.email', 'p.language', 'p.timeZone', 'p.theme'])
    .select([
      'p.density',
      'p.vip',
      'p.organisationId',
      'p.version',
      'p.roleId',
      'o.name as organisation',
      'o.sharesTickets',
    ])
    .select(['r.name as roleName', 'r.builtIn', 'r.customised', 'r.permissions'])
    .select(['d.defaultLanguage', 'd.defaultTimeZone', 'd.organisationName as deskName'])
    .select(['pw.personId as passwordId', 't.personId as totpId'])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('people.teamMember as m')
          .innerJoin('people.team as tm', 'tm.id', 'm.teamId')
          .select(['tm.id', 'tm.name', 'm.lead'])
          .whereRef('m.personId', '=', 'p.id')
          .orderBy('tm.name'),
      ).as('teams'),
    )
    .where('p.id', '=', personId)
    .executeTakeFirstOrThrow()
}
