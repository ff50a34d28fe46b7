import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, Page } from '../../../platform/http/schemas.ts'
import { named, Translations } from './shapes.ts'

const fields = {
  name: named(80),
  parentId: Nullable(Id),
  serviceId: Nullable(Id),
  active: Type.Boolean(),
  position: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  translations: Translations,
}

export const CategoryCard = Type.Object({
  id: Id,
  name: Type.String(),
  path: Type.Array(Type.String(), { description: 'The names from the root down to this one' }),
  active: Type.Boolean(),
  translations: Translations,
})
export type CategoryCard = Static<typeof CategoryCard>

export const Category = Type.Object({
  id: Id,
  ...fields,
  path: CategoryCard.properties.path,
  mergedIntoId: Nullable(Id),
  createdAt: Instant,
  updatedAt: Instant,
  version: Type.Integer(),
})
export type Category = Static<typeof Category>

const { name, ...rest } = fields
export const NewCategory = Type.Object(
  { name, ...Type.Partial(Type.Object(rest)).properties },
  { additionalProperties: false },
)
export type NewCategory = Static<typeof NewCategory>
export const CategoryChange = Type.Partial(Type.Object(fields), { additionalProperties: false })
export type CategoryChange = Static<typeof CategoryChange>

const tag = 'catalogue'
const params = Type.Object({ id: Id })

export const listCategories = endpoint({
  method: 'GET',
  path: '/api/v1/categories',
  summary: 'The category tree: parents before their children, siblings in their order',
  tag,
  query: Type.Object({ service: Type.Optional(Id), active: Type.Optional(Type.Boolean()) }),
  response: Page(Category),
})
export const getCategory = endpoint({
  method: 'GET',
  path: '/api/v1/categories/:id',
  summary: 'One category; a merged one says into which',
  tag,
  params,
  response: Category,
})
export const createCategory = endpoint({
  method: 'POST',
  path: '/api/v1/categories',
  summary: 'Add a category',
  tag,
  body: NewCategory,
  response: Category,
  status: 201,
  idempotent: true,
})
export const changeCategory = endpoint({
  method: 'PATCH',
  path: '/api/v1/categories/:id',
  summary: 'Change or move a category',
  tag,
  params,
  body: CategoryChange,
  response: Category,
})
export const deleteCategory = endpoint({
  method: 'DELETE',
  path: '/api/v1/categories/:id',
  summary: 'Delete a category that nothing refers to',
  tag,
  params,
})
export const mergeCategory = endpoint({
  method: 'POST',
  path: '/api/v1/categories/:id/merger',
  summary: 'Merge a category into another: its children and tickets move there',
  tag,
  params,
  body: Type.Object({ intoId: Id }, { additionalProperties: false }),
  response: Category,
})
