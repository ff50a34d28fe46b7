import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/index.ts'
import { Problem } from '../../../platform/errors/index.ts'
import type { CategoryChange, ServiceChange } from '../contract/http.ts'
import type { CategoryRow, ServiceRow } from './access.ts'
import {
  categoryCycle,
  categoryInUse,
  categoryNameTaken,
  serviceInUse,
  serviceNameTaken,
  unknownReference,
} from './errors.ts'
import { categories, services } from './queries.ts'

/** The values of a change as columns; what is not in the change stays. */
function columns<T extends { translations?: unknown }>(change: T) {
  const { translations, ...plain } = change
  return { ...plain, ...(translations === undefined ? {} : { translations: JSON.stringify(translations) }) }
}

export async function insertService(
  tx: Tx,
  service: ServiceChange & { name: string; position: number },
): Promise<ServiceRow> {
  const values = { ownerTeamId: null, ...columns(service), createdAt: tx.now, updatedAt: tx.now }
  await services.forget(tx)
  return refusing(service, () =>
    tx.insertInto('catalog.service').values(values).returningAll().executeTakeFirstOrThrow(),
  )
}

export async function updateService(tx: Tx, id: number, change: ServiceChange): Promise<ServiceRow> {
  await services.forget(tx)
  return refusing(change, () =>
    tx
      .updateTable('catalog.service')
      .set({ ...columns(change), updatedAt: tx.now, version: sql`version + 1` })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow(),
  )
}

export async function insertCategory(
  tx: Tx,
  category: CategoryChange & { name: string; position: number },
): Promise<CategoryRow> {
  const values = {
    parentId: null,
    serviceId: null,
    mergedIntoId: null,
    ...columns(category),
    createdAt: tx.now,
    updatedAt: tx.now,
  }
  await categories.forget(tx)
  return refusing(category, () =>
    tx.insertInto('catalog.category').values(values).returningAll().executeTakeFirstOrThrow(),
  )
}

export async function updateCategory(
  tx: Tx,
  id: number,
  change: CategoryChange & { mergedIntoId?: number },
): Promise<CategoryRow> {
  await categories.forget(tx)
  return refusing(change, () =>
    tx
      .updateTable('catalog.category')
      .set({ ...columns(change), updatedAt: tx.now, version: sql`version + 1` })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow(),
  )
}

export async function deleteService(tx: Tx, id: number): Promise<void> {
  await services.forget(tx)
  await refusing({}, () => tx.deleteFrom('catalog.service').where('id', '=', id).execute(), serviceInUse)
}

export async function deleteCategory(tx: Tx, id: number): Promise<void> {
  await categories.forget(tx)
  await refusing({}, () => tx.deleteFrom('catalog.category').where('id', '=', id).execute(), categoryInUse)
}

interface Named {
  name?: string
  ownerTeamId?: number | null
  parentId?: number | null
  serviceId?: number | null
}

/** The constraints of the database are the rules; here they get words. Nothing is checked beforehand, so nothing can race. */
async function refusing<T>(thing: Named, work: () => Promise<T>, inUse?: () => Problem): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw problemOf(error, thing, inUse) ?? error
  }
}

function problemOf(error: unknown, thing: Named, inUse?: () => Problem): Problem | undefined {
  if (!(error instanceof Error) || error instanceof Problem || !('code' in error)) return undefined
  const constraint = 'constraint' in error ? String(error.constraint) : ''
  const name = thing.name ?? ''
  if (error.code === '23503' && inUse) return inUse()
  if (constraint === 'service_name_key') return serviceNameTaken({ name }, { field: 'body.name' })
  if (constraint === 'category_name') return categoryNameTaken({ name }, { field: 'body.name' })
  if (constraint === 'category_no_cycle') return categoryCycle(undefined, { field: 'body.parentId' })
  if (constraint === 'service_owner_team_id_fkey') return unknown('team', thing.ownerTeamId, 'ownerTeamId')
  if (constraint === 'category_parent_id_fkey') return unknown('category', thing.parentId, 'parentId')
  if (constraint === 'category_service_id_fkey') return unknown('service', thing.serviceId, 'serviceId')
  return undefined
}

function unknown(what: string, id: number | null | undefined, field: string): Problem {
  return unknownReference({ what, id: id ?? 0 }, { field: `body.${field}` })
}
