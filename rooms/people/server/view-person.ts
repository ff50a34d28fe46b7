import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Reader } from '../../../platform/db/index.ts'
import type { Person } from '../contract/http-persons.ts'
import { permissionsOfRole } from './access.ts'
import { privilegesAmong } from './declare-permissions.ts'
import { personNotFound } from './errors.ts'
import { cardRows, maySeeTeam, presentCard } from './queries.ts'
import { mayManage } from './rules.ts'

/** A person with all that belongs to them, and what the viewer may do with them. */
export async function viewPerson(reader: Reader, actor: Actor, id: number): Promise<Person> {
  const row = await personRow(reader, id)
  if (!row) throw personNotFound({ id })
  const { givenName, familyName, language, timeZone, addresses, phones, version } = row
  return {
    ...presentCard(row),
    givenName,
    familyName,
    language,
    timeZone,
    addresses: addresses.map(({ bounced, reason, ...address }) => ({
      ...address,
      bounced: bounced === null ? null : { at: new Date(bounced).toISOString(), reason: reason ?? '' },
    })),
    phones,
    teams: row.teams.filter((team) => maySeeTeam(actor, team.id)),
    signsInBy: { password: row.hasPassword !== null, totp: row.totpId !== null, invited: row.invitationId !== null },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version,
    abilities: mayManage(actor, { id, permissions: privilegesAmong(await permissionsOfRole(reader, row.roleId)) }),
  }
}

function personRow(reader: Reader, id: number) {
  return cardRows(reader)
    .leftJoin('people.password as pw', 'pw.personId', 'p.id')
    .leftJoin('people.totp as t', (join) => join.onRef('t.personId', '=', 'p.id').on('t.confirmedAt', 'is not', null))
    .leftJoin('people.invitation as i', (join) => join.onRef('i.personId', '=', 'p.id').on('i.acceptedAt', 'is', null))
    .select([
      'p.givenName',
      'p.familyName',
      'p.language',
      'p.timeZone',
      'p.createdAt',
      'p.updatedAt',
      'p.version',
      'pw.personId as hasPassword',
      't.personId as totpId',
      'i.id as invitationId',
    ])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('people.personAddress as pa')
          .select([
            'pa.id',
            'pa.email',
            'pa.isPrimary as primary',
            'pa.verified',
            'pa.bouncedAt as bounced',
            'pa.bounceReason as reason',
          ])
          .whereRef('pa.personId', '=', 'p.id')
          .orderBy('pa.isPrimary', 'desc')
          .orderBy('pa.id'),
      ).as('addresses'),
      jsonArrayFrom(
        eb
          .selectFrom('people.personPhone as pp')
          .select(['pp.id', 'pp.number', 'pp.label'])
          .whereRef('pp.personId', '=', 'p.id')
          .orderBy('pp.id'),
      ).as('phones'),
      jsonArrayFrom(
        eb
          .selectFrom('people.teamMember as m')
          .innerJoin('people.team as tm', 'tm.id', 'm.teamId')
          .select(['tm.id', 'tm.name'])
          .whereRef('m.personId', '=', 'p.id')
          .orderBy('tm.name'),
      ).as('teams'),
    ])
    .where('p.id', '=', id)
    .executeTakeFirst()
}
