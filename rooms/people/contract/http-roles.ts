import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, Page } from '../../../platform/http/schemas.ts'
import { IdParam, named, Ref } from './shapes.ts'

const name = named(80)
const permissions = Type.Array(Type.String({ maxLength: 100 }), { maxItems: 500, uniqueItems: true })

export const Role = Type.Object({
  id: Id,
  name,
  builtIn: Nullable(Type.String({ description: 'requester, technician, lead or administrator' })),
  customised: Type.Boolean({ description: 'false: follows the defaults of this version of the program' }),
  permissions,
  persons: Type.Integer({ description: 'How many active persons have it' }),
  apiKeys: Type.Integer({ description: 'How many working API keys have it' }),
  updatedAt: Instant,
  version: Type.Integer(),
})
export type Role = Static<typeof Role>

export const Permission = Type.Object({
  name: Type.String(),
  doc: Type.String(),
  roles: Type.Array(Type.String(), { description: 'Built-in roles that have it by default' }),
})
export type Permission = Static<typeof Permission>

export const RolePreview = Type.Object({
  added: Type.Array(Type.String()),
  removed: Type.Array(Type.String()),
  persons: Type.Integer({ description: 'Active persons whom the change affects' }),
  apiKeys: Type.Integer(),
  examples: Type.Array(Ref, { description: 'Some of them' }),
  refusal: Nullable(Type.String({ description: 'Why the change would be refused, if it would' })),
})
export type RolePreview = Static<typeof RolePreview>

export const NewRole = Type.Object({
  name,
  copyOf: Type.Optional(Id),
  permissions: Type.Optional(permissions),
})
export type NewRole = Static<typeof NewRole>
export const RoleChange = Type.Partial(Type.Object({ name, permissions }), { additionalProperties: false })
export type RoleChange = Static<typeof RoleChange>

const tag = 'roles'
export const listPermissions = endpoint({
  method: 'GET',
  path: '/api/v1/permissions',
  summary: 'Every permission there is, and what it means',
  tag,
  response: Page(Permission),
})
export const listRoles = endpoint({
  method: 'GET',
  path: '/api/v1/roles',
  summary: 'Roles with their permissions',
  tag,
  response: Page(Role),
})
export const getRole = endpoint({
  method: 'GET',
  path: '/api/v1/roles/:id',
  summary: 'One role',
  tag,
  params: IdParam,
  response: Role,
})
export const createRole = endpoint({
  method: 'POST',
  path: '/api/v1/roles',
  summary: 'Add a role, as a copy of another or from nothing',
  tag,
  body: NewRole,
  response: Role,
  status: 201,
  idempotent: true,
})
export const changeRole = endpoint({
  method: 'PATCH',
  path: '/api/v1/roles/:id',
  summary: 'Change a role; takes effect at once',
  tag,
  params: IdParam,
  body: RoleChange,
  response: Role,
})
export const previewRole = endpoint({
  method: 'POST',
  path: '/api/v1/roles/:id/previews',
  summary: 'What a change of permissions would do, without doing it',
  tag,
  params: IdParam,
  body: Type.Object({ permissions }),
  response: RolePreview,
})
export const restoreRole = endpoint({
  method: 'DELETE',
  path: '/api/v1/roles/:id/customisation',
  summary: 'Give a built-in role its defaults back',
  tag,
  params: IdParam,
  response: Role,
})
export const deleteRole = endpoint({
  method: 'DELETE',
  path: '/api/v1/roles/:id',
  summary: 'Delete a role that nobody has',
  tag,
  params: IdParam,
})

export const ApiKey = Type.Object({
  id: Id,
  name: Type.String(),
  hint: Type.String({ description: 'How the key begins' }),
  role: Ref,
  createdBy: Nullable(Ref),
  createdAt: Instant,
  lastUsedAt: Nullable(Instant),
  revokedAt: Nullable(Instant),
})
export type ApiKey = Static<typeof ApiKey>

export const listApiKeys = endpoint({
  method: 'GET',
  path: '/api/v1/api-keys',
  summary: 'API keys, newest first',
  tag,
  response: Page(ApiKey),
})
export const createApiKey = endpoint({
  method: 'POST',
  path: '/api/v1/api-keys',
  summary: 'Make an API key; it is shown this once',
  tag,
  body: Type.Object({ name: named(120), roleId: Id }),
  response: Type.Object({ ...ApiKey.properties, token: Type.String() }),
  status: 201,
})
export const revokeApiKey = endpoint({
  method: 'DELETE',
  path: '/api/v1/api-keys/:id',
  summary: 'Revoke an API key; it stops working at once',
  tag,
  params: IdParam,
})
