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
