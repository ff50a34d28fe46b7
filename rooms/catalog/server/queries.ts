import { sql } from 'kysely'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { cardsOf, keepInMemory } from '../../../platform/memory/index.ts'
import type { CategoryCard, Field, Form, FormVersion, Matrix, ServiceCard } from '../contract/http.ts'
import { type CategoryRow, type ServiceRow, seesAll } from './access.ts'

export const services = keepInMemory('services', (reader) => readServices(reader))

export const categories = keepInMemory('categories', (reader) => readCategories(reader))

/** What is shown of services wherever they are named; those that do not exist are missing from the map. */
export function serviceCards(reader: Reader, ids: readonly number[]): Promise<Map<number, ServiceCard>> {
  return cardsOf(services, readServices, reader, ids)
}

/** What is shown of categories wherever they are named. A merged category shows the one it was merged into. */
export function categoryCards(reader: Reader, ids: readonly number[]): Promise<Map<number, CategoryCard>> {
  return cardsOf(categories, readCategories, reader, ids)
}

async function readServices(reader: Reader): Promise<Map<number, ServiceCard>> {
  const rows = await reader
    .selectFrom('catalog.service')
    .select(['id', 'name', 'icon', 'active', 'translations'])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

async function readCategories(reader: Reader): Promise<Map<number, CategoryCard>> {
  const { rows } = await sql<CategoryCard & { askedId: number }>`
    with recursive target (asked_id, id, merged_into_id) as (
      select id, id, merged_into_id from catalog.category
      union
      select t.asked_id, c.id, c.merged_into_id from target t join catalog.category c on c.id = t.merged_into_id
    ), above (asked_id, parent_id, path) as (
      select t.asked_id, c.parent_id, array[c.name::text]
      from target t join catalog.category c on c.id = t.id where t.merged_into_id is null
      union all
      select a.asked_id, c.parent_id, c.name::text || a.path
      from above a join catalog.category c on c.id = a.parent_id
    )
    select t.asked_id as "askedId", c.id, c.name, c.active, c.translations, a.path
    from target t
    join catalog.category c on c.id = t.id
    join above a on a.asked_id = t.asked_id and a.parent_id is null
    where t.merged_into_id is null`.execute(reader)
  return new Map(rows.map(({ askedId, ...card }) => [askedId, card]))
}

/**
 * These categories, all below them, and what was merged into any of them: what a list of one category holds. One that was
 * merged stands for where it went.
 */
export async function categoriesWithin(reader: Reader, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: number }>`
    with recursive target (id, merged_into_id) as (
      select id, merged_into_id from catalog.category where id = any(${[...ids]}::bigint[])
      union
      select c.id, c.merged_into_id from target t join catalog.category c on c.id = t.merged_into_id
    ), within (id) as (
      select id from target
      union
      select c.id from within w join catalog.category c on c.parent_id = w.id or c.merged_into_id = w.id
    )
    select id from within order by id`.execute(reader)
  return rows.map((row) => row.id)
}

export const matrices = keepInMemory('priority matrix', async (reader): Promise<Matrix> => {
  const row = await reader
    .selectFrom('catalog.matrix')
    .select(['impacts', 'urgencies', 'cells', 'updatedAt', 'version'])
    .executeTakeFirstOrThrow()
  return { ...row, updatedAt: row.updatedAt.toISOString() }
})

/** The priority matrix in use. */
export const matrix = (reader: Reader): Promise<Matrix> => matrices.get(reader)

/** The request form of a service as it is now; without fields when it has none. */
export async function formFor(reader: Reader, serviceId: number): Promise<Form> {
  const row = await versionsOf(reader, serviceId).orderBy('number', 'desc').executeTakeFirst()
  return presentForm(serviceId, row)
}

/** The request form of a service as it was at a moment; its first version for what is older than that. */
export async function formAt(reader: Reader, serviceId: number, at: Date): Promise<Form> {
  const row = await versionsOf(reader, serviceId)
    .where('createdAt', '<=', at)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return presentForm(serviceId, row ?? (await versionsOf(reader, serviceId).orderBy('number').executeTakeFirst()))
}

function versionsOf(reader: Reader, serviceId: number) {
  return reader
    .selectFrom('catalog.formVersion')
    .select(['id', 'number', 'fields'])
    .where('serviceId', '=', serviceId)
    .limit(1)
}

function presentForm(serviceId: number, row: { id: number; number: number; fields: Field[] } | undefined): Form {
  return { serviceId, versionId: row?.id ?? null, number: row?.number ?? 0, fields: row?.fields ?? [] }
}

/** The fields of versions of forms, to read the answers that were given to them. */
export async function formVersions(reader: Reader, ids: readonly number[]): Promise<Map<number, Field[]>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .selectFrom('catalog.formVersion')
    .select(['id', 'fields'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.fields]))
}

export async function formVersionRows(reader: Reader, where: { id?: number; serviceId?: number }) {
  let query = reader.selectFrom('catalog.formVersion').selectAll().orderBy('number', 'desc').limit(200)
  if (where.id !== undefined) query = query.where('id', '=', where.id)
  if (where.serviceId !== undefined) query = query.where('serviceId', '=', where.serviceId)
  const rows = await query.execute()
  return rows.map(
    ({ createdBy: _createdBy, createdAt, ...row }): FormVersion => ({ ...row, createdAt: createdAt.toISOString() }),
  )
}

/** The active service of this id or name that the actor is offered; undefined when there is none. */
export async function findService(reader: Reader, actor: Actor, ref: number | string): Promise<ServiceRow | undefined> {
  let query = reader.selectFrom('catalog.service').selectAll().where('active', '=', true)
  query = typeof ref === 'number' ? query.where('id', '=', ref) : query.where('name', '=', ref.trim())
  if (!seesAll(actor)) query = query.where('inPortal', '=', true)
  return query.executeTakeFirst()
}

/**
 * The active category of this id, or of this name when only one carries it, alone or as a path ("Hardware / Printer").
 */
export async function findCategory(reader: Reader, ref: number | string): Promise<CategoryRow | undefined> {
  const active = reader.selectFrom('catalog.category').selectAll().where('active', '=', true)
  if (typeof ref === 'number') return active.where('id', '=', ref).executeTakeFirst()
  const path = ref.split('/').map((name) => name.trim())
  const rows = await active
    .where('name', '=', path.at(-1) ?? '')
    .limit(50)
    .execute()
  if (path.length === 1) return rows.length === 1 ? rows[0] : undefined
  const cards = await categoryCards(
    reader,
    rows.map((row) => row.id),
  )
  const wanted = path.join('/').toLowerCase()
  return rows.find((row) => cards.get(row.id)?.path.join('/').toLowerCase() === wanted)
}

/** What a ticket starts with when it is about this service and says nothing else. */
export async function serviceDefaults(reader: Reader, serviceId: number) {
  const row = await reader
    .selectFrom('catalog.service')
    .select(['defaultKind', 'defaultImpact', 'defaultUrgency', 'ownerTeamId'])
    .where('id', '=', serviceId)
    .executeTakeFirst()
  return row
    ? { kind: row.defaultKind, impact: row.defaultImpact, urgency: row.defaultUrgency, teamId: row.ownerTeamId }
    : undefined
}
