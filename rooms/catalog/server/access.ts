import type { Selectable } from 'kysely'
import { type Actor, can } from '../../../platform/access/actor.ts'
import type { Permission } from '../../../platform/access/permission.ts'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import type { Tables } from '../../../platform/db/tables.ts'
import { stale } from '../../../platform/errors/index.ts'
import { categoryNotFound, serviceNotFound } from './errors.ts'

export const permissions: Permission[] = [
  {
    name: 'catalog.read',
    doc: 'See the whole catalogue, also what is not offered in the portal',
    roles: ['technician', 'lead', 'administrator'],
  },
  {
    name: 'catalog.manage',
    doc: 'Change services, categories, request forms and the priority matrix',
    roles: ['administrator'],
  },
]

export type ServiceRow = Selectable<Tables['catalog.service']>
export type CategoryRow = Selectable<Tables['catalog.category']>

/** Whether somebody sees the catalogue as the desk does, or only as the portal shows it. */
export function seesAll(actor: Actor): boolean {
  return can(actor, 'catalog.read') || can(actor, 'catalog.manage')
}

/** The service, if the actor may see it; else throws. */
export async function serviceFor(reader: Reader, actor: Actor, id: number): Promise<ServiceRow> {
  const row = await reader.selectFrom('catalog.service').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || !(seesAll(actor) || (row.active && row.inPortal))) throw serviceNotFound({ ref: id })
  return row
}

/** The service, locked for a change. */
export async function serviceToChange(tx: Tx, id: number): Promise<ServiceRow> {
  const row = await tx
    .selectFrom('catalog.service')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw serviceNotFound({ ref: id })
  return row
}

/** The category, locked for a change; also locks the tree, because what stands where decides what may move. */
export async function categoryToChange(tx: Tx, id: number): Promise<CategoryRow> {
  const row = await tx
    .selectFrom('catalog.category')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw categoryNotFound({ ref: id })
  return row
}

/** Throws 412 with the current state unless the version the editor saw is still the one there is. */
export async function checkVersion(
  ifMatch: string | undefined,
  version: number,
  current: () => unknown | Promise<unknown>,
): Promise<void> {
  if (ifMatch === undefined || ifMatch === '*' || ifMatch === `${version}`) return
  throw stale(undefined, { extra: { current: await current() } })
}
