import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import websocket from '@fastify/websocket'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { Actor } from '../access/actor.ts'
import { can } from '../access/actor.ts'
import type { Access } from '../access/permission.ts'
import { anonymousActor, type Cx, type Ground, makeCx } from '../cx.ts'
import { forbidden, signInNeeded } from '../errors/index.ts'
import { once } from './idempotency.ts'
import { answerWithoutRoute } from './no-route.ts'
import type { Route } from './on.ts'
import { countHit } from './rate-limit.ts'
import { addSecurityHeaders, refuseCrossSite } from './security.ts'
import { sendProblem } from './send-problem.ts'
import { compileSerializer } from './serialise.ts'
import { compileValidator } from './validate.ts'

export interface HttpOptions {
  ground: Ground
  routes: readonly Route[]
  resolveActor: (cx: Cx, request: FastifyRequest) => Promise<Actor>
  https: boolean
  /** Bytes of one uploaded file. */
  uploadLimit: number
  /** Whether X-Forwarded-* of a reverse proxy is believed, and whose. */
  trustProxy: string | boolean
}

/** Builds the web server from the routes of all rooms. Throws when a route lacks its right or two are the same. */
export async function buildHttp(options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.ground.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
    // An address that cannot be decoded comes here before there is a route.
    frameworkErrors: sendProblem as never,
  })
  app.setValidatorCompiler(compileValidator as never)
  app.setSerializerCompiler(compileSerializer as never)
  app.setErrorHandler(sendProblem as never)
  app.setNotFoundHandler(answerWithoutRoute(options.routes))
  addSecurityHeaders(app, options.https)
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: options.uploadLimit, files: 20, fields: 50 } })
  await app.register(websocket, { options: { maxPayload: 64 * 1024 } })
  // Many clients name a type where they send nothing; a route that needs a body says that it is missing.
  const readJson = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null, undefined) : readJson(request, body as string, done),
  )
  // Handed to its route as it arrives, never gathered in memory.
  app.addContentTypeParser('message/rfc822', (_request, payload, done) => done(null, payload))
  for (const route of options.routes) if (!route.options.form) addRoute(app, route, options)
  await app.register(async (forms) => {
    forms.removeContentTypeParser('multipart/form-data')
    const whole = { parseAs: 'string', bodyLimit: 8 * 1024 } as const
    forms.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data'],
      whole,
      (_request, body, done) => done(null, body),
    )
    for (const route of options.routes) if (route.options.form) addRoute(forms, route, options)
  })
  return app
}

function addRoute(app: FastifyInstance, route: Route, { ground, resolveActor }: HttpOptions): void {
  const { endpoint } = route
  if (!route.options.access) throw new Error(`${endpoint.method} ${endpoint.path} does not declare its access`)
  const status = endpoint.status ?? (endpoint.response || route.raw ? 200 : 204)
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    ...(route.options.bodyLimit === undefined ? {} : { bodyLimit: route.options.bodyLimit }),
    schema: {
      ...(endpoint.params ? { params: endpoint.params } : {}),
      ...(endpoint.query ? { querystring: endpoint.query } : {}),
      ...(endpoint.body && !route.raw ? { body: endpoint.body } : {}),
      ...(endpoint.response && !route.raw ? { response: { [status]: endpoint.response } } : {}),
    },
    // Who asks is settled before the body is read or validated, so that a stranger learns nothing from validation.
    onRequest: async (request) => {
      refuseCrossSite(request)
      const stranger = makeCx(ground, anonymousActor, request.log)
      const actor = await resolveActor(stranger, request)
      authorise(actor, route.options.access)
      const cx = makeCx(ground, actor, request.log)
      contexts.set(request, cx)
      const limit = route.options.rateLimit
      if (limit) {
        const who = limit.by !== 'address' && actor.id !== null ? `person:${actor.id}` : `address:${request.ip}`
        await countHit(cx, `${endpoint.method} ${endpoint.path} ${who}`, limit)
      }
    },
    handler: (request, reply) => answer(route, status, request, reply),
  })
}

const contexts = new WeakMap<FastifyRequest, Cx>()

/** The context that was made for a request when its sender was resolved. */
export function cxOf(request: FastifyRequest): Cx {
  const cx = contexts.get(request)
  if (!cx) throw new Error('No context was made for this request')
  return cx
}

function authorise(actor: Actor, access: Access): void {
  if (access === 'open') return
  if (actor.kind === 'anonymous') throw signInNeeded()
  if (access === 'signed-in') return
  const wanted = typeof access === 'string' ? [access] : access
  if (!wanted.some((permission) => can(actor, permission))) throw forbidden({ need: wanted.join(' or ') })
}

async function answer(route: Route, status: number, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const cx = cxOf(request)
  const run = (inner: Cx) =>
    Promise.resolve(
      route.handle(inner, {
        params: request.params,
        query: request.query,
        body: request.body,
        ifMatch: versionAskedFor(request.headers['if-match']),
        request,
        reply,
      }),
    )
  if (route.raw) return run(cx)
  const key = request.headers['idempotency-key']
  if (route.endpoint.idempotent && typeof key === 'string') {
    const keyed = { key, method: request.method, url: request.url, body: request.body }
    const kept = await once(cx, keyed, async (inner) => ({ status, body: await run(inner) }))
    return sendAnswer(route, reply, kept.status, kept.body)
  }
  return sendAnswer(route, reply, status, await run(cx))
}

function sendAnswer(route: Route, reply: FastifyReply, status: number, body: unknown): FastifyReply {
  if (route.options.etag && body) reply.header('etag', `"${route.options.etag(body)}"`)
  reply.header('cache-control', 'no-store')
  return reply.status(status).send(body)
}

/** `*` asks for any version; a proxy that compresses makes a tag weak (W/), which still names the same version. */
function versionAskedFor(ifMatch: string | undefined): string | undefined {
  return ifMatch?.trim() === '*' ? undefined : ifMatch?.trim().replace(/^W\//, '').replaceAll('"', '')
}
