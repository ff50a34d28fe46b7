import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import type { Category } from '../contract/http.ts'
import { type CategoryRow, seesAll } from './access.ts'
import { categoryNotFound } from './errors.ts'
import { inTreeOrder } from './rules.ts'

/** The tree as the actor may see it: requesters see what is active and belongs to no service or to one of the portal. */
export async function listCategories(
  cx: Cx,
  wanted: { service?: number | undefined; active?: boolean | undefined },
): Promise<Category[]> {
  const rows = await cx.db
    .selectFrom('catalog.category as c')
    .leftJoin('catalog.service as s', 's.id', 'c.serviceId')
    .selectAll('c')
    .where('c.mergedIntoId', 'is', null)
    // Those for every service first, then service by service.
    .orderBy('s.position', (order) => order.asc().nullsFirst())
    .orderBy('c.position')
    .orderBy('c.name')
    .limit(5000)
    .execute()
  const services = seesAll(cx.actor) ? undefined : await portalServices(cx.db)
  const { service, active } = wanted
  return inTreeOrder(rows)
    .filter((row) => !services || (row.active && (row.serviceId === null || services.has(row.serviceId))))
    .filter((row) => active === undefined || row.active === active)
    .filter((row) => service === undefined || row.serviceId === null || row.serviceId === service)
    .map((row) => present(row, row.path))
}

export async function viewCategory(cx: Cx, id: number): Promise<Category> {
  const row = await cx.db.selectFrom('catalog.category').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || (row.mergedIntoId !== null && !seesAll(cx.actor))) throw categoryNotFound({ ref: id })
  if (row.mergedIntoId === null && !seesAll(cx.actor)) {
    const seen = (await listCategories(cx, {})).find((category) => category.id === id)
    if (!seen) throw categoryNotFound({ ref: id })
    return seen
  }
  return presentCategory(cx.db, row)
}

export async function presentCategory(reader: Reader, row: CategoryRow): Promise<Category> {
  const path = [row.name]
  for (let parentId = row.parentId; parentId !== null; ) {
    const parent: { name: string; parentId: number | null } = await reader
      .selectFrom('catalog.category')
      .select(['name', 'parentId'])
      .where('id', '=', parentId)
      .executeTakeFirstOrThrow()
    path.unshift(parent.name)
    parentId = parent.parentId
  }
  return present(row, path)
}

function present(row: CategoryRow, path: string[]): Category {
  return { ...row, path, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() }
}

async function portalServices(reader: Reader): Promise<Set<number>> {
  const rows = await reader
    .selectFrom('catalog.service')
    .select('id')
    .where('active', '=', true)
    .where('inPortal', '=', true)
    .execute()
  return new Set(rows.map((row) => row.id))
}
