import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, OneOf, Page } from '../../../platform/http/schemas.ts'
import { kinds, Level, named, Translations } from './shapes.ts'

const fields = {
  name: named(80),
  description: Type.String({ maxLength: 2000, description: 'For technicians' }),
  publicDescription: Type.String({ maxLength: 500, description: 'For requesters' }),
  icon: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
  ownerTeamId: Nullable(Id),
  defaultKind: OneOf(kinds),
  defaultImpact: Level,
  defaultUrgency: Level,
  active: Type.Boolean(),
  inPortal: Type.Boolean({ description: 'Whether requesters are offered it' }),
  position: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  translations: Translations,
}

export const ServiceCard = Type.Object({
  id: Id,
  name: Type.String(),
  icon: Type.String(),
  active: Type.Boolean(),
  translations: Translations,
})
export type ServiceCard = Static<typeof ServiceCard>

export const Service = Type.Object({
  id: Id,
  ...fields,
  ownerTeam: Nullable(Type.Object({ id: Id, name: Type.String() })),
  hasForm: Type.Boolean(),
  createdAt: Instant,
  updatedAt: Instant,
  version: Type.Integer(),
})
export type Service = Static<typeof Service>

const { name, ...rest } = fields
export const NewService = Type.Object(
  { name, ...Type.Partial(Type.Object(rest)).properties },
  { additionalProperties: false },
)
export type NewService = Static<typeof NewService>
export const ServiceChange = Type.Partial(Type.Object(fields), { additionalProperties: false })
export type ServiceChange = Static<typeof ServiceChange>

const tag = 'catalogue'
const params = Type.Object({ id: Id })

export const listServices = endpoint({
  method: 'GET',
  path: '/api/v1/services',
  summary: 'Services in their order; requesters see those of the portal',
  tag,
  query: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 100, description: 'Part of the name' })),
    active: Type.Optional(Type.Boolean()),
  }),
  response: Page(Service),
})
export const getService = endpoint({
  method: 'GET',
  path: '/api/v1/services/:id',
  summary: 'One service',
  tag,
  params,
  response: Service,
})
export const createService = endpoint({
  method: 'POST',
  path: '/api/v1/services',
  summary: 'Add a service',
  tag,
  body: NewService,
  response: Service,
  status: 201,
  idempotent: true,
})
export const changeService = endpoint({
  method: 'PATCH',
  path: '/api/v1/services/:id',
  summary: 'Change a service',
  tag,
  params,
  body: ServiceChange,
  response: Service,
})
export const deleteService = endpoint({
  method: 'DELETE',
  path: '/api/v1/services/:id',
  summary: 'Delete a service that nothing refers to',
  tag,
  params,
})
export const putServiceOrder = endpoint({
  method: 'PUT',
  path: '/api/v1/service-order',
  summary: 'Put the services in this order',
  tag,
  body: Type.Object({ ids: Type.Array(Id, { maxItems: 1000, uniqueItems: true }) }),
  response: Page(Service),
})
