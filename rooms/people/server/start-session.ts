import type { FastifyRequest } from 'fastify'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { deskSetting } from '../../../platform/settings/index.ts'
import { sessionStarted } from '../contract/facts.ts'
import type { Me } from '../contract/http-session.ts'
import { dayMs, deskSettings } from './config.ts'
import { hashToken, makeToken } from './make-token.ts'
import { viewMe } from './view-me.ts'

/** Where a sign-in comes from, as the list of sessions shows it. */
export interface Origin {
  ip: string
  userAgent: string | null
}

export function originOf(request: FastifyRequest): Origin {
  return { ip: request.ip, userAgent: request.headers['user-agent']?.slice(0, 300) ?? null }
}

export interface SignedIn {
  token: string
  me: Me
}

type How = 'password' | 'link' | 'invitation' | 'set-up'

/** Makes a session for a person whose identity was just proved. The fact is theirs: the actor was a stranger until now. */
export async function startSession(
  tx: Tx,
  personId: number,
  origin: Origin,
  how: { how: How; totp: boolean },
): Promise<SignedIn> {
  const token = makeToken()
  const { id } = await tx
    .insertInto('people.session')
    .values({
      personId,
      tokenHash: hashToken(token),
      ipAddress: origin.ip,
      userAgent: origin.userAgent,
      createdAt: tx.now,
      lastSeenAt: tx.now,
      expiresAt: new Date(tx.now.getTime() + deskSetting(deskSettings.sessionDays) * dayMs),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const me = await viewMe(tx, personId)
  actAs(tx, personId, me.name)
  await tell(tx, sessionStarted, personId, { sessionId: id, ...how, ipAddress: origin.ip })
  return { token, me }
}

/** From here on the transaction's facts are told by this person. */
export function actAs(tx: Tx, id: number, name: string): void {
  Object.assign(tx, { actor: { kind: 'person', id, name, permissions: new Set<string>() } })
}
