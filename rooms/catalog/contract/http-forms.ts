import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { Id, Instant, Nullable, Page } from '../../../platform/http/schemas.ts'
import { Fields } from './fields.ts'

export const Form = Type.Object({
  serviceId: Id,
  versionId: Nullable(Id),
  number: Type.Integer({ description: '0 when the service never had a form' }),
  fields: Fields,
})
export type Form = Static<typeof Form>

export const FormVersion = Type.Object({
  id: Id,
  serviceId: Id,
  number: Type.Integer(),
  fields: Fields,
  createdAt: Instant,
  createdByName: Type.String(),
})
export type FormVersion = Static<typeof FormVersion>

const tag = 'catalogue'
const params = Type.Object({ id: Id })

export const getForm = endpoint({
  method: 'GET',
  path: '/api/v1/services/:id/form',
  summary:
    'The request form of a service as it is now; with `at`, as it was at that moment (its first version for what is older)',
  tag,
  params,
  query: Type.Object({ at: Type.Optional(Instant) }),
  response: Form,
})
export const putForm = endpoint({
  method: 'PUT',
  path: '/api/v1/services/:id/form',
  summary: 'Give a service a new version of its request form; no fields takes the form away',
  tag,
  params,
  body: Type.Object({ fields: Fields }, { additionalProperties: false }),
  response: Form,
})
export const listFormVersions = endpoint({
  method: 'GET',
  path: '/api/v1/services/:id/form/versions',
  summary: 'All versions of the form of a service, newest first',
  tag,
  params,
  response: Page(FormVersion),
})
export const getFormVersion = endpoint({
  method: 'GET',
  path: '/api/v1/form-versions/:id',
  summary: 'One version of a form, to read old answers with',
  tag,
  params,
  response: FormVersion,
})
