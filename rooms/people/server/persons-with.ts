import type { Reader } from '../../../platform/db/index.ts'
import { permissionsOf } from './declare-permissions.ts'

const MOST = 50

/** Active persons whose role has a permission and who can be written to; for what they have to be told. */
export async function personsWith(
  reader: Reader,
  permission: string,
): Promise<{ id: number; name: string; email: string }[]> {
  const roles = await reader.selectFrom('people.role').select(['id', 'builtIn', 'customised', 'permissions']).execute()
  const able = roles.filter((role) => permissionsOf(role).includes(permission)).map((role) => role.id)
  if (able.length === 0) return []
  return reader
    .selectFrom('people.person as p')
    .innerJoin('people.personAddress as a', (join) =>
      join.onRef('a.personId', '=', 'p.id').on('a.isPrimary', '=', true),
    )
    .select(['p.id', 'p.name', 'a.email'])
    .where('p.roleId', 'in', able)
    .where('p.active', '=', true)
    .orderBy('p.id')
    .limit(MOST)
    .execute()
}
