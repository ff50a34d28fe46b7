import { STATUS_CODES } from 'node:http'
import type { TObject, TSchema } from 'typebox'
import type { Endpoint } from './contract.ts'
import type { Route } from './on.ts'

const problemSchema = {
  type: 'object',
  description: 'RFC 9457 problem details',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable; what programs should look at' },
    detail: { type: 'string', description: 'Words a person understands' },
    field: { type: 'string', description: 'Where the bad value stands, e.g. body.subject' },
  },
}

/** The OpenAPI 3.1 document of the routes. TypeBox schemas are JSON Schema 2020-12 already and go in as they are. */
export function openApiOf(routes: readonly Route[], version: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = route.endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.endpoint.method.toLowerCase()]: operationOf(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Deskhand', version, license: { name: 'MIT', identifier: 'MIT' } },
    security: [{ apiKey: [] }, { session: [] }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'deskhand_session' },
      },
    },
  }
}

function operationOf({ endpoint, options, raw }: Route) {
  const status = String(endpoint.status ?? (endpoint.response || raw ? 200 : 204))
  const access = typeof options.access === 'string' ? options.access : options.access.join(' or ')
  const parameters = [
    ...parametersOf(endpoint.params, 'path'),
    ...parametersOf(endpoint.query, 'query'),
    ...(endpoint.idempotent
      ? [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string', maxLength: 255 } }]
      : []),
    ...(options.etag && endpoint.method !== 'GET'
      ? [{ name: 'If-Match', in: 'header', schema: { type: 'string' } }]
      : []),
  ]
  const content = contentOf(endpoint)
  return {
    operationId: nameOf(endpoint),
    summary: endpoint.summary,
    tags: [endpoint.tag],
    'x-access': access,
    ...(options.access === 'open' ? { security: [] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(content ? { requestBody: { required: true, content } } : {}),
    responses: {
      [status]: {
        description: STATUS_CODES[Number(status)] ?? 'Done',
        ...(endpoint.response ? { content: { 'application/json': { schema: endpoint.response } } } : {}),
      },
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function contentOf({ body, upload }: Endpoint) {
  if (upload === 'message/rfc822') return { [upload]: {} }
  if (upload) return { [upload]: { schema: uploadSchema } }
  return body && { 'application/json': { schema: body } }
}

const uploadSchema = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } }

/** `putTicketsByNumberStatus`: what programs that write clients name the call after. */
function nameOf({ method, path }: Endpoint): string {
  const words = path
    .replace(/^\/api(\/v1)?/, '')
    .split(/[^\w:]+/)
    .filter(Boolean)
  const names = words.map((word) => word.replace(/^:(.)/, (_, first: string) => `By${first.toUpperCase()}`))
  return method.toLowerCase() + names.map((name) => name.charAt(0).toUpperCase() + name.slice(1)).join('')
}

function parametersOf(schema: TObject | undefined, place: 'path' | 'query') {
  if (!schema) return []
  const required: readonly string[] = (schema as { required?: string[] }).required ?? []
  return Object.entries(schema.properties as Record<string, TSchema>).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}
