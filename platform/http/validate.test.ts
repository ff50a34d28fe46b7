import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { Problem } from '../errors/index.ts'
import { Instant, Nullable, OneOf } from './schemas.ts'
import { compileValidator } from './validate.ts'

const schema = Type.Object(
  {
    status: Type.Optional(OneOf(['new', 'open'])),
    email: Type.Optional(Type.String({ format: 'email', maxLength: 20 })),
    name: Type.Optional(Nullable(Type.String({ minLength: 1 }))),
    count: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    tags: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z]+$' }), { maxItems: 2 })),
    until: Type.Optional(Instant),
    cc: Type.Optional(
      Type.Array(
        Type.Union([Type.String({ format: 'email' }), Type.Object({ email: Type.String({ format: 'email' }) })]),
      ),
    ),
    requester: Type.Optional(Type.Object({ id: Type.Integer() })),
    team: Type.Optional(Nullable(Type.Union([Type.Integer(), Type.String({ minLength: 2 })]))),
    title: Type.Optional(Type.String({ pattern: '\\S' })),
  },
  { additionalProperties: false },
)
const validate = compileValidator({ schema, method: 'POST', url: '/', httpPart: 'body' })

test.each([
  [{ cc: ['ana'] }, 'body.cc.0', 'must be an e-mail address, such as ana@example.org'],
  [{ status: 'lost' }, 'body.status', 'must be one of new, open'],
  [{ email: 'no' }, 'body.email', 'must be an e-mail address, such as ana@example.org'],
  [{ email: 'somebody.with.a.long.name@example.org' }, 'body.email', 'must have at most 20 characters'],
  [{ name: '' }, 'body.name', 'must not be empty'],
  [{ count: '3' }, 'body.count', 'must be a whole number'],
  [{ count: 0 }, 'body.count', 'must be at least 1'],
  [{ count: 9 }, 'body.count', 'must be at most 5'],
  [{ tags: ['a', 'b', 'c'] }, 'body.tags', 'must have at most 2 entries'],
  [{ tags: ['a', 'B'] }, 'body.tags.1', 'does not have the right form'],
  [{ until: 'tomorrow' }, 'body.until', 'must be a moment in ISO 8601, such as 2026-03-01T09:00:00Z'],
  [{ requester: {} }, 'body.requester.id', 'is missing'],
  [{ requestor: 1 }, 'body.requestor', 'is not a field that is known here'],
  [[], 'body', 'must be an object'],
  [{ team: true }, 'body.team', 'must be a whole number or a text or null'],
  [{ team: { id: 1 } }, 'body.team', 'must be a whole number or a text or null'],
  [{ title: ' \t' }, 'body.title', 'must not be empty'],
  [{ name: 'a\0b' }, 'body.name', 'must not contain the character NUL'],
  [{ name: 'a\ud800b' }, 'body.name', 'must be valid Unicode'],
])('%j is refused by name and in words', (body, field, words) => {
  const { error } = validate(body) as { error: Problem }
  expect(error).toBeInstanceOf(Problem)
  expect([error.field, error.detail]).toEqual([field, `${field} ${words}.`])
})

test('what the contract does not name does not come through a body', () => {
  const named = Type.Object({ subject: Type.String(), note: Type.Optional(Type.String()) })
  const body = compileValidator({ schema: named, method: 'PATCH', url: '/', httpPart: 'body' })
  const given = JSON.parse('{"subject":"x","status":"closed","__proto__":{"a":1},"constructor":1}')
  expect(body(given)).toEqual({ value: { subject: 'x' } })
  const anything = compileValidator({
    schema: Type.Record(Type.String(), Type.String()),
    method: 'PUT',
    url: '/',
    httpPart: 'body',
  })
  expect(anything({ any: 'thing' })).toEqual({ value: { any: 'thing' } })
})

test('a body of which nothing is known is refused, as it would change nothing', () => {
  const some = Type.Object({ subject: Type.Optional(Type.String()) })
  const body = compileValidator({ schema: some, method: 'PATCH', url: '/', httpPart: 'body' })
  expect(body({ subjct: 'x', other: 1 })).toMatchObject({ error: { field: 'body.subjct' } })
  expect(body({})).toEqual({ value: {} })
})

test('in a query what is empty is not there, and only digits are a number', () => {
  const schemaOfQuery = Type.Object({
    q: Type.String({ minLength: 1 }),
    team: Type.Optional(Type.String()),
    limit: Type.Optional(Type.Integer({ minimum: 1, default: 50 })),
    show: Type.Optional(Type.Boolean()),
  })
  const query = compileValidator({ schema: schemaOfQuery, method: 'GET', url: '/', httpPart: 'querystring' })
  expect(query({ q: 'x', team: '', limit: '' })).toEqual({ value: { q: 'x', limit: 50 } })
  expect(query({ q: 'x', limit: '7', show: 'true' })).toEqual({ value: { q: 'x', limit: 7, show: true } })
  expect(query({ q: '' })).toMatchObject({ error: { field: 'query.q' } })
  expect(query({ q: 'a\0' })).toMatchObject({ error: { field: 'query.q' } })
  for (const limit of ['1.5', '1e3', '0x10', ' 7', 'x', '99999999999999999999']) {
    expect(query({ q: 'x', limit })).toMatchObject({ error: { field: 'query.limit', status: 422 } })
  }
})
