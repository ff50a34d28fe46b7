import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../../platform/access/actor.ts'
import { anonymousActor, type Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { deskSetting } from '../../../platform/settings/index.ts'
import { sessionCookieOf } from './carry-session.ts'
import { dayMs, deskSettings, touchMs } from './config.ts'
import { apiKeyUnknown } from './errors.ts'
import { actorOfKey, actorOfSession } from './load-actor.ts'
import { hashToken } from './make-token.ts'

const keepMs = 2000
const keepAtMost = 5000
const kept = new Map<string, { actor: Actor; untilMs: number }>()
let bypassUntilMs = 0

/**
 * Call in every transaction that changes what an actor is. From its commit on nobody is served a remembered actor; for as
 * long as one is remembered nothing is remembered anew, because a request that read the old state may still be on its way.
 * Other processes forget by themselves after two seconds.
 */
export function forgetActors(tx: Tx): void {
  tx.afterCommit.push(() => {
    kept.clear()
    bypassUntilMs = performance.now() + keepMs
  })
}

/** Who sent the request: an API key, the person of a session, or a stranger. Throws `api_key.unknown` for a bad key. */
export async function resolveActor(cx: Cx, request: FastifyRequest): Promise<Actor> {
  const bearer = bearerOf(request.headers.authorization)
  const token = bearer ?? sessionCookieOf(request)
  if (!token) return anonymousActor
  const remembered = kept.get(token)
  if (remembered && remembered.untilMs > performance.now()) return remembered.actor
  const actor = bearer ? await keyActor(cx, bearer) : await sessionActor(cx, token)
  if (actor && performance.now() > bypassUntilMs) remember(token, actor)
  return actor ?? anonymousActor
}

function remember(token: string, actor: Actor): void {
  if (kept.size >= keepAtMost) kept.clear()
  kept.set(token, { actor, untilMs: performance.now() + keepMs })
}

/** Other schemes are not for us: a proxy in front of the desk may ask for a password of its own. */
function bearerOf(header: string | undefined): string | undefined {
  const [scheme, token] = (header ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer') return undefined
  if (!token) throw apiKeyUnknown()
  return token
}

async function sessionActor(cx: Cx, token: string): Promise<Actor | undefined> {
  const found = await actorOfSession(cx.db, hashToken(token), cx.now)
  if (found?.actor.sessionId && isStale(cx.now, found.lastSeenAt)) {
    const expiresAt = new Date(cx.now.getTime() + deskSetting(deskSettings.sessionDays) * dayMs)
    await cx.db
      .updateTable('people.session')
      .set({ lastSeenAt: cx.now, expiresAt })
      .where('id', '=', found.actor.sessionId)
      .execute()
  }
  return found?.actor
}

async function keyActor(cx: Cx, token: string): Promise<Actor> {
  const found = await actorOfKey(cx.db, hashToken(token))
  if (!found?.actor.apiKeyId) throw apiKeyUnknown()
  if (isStale(cx.now, found.lastUsedAt))
    await cx.db
      .updateTable('people.apiKey')
      .set({ lastUsedAt: cx.now })
      .where('id', '=', found.actor.apiKeyId)
      .execute()
  return found.actor
}

function isStale(now: Date, last: Date | null): boolean {
  return last === null || now.getTime() - last.getTime() > touchMs
}
