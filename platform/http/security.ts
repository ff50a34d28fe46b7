import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { problem } from '../errors/index.ts'

const crossSite = problem(
  'http.cross_site',
  403,
  'This request came from another web site. Use the desk itself, or an API key.',
)

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a state-changing request that a browser sent with our cookie from elsewhere. Browsers always say where a
 * request comes from (Sec-Fetch-Site, or Origin in older ones); programs with an API key send no cookie.
 */
export function refuseCrossSite(request: FastifyRequest): void {
  if (safeMethods.has(request.method) || request.headers.cookie === undefined) return
  // With a key the cookie counts for nothing. Other schemes may come from the browser by itself, as the cookie does.
  if (/^bearer /i.test(request.headers.authorization ?? '')) return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return
    throw crossSite()
  }
  refuseForeignOrigin(request)
}

/** Refuses a request that says it was made by a page of another host. */
export function refuseForeignOrigin(request: FastifyRequest): void {
  const origin = request.headers.origin
  if (origin !== undefined && hostOf(origin) !== request.host) throw crossSite()
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

export function newNonce(): string {
  return randomBytes(16).toString('base64')
}

/** The policy of our own pages: only our own scripts; styles only ours or with this page's nonce. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Headers on every answer; a page sets its own policy, everything else may load nothing at all. */
export function addSecurityHeaders(app: FastifyInstance, https: boolean): void {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
    if (!reply.hasHeader('x-frame-options')) reply.header('x-frame-options', 'DENY')
    reply.header('cross-origin-opener-policy', 'same-origin')
    reply.header('cross-origin-resource-policy', 'same-origin')
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()')
    if (https) reply.header('strict-transport-security', 'max-age=31536000')
    if (!reply.hasHeader('content-security-policy')) {
      reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
    }
  })
}
