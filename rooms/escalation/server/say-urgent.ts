import type { Cx } from '../../../platform/cx.ts'
import { tell } from '../../../platform/facts/index.ts'
import { isActive, ticketFor, touchTicket } from '../../ticket/server/index.ts'
import { urgentSaid } from '../contract/facts.ts'
import { escalationOver, saidAlready } from './errors.ts'

const onceMs = 24 * 3_600_000

/** A requester says that it cannot wait. Triggers decide what comes of it; once a day, so that it keeps its weight. */
export async function sayUrgent(cx: Cx, number: number, reason: string): Promise<{ saidAt: string }> {
  return cx.tx(async (tx) => {
    const ticket = await ticketFor(tx, cx.actor, number, 'reply', { lock: true })
    if (!isActive(ticket.status)) throw escalationOver()
    const last = await tx
      .selectFrom('platform.fact')
      .select('id')
      .where('subjectKind', '=', 'ticket')
      .where('subjectId', '=', number)
      .where('name', '=', urgentSaid.name)
      .where('at', '>', new Date(tx.now.getTime() - onceMs))
      .limit(1)
      .executeTakeFirst()
    if (last) throw saidAlready()
    await touchTicket(tx, number)
    await tell(tx, urgentSaid, number, { reason: reason.trim() })
    return { saidAt: tx.now.toISOString() }
  })
}
