import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { ById, base, Name, planOf, tag, versionsOf } from './plan.ts'
import { ProviderDoc } from './shapes.ts'

export const Provider = planOf(ProviderDoc)
export type Provider = Static<typeof Provider>

const ProviderBody = Type.Object({
  name: Name,
  format: ProviderDoc.properties.format,
  template: ProviderDoc.properties.template,
  url: Type.Optional(Type.String({ minLength: 10, maxLength: 2000, pattern: '^https?://' })),
  headers: Type.Optional(
    Type.Record(Type.String({ pattern: '^[A-Za-z0-9-]{1,60}$' }), Type.String({ maxLength: 2000 }), {
      description: 'What lets us in, e.g. Authorization; kept sealed and never shown',
    }),
  ),
})

export const listProviders = endpoint({
  method: 'GET',
  path: `${base}/providers`,
  summary: 'Services that send messages or call by web hook',
  tag,
  response: Type.Object({ items: Type.Array(Provider) }),
})
export const createProvider = endpoint({
  method: 'POST',
  path: `${base}/providers`,
  summary: 'Add a provider',
  tag,
  body: ProviderBody,
  response: Provider,
  status: 201,
  idempotent: true,
})
export const saveProvider = endpoint({
  method: 'PUT',
  path: `${base}/providers/:id`,
  summary: 'Save a provider as a new version; without `url` and `headers` they stay',
  tag,
  params: ById,
  body: ProviderBody,
  response: Provider,
})
export const removeProvider = endpoint({
  method: 'DELETE',
  path: `${base}/providers/:id`,
  summary: 'Remove a provider that no ladder uses',
  tag,
  params: ById,
})
export const listProviderVersions = endpoint({
  method: 'GET',
  path: `${base}/providers/:id/versions`,
  summary: 'Every version of a provider, the newest first',
  tag,
  params: ById,
  response: versionsOf(ProviderDoc),
})
export const tryProvider = endpoint({
  method: 'POST',
  path: `${base}/providers/:id/trials`,
  summary: 'Send a trial to your own phone, and say what the provider answered',
  tag,
  params: ById,
  response: Type.Object({ ok: Type.Boolean(), answer: Type.String() }),
})
