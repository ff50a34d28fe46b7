import type { FastifyReply, FastifyRequest } from 'fastify'
import { deskSetting } from '../../../platform/settings/index.ts'
import { deskSettings, isHttps } from './config.ts'

const daySeconds = 24 * 60 * 60

/** With https the name's prefix makes the browser refuse the cookie from any other host or path (RFC 6265bis, 4.1.3). */
function cookieName(): string {
  return isHttps() ? '__Host-dh_session' : 'dh_session'
}

export function sessionCookieOf(request: FastifyRequest): string | undefined {
  return request.cookies[cookieName()]
}

export function setSessionCookie(reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName(), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps(),
    maxAge: deskSetting(deskSettings.sessionDays) * daySeconds,
  })
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(cookieName(), { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps() })
}
