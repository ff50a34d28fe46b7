import type { Cx } from '../../../platform/cx.ts'
import type { Session } from '../contract/http-session.ts'
import { actingPersonId } from './access.ts'

export async function listSessions(cx: Cx): Promise<Session[]> {
  const rows = await cx.db
    .selectFrom('people.session')
    .select(['id', 'ipAddress', 'userAgent', 'createdAt', 'lastSeenAt', 'expiresAt'])
    .where('personId', '=', actingPersonId(cx.actor))
    .where('expiresAt', '>', cx.now)
    .orderBy('lastSeenAt', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    ...row,
    current: row.id === cx.actor.sessionId,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }))
}
