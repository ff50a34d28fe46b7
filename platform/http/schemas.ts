import { type Static, type TSchema, Type } from 'typebox'

/** An instant as the API writes it: ISO 8601 in UTC, `2026-03-01T09:30:00.000Z`. */
export const Instant = Type.String({ format: 'date-time' })

export const Id = Type.Integer({ minimum: 1 })

/** `schema` or null. Simple types become `type: [t, 'null']`, which serialises several times faster than a union. */
export function Nullable<S extends TSchema>(schema: S) {
  const plain = schema as TSchema & { type?: unknown; enum?: unknown; const?: unknown }
  const simple = typeof plain.type === 'string' && plain.type !== 'object' && plain.type !== 'array'
  if (simple && plain.enum === undefined && plain.const === undefined) {
    return Type.Unsafe<Static<S> | null>({ ...schema, type: [plain.type, 'null'] })
  }
  return Type.Unsafe<Static<S> | null>({ anyOf: [schema, { type: 'null' }] })
}

/** One of the given strings. */
export function OneOf<const T extends readonly string[]>(values: T, options: { description?: string } = {}) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...values], ...options })
}

/** A page of a list: ask again with `cursor` set to `nextCursor`; null means that was all. */
export function Page<S extends TSchema>(item: S) {
  return Type.Object({ items: Type.Array(item), nextCursor: Nullable(Type.String()) })
}

export const PageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  cursor: Type.Optional(Type.String({ maxLength: 1000 })),
}

/** `POST …/versions`: what a version said holds again, as a version of its own. */
export const RestoreVersion = Type.Object({ version: Type.Integer({ minimum: 1 }) }, { additionalProperties: false })
export const Restored = Type.Object({ version: Type.Integer({ description: 'The new one, which holds now' }) })
