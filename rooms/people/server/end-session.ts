import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { dropPushOf } from '../../../platform/push/index.ts'
import { sessionEnded } from '../contract/facts.ts'
import { actingPersonId } from './access.ts'
import { sessionNotFound } from './errors.ts'
import { forgetActors } from './resolve-actor.ts'

/** Signs out; without a session it is done already. */
export async function endSession(cx: Cx): Promise<void> {
  const { id, sessionId } = cx.actor
  if (id === null || sessionId === undefined) return
  await cx.tx((tx) => endSessions(tx, id, [sessionId], 'signed out'))
}

export async function endOneSession(cx: Cx, sessionId: number): Promise<void> {
  const personId = actingPersonId(cx.actor)
  await cx.tx(async (tx) => {
    const mine = await tx
      .selectFrom('people.session')
      .select('id')
      .where('id', '=', sessionId)
      .where('personId', '=', personId)
      .executeTakeFirst()
    if (!mine) throw sessionNotFound()
    await endSessions(tx, personId, [sessionId], 'signed out elsewhere')
  })
}

export async function endOtherSessions(cx: Cx): Promise<void> {
  const personId = actingPersonId(cx.actor)
  await cx.tx((tx) => endSessionsOf(tx, personId, 'signed out elsewhere', cx.actor.sessionId))
}

/** Ends all sessions of a person but the one to keep. */
export async function endSessionsOf(tx: Tx, personId: number, why: string, keepId?: number): Promise<void> {
  const sessions = await tx.selectFrom('people.session').select('id').where('personId', '=', personId).execute()
  const ids = sessions.map((session) => session.id).filter((id) => id !== keepId)
  await endSessions(tx, personId, ids, why)
}

async function endSessions(tx: Tx, personId: number, ids: number[], why: string): Promise<void> {
  forgetActors(tx)
  if (ids.length === 0) return
  await tx.deleteFrom('people.session').where('id', 'in', ids).execute()
  await dropPushOf(tx, ids)
  await tell(tx, sessionEnded, personId, { sessionIds: ids, why })
}
