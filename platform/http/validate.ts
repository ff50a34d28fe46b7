import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Value } from 'typebox/value'
import { problem } from '../errors/index.ts'
import { type SchemaError, unknownField, wordsOfErrors } from './error-words.ts'
import { readyToConvert, unstorableText } from './odd-values.ts'

const invalid = problem<{ field: string; message: string }>('http.invalid', 422, (p) => `${p.field} ${p.message}.`)

const partName: Record<string, string> = { body: 'body', querystring: 'query', params: 'path', headers: 'header' }

/**
 * Validates with the schemas the contracts are made of. Query and path arrive as text and are converted; a body must have
 * the right types already, so that null never silently becomes an empty string. Of a body only what the contract names comes
 * through: use cases spread bodies into rows, and a column nobody declared must not be written that way.
 */
export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  let compiled: ReturnType<typeof Compile> | undefined
  const part = partName[httpPart ?? ''] ?? 'body'
  return (data: unknown) => {
    const ready = part === 'body' ? { value: data } : readyToConvert(schema, data)
    if ('odd' in ready) return refuse(part, ready.odd.path, ready.odd.words)
    const converted = part === 'body' ? ready.value : Value.Convert(schema, ready.value)
    const prepared = Value.Default(schema, converted)
    // At the first request: those of all routes at once would hold up every start.
    compiled ??= Compile(schema)
    if (!compiled.Check(prepared)) return { error: describe(part, [...compiled.Errors(prepared)]) }
    const value = part === 'body' ? withoutStrangers(schema, prepared) : prepared
    if (value === nothingKnown) return refuse(part, `.${Object.keys(prepared as object)[0]}`, unknownField)
    const odd = unstorableText(value)
    return odd ? refuse(part, odd.path, odd.words) : { value }
  }
}

const nothingKnown = Symbol('nothing of the body is known')

/** A body of which nothing is known would change nothing and be answered as if it had. */
function withoutStrangers(schema: TSchema, body: unknown): unknown {
  const { properties } = schema as { properties?: Record<string, unknown> }
  if (!properties || typeof body !== 'object' || body === null) return body
  const given = Object.keys(body).length
  const known = Object.entries(body).filter(([name]) => Object.hasOwn(properties, name))
  if (known.length === 0 && given > 0) return nothingKnown
  return known.length === given ? body : Object.fromEntries(known)
}

function refuse(part: string, path: string, message: string) {
  const field = `${part}${path}`
  return { error: invalid({ field, message }, { field }) }
}

function describe(part: string, errors: readonly SchemaError[]) {
  // The deepest error names the value that is wrong; those above it only say that something below does not fit. Where several
  // types may stand, what is wrong with a value of one of them says more than that it is none of another.
  const found = [...errors].sort((a, b) => depth(b) - depth(a) || ofType(a) - ofType(b))[0]
  const missing = (found?.params as { requiredProperties?: string[] } | undefined)?.requiredProperties?.[0]
  const path = `${found?.instancePath ?? ''}${missing === undefined ? '' : `/${missing}`}`
  const field = `${part}${path.replaceAll('/', '.')}`
  const message = missing !== undefined ? 'is missing' : found ? wordsOfErrors(found, errors) : 'is not valid'
  return invalid({ field, message }, { field })
}

function ofType(error: SchemaError): number {
  return error.keyword === 'type' ? 1 : 0
}

function depth(error: SchemaError): number {
  return error.instancePath.split('/').length
}
