import { Type } from 'typebox'
import { migrationState } from '../db/migrate.ts'
import { problem } from '../errors/index.ts'
import { docsPage } from './api-docs.ts'
import { endpoint } from './contract.ts'
import { on, type Route, raw } from './on.ts'
import { openApiOf } from './openapi.ts'
import { newNonce, pagePolicy } from './security.ts'

const unhealthy = problem('health.database_unreachable', 503, 'The database does not answer.')

const Health = Type.Object({
  status: Type.Literal('ok'),
  version: Type.String(),
  migrations: Type.Object({ applied: Type.Integer(), pending: Type.Array(Type.String()) }),
})

const getHealth = endpoint({
  method: 'GET',
  path: '/api/v1/health',
  summary: 'Whether the desk works, its version and the state of its database',
  tag: 'about',
  response: Health,
})

const getOpenApi = endpoint({
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'This API as an OpenAPI 3.1 document',
  tag: 'about',
})

const getDocs = endpoint({ method: 'GET', path: '/api/docs', summary: 'This API, for reading', tag: 'about' })

/** What the program says of itself, to monitors and to programmers. */
export function aboutRoutes(version: string, routes: () => readonly Route[]): Route[] {
  return [
    on(getHealth, { access: 'open' }, async (cx) => {
      const migrations = await migrationState(cx.db).catch((cause) => {
        throw unhealthy(undefined, { cause })
      })
      return { status: 'ok' as const, version, migrations }
    }),
    raw(getOpenApi, { access: 'open' }, (_cx, { reply }) =>
      reply.header('cache-control', 'no-cache').send(openApiOf(routes(), version)),
    ),
    raw(getDocs, { access: 'open' }, (_cx, { reply }) => {
      const nonce = newNonce()
      reply.header('content-security-policy', pagePolicy(nonce)).header('cache-control', 'no-cache')
      return reply.type('text/html; charset=utf-8').send(docsPage(routes(), version, nonce))
    }),
  ]
}
