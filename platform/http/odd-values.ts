import type { TSchema } from 'typebox'

/** A value that has the right type and yet cannot be kept. */
export interface OddValue {
  /** `.tags.1` */
  path: string
  words: string
}

/** The first text in `value` that PostgreSQL cannot keep: one with a NUL, or with half of a surrogate pair. */
export function unstorableText(value: unknown, path = ''): OddValue | undefined {
  if (typeof value === 'string') {
    if (value.includes('\0')) return { path, words: 'must not contain the character NUL' }
    return value.isWellFormed() ? undefined : { path, words: 'must be valid Unicode' }
  }
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, inner] of Object.entries(value)) {
    const odd = unstorableText(inner, `${path}.${name}`) ?? (unstorableText(name) && { path, words: badName })
    if (odd) return odd
  }
  return undefined
}

const badName = 'has a field whose name is not valid Unicode'

interface Shape {
  properties?: Record<string, { type?: unknown }>
  required?: readonly string[]
}

/**
 * What stands in a query or a path before it is converted. `team=` asks for nothing, as if it were not there; and only digits
 * are a whole number: a conversion would take 1.5 for 1 and 1e3 for 1000.
 */
export function readyToConvert(schema: TSchema, data: unknown): { value: unknown } | { odd: OddValue } {
  const { properties = {}, required = [] } = schema as Shape
  const kept: Record<string, unknown> = {}
  for (const [name, value] of Object.entries((data ?? {}) as Record<string, unknown>)) {
    if (value === '' && !required.includes(name)) continue
    const whole = properties[name]?.type === 'integer' && typeof value === 'string'
    if (whole && !/^-?\d{1,15}$/.test(value)) return { odd: { path: `.${name}`, words: 'must be a whole number' } }
    kept[name] = value
  }
  return { value: kept }
}
