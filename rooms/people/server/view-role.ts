import type { Reader } from '../../../platform/db/index.ts'
import type { Role } from '../contract/http-roles.ts'
import { permissionsOf } from './declare-permissions.ts'
import { roleNotFound } from './errors.ts'

export async function listRoles(reader: Reader): Promise<Role[]> {
  const rows = await roleRows(reader).orderBy('r.id').execute()
  return rows.map(presentRole)
}

export async function viewRole(reader: Reader, id: number): Promise<Role> {
  const row = await roleRows(reader).where('r.id', '=', id).executeTakeFirst()
  if (!row) throw roleNotFound()
  return presentRole(row)
}

function roleRows(reader: Reader) {
  return reader
    .selectFrom('people.role as r')
    .selectAll('r')
    .select((eb) => [
      eb
        .selectFrom('people.person as p')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('p.roleId', '=', 'r.id')
        .where('p.active', '=', true)
        .as('persons'),
      eb
        .selectFrom('people.apiKey as k')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('k.roleId', '=', 'r.id')
        .where('k.revokedAt', 'is', null)
        .as('apiKeys'),
    ])
}

type RoleRow = Awaited<ReturnType<ReturnType<typeof roleRows>['execute']>>[number]

function presentRole(row: RoleRow): Role {
  const { id, name, builtIn, customised, version } = row
  return {
    id,
    name,
    builtIn,
    customised,
    permissions: [...permissionsOf(row)],
    persons: row.persons ?? 0,
    apiKeys: row.apiKeys ?? 0,
    updatedAt: row.updatedAt.toISOString(),
    version,
  }
}
