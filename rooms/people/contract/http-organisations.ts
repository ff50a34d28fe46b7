import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, OneOf, Page, PageQuery } from '../../../platform/http/schemas.ts'
import { IdParam, named } from './shapes.ts'

const fields = {
  name: named(120),
  kind: OneOf(['department', 'customer']),
  vip: Type.Boolean(),
  defaultServiceLevel: Nullable(Type.String({ maxLength: 120 })),
  sharesTickets: Type.Boolean({ description: 'Its members see one another’s tickets in the portal' }),
  domains: Type.Array(Type.String({ pattern: '^[^@\\s]+\\.[^@\\s]+$', maxLength: 253 }), {
    maxItems: 100,
    uniqueItems: true,
    description: 'Unknown senders from these mail domains join this organisation',
  }),
}

export const Organisation = Type.Object({
  id: Id,
  ...fields,
  createdAt: Instant,
  updatedAt: Instant,
  version: Type.Integer(),
})
export type Organisation = Static<typeof Organisation>

const { name, ...rest } = fields
export const NewOrganisation = Type.Object({ name, ...Type.Partial(Type.Object(rest)).properties })
export type NewOrganisation = Static<typeof NewOrganisation>
export const OrganisationChange = Type.Partial(Type.Object(fields), { additionalProperties: false })
export type OrganisationChange = Static<typeof OrganisationChange>

const tag = 'people'
export const listOrganisations = endpoint({
  method: 'GET',
  path: '/api/v1/organisations',
  summary: 'Departments and customers in order of name',
  tag,
  query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 120 })), ...PageQuery }),
  response: Page(Organisation),
})
export const getOrganisation = endpoint({
  method: 'GET',
  path: '/api/v1/organisations/:id',
  summary: 'One organisation',
  tag,
  params: IdParam,
  response: Organisation,
})
export const createOrganisation = endpoint({
  method: 'POST',
  path: '/api/v1/organisations',
  summary: 'Add an organisation',
  tag,
  body: NewOrganisation,
  response: Organisation,
  status: 201,
  idempotent: true,
})
export const changeOrganisation = endpoint({
  method: 'PATCH',
  path: '/api/v1/organisations/:id',
  summary: 'Change an organisation',
  tag,
  params: IdParam,
  body: OrganisationChange,
  response: Organisation,
})
export const deleteOrganisation = endpoint({
  method: 'DELETE',
  path: '/api/v1/organisations/:id',
  summary: 'Delete an organisation that nothing refers to',
  tag,
  params: IdParam,
})
