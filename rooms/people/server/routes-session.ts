import type { FastifyReply } from 'fastify'
import { on } from '../../../platform/http/on.ts'
import * as http from '../contract/http.ts'
import { actingPersonId } from './access.ts'
import { askForLink } from './ask-for-link.ts'
import { clearSessionCookie, sessionCookieOf, setSessionCookie } from './carry-session.ts'
import { changeMe } from './change-me.ts'
import { changePassword } from './change-password.ts'
import { endOneSession, endOtherSessions, endSession } from './end-session.ts'
import { listSessions } from './list-sessions.ts'
import { beginTotp, confirmTotp, removeTotp } from './manage-totp.ts'
import { redeemPasswordReset, redeemSignInLink } from './redeem-token.ts'
import { signInWithPassword } from './sign-in-with-password.ts'
import { originOf, type SignedIn } from './start-session.ts'
import { viewMe } from './view-me.ts'

export function welcome(reply: FastifyReply, { token, me }: SignedIn): http.Me {
  setSessionCookie(reply, token)
  return me
}

/** A whole office behind one address signs in at nine; guessing is held back by `throttle-sign-in.ts`. */
export const strangers = { hits: 240, perSeconds: 60, by: 'address' } as const

export const sessionRoutes = [
  on(http.startSession, { access: 'open', rateLimit: strangers }, async (cx, { body, request, reply }) =>
    welcome(reply, await signInWithPassword(cx, body, originOf(request))),
  ),
  on(http.endSession, { access: 'open' }, async (cx, { reply }) => {
    await endSession(cx)
    clearSessionCookie(reply)
  }),
  on(http.askSignInLink, { access: 'open', rateLimit: strangers }, (cx, { body }) =>
    askForLink(cx, body.email, 'sign-in'),
  ),
  on(http.redeemSignInLink, { access: 'open', rateLimit: strangers }, async (cx, { body, request, reply }) =>
    welcome(reply, await redeemSignInLink(cx, body, originOf(request))),
  ),
  on(http.askPasswordReset, { access: 'open', rateLimit: strangers }, (cx, { body }) =>
    askForLink(cx, body.email, 'password-reset'),
  ),
  on(http.redeemPasswordReset, { access: 'open', rateLimit: strangers }, (cx, { body }) =>
    redeemPasswordReset(cx, body),
  ),
  on(http.getMe, { access: 'signed-in', etag: (me) => `${me.version}` }, async (cx, { request, reply }) => {
    const me = await viewMe(cx.db, actingPersonId(cx.actor))
    // The session lives on as long as somebody keeps coming back; so must the cookie.
    const token = sessionCookieOf(request)
    if (token) setSessionCookie(reply, token)
    return me
  }),
  on(http.changeMe, { access: 'signed-in', etag: (me) => `${me.version}` }, (cx, { body, ifMatch }) =>
    changeMe(cx, body, ifMatch),
  ),
  on(http.changePassword, { access: 'signed-in' }, (cx, { body }) => changePassword(cx, body)),
  on(http.listSessions, { access: 'signed-in' }, async (cx) => ({ items: await listSessions(cx), nextCursor: null })),
  on(http.endOtherSessions, { access: 'signed-in' }, (cx) => endOtherSessions(cx)),
  on(http.endOneSession, { access: 'signed-in' }, (cx, { params }) => endOneSession(cx, params.id)),
  on(http.beginTotp, { access: 'signed-in' }, (cx, { body }) => beginTotp(cx, body)),
  on(http.confirmTotp, { access: 'signed-in' }, (cx, { body }) => confirmTotp(cx, body)),
  on(http.removeTotp, { access: 'signed-in' }, (cx, { body }) => removeTotp(cx, body)),
]
