import { Type } from 'typebox'
import { afterEach, expect, test, vi } from 'vitest'
import { endpoint } from '../../platform/http/contract.ts'
import { api, urlOf } from './api.ts'
import { ApiProblem } from './problem.ts'

const getThing = endpoint({
  method: 'GET',
  path: '/api/v1/things/:name',
  summary: 'A thing',
  tag: 'things',
  params: Type.Object({ name: Type.String() }),
  query: Type.Object({ tag: Type.Optional(Type.String()), limit: Type.Optional(Type.Integer()) }),
  response: Type.Object({ name: Type.String() }),
})

afterEach(() => vi.unstubAllGlobals())

test('builds the address, leaving out what is not given', () => {
  const args = { params: { name: 'a/b c' }, query: { tag: 'ü&x' } }
  expect(urlOf(getThing, args)).toBe('/api/v1/things/a%2Fb%20c?tag=%C3%BC%26x')
  expect(urlOf(getThing, { params: { name: 'x' }, query: { tag: '' } })).toBe('/api/v1/things/x')
})

test('an answer that is not 2xx becomes a problem with its code and field', async () => {
  const body = { code: 'thing.taken', title: 'Conflict', detail: 'That name is taken.', field: 'body.name' }
  const headers = { 'content-type': 'application/problem+json', 'retry-after': '7' }
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body), { status: 409, headers }))
  const problem = await api(getThing, { params: { name: 'x' } }).catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(ApiProblem)
  expect(problem).toMatchObject({ status: 409, code: 'thing.taken', field: 'body.name', retryAfterSeconds: 7 })
  expect((problem as ApiProblem).fields).toEqual([{ field: 'body.name', detail: 'That name is taken.' }])
})

test('no answer at all is a problem of its own', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch')
  })
  await expect(api(getThing, { params: { name: 'x' } })).rejects.toMatchObject({
    status: 0,
    code: 'network.unreachable',
  })
})
