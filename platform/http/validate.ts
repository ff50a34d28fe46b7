import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Value } from 'typebox/value'
import { problem } from '../errors/index.ts'
import { type SchemaError, wordsOfError } from './error-words.ts'

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
    const prepared = part === 'body' ? Value.Default(schema, data) : Value.Default(schema, Value.Convert(schema, data))
    // At the first request: those of all routes at once would hold up every start.
    compiled ??= Compile(schema)
    if (compiled.Check(prepared)) return { value: part === 'body' ? withoutStrangers(schema, prepared) : prepared }
    const errors = [...compiled.Errors(prepared)]
    return { error: describe(part, errors) }
  }
}

function withoutStrangers(schema: TSchema, body: unknown): unknown {
  const { properties } = schema as { properties?: Record<string, unknown> }
  if (!properties || typeof body !== 'object' || body === null) return body
  const known = Object.entries(body).filter(([name]) => Object.hasOwn(properties, name))
  return known.length === Object.keys(body).length ? body : Object.fromEntries(known)
}

function describe(part: string, errors: readonly SchemaError[]) {
  // The deepest error names the value that is wrong; those above it only say that something below does not fit. Where several
  // types may stand, what is wrong with a value of one of them says more than that it is none of another.
  const found = [...errors].sort((a, b) => depth(b) - depth(a) || ofType(a) - ofType(b))[0]
  const missing = (found?.params as { requiredProperties?: string[] } | undefined)?.requiredProperties?.[0]
  const path = `${found?.instancePath ?? ''}${missing === undefined ? '' : `/${missing}`}`
  const field = `${part}${path.replaceAll('/', '.')}`
  const message = missing !== undefined ? 'is missing' : found ? wordsOfError(found) : 'is not valid'
  return invalid({ field, message }, { field })
}

function ofType(error: SchemaError): number {
  return error.keyword === 'type' ? 1 : 0
}

function depth(error: SchemaError): number {
  return error.instancePath.split('/').length
}
