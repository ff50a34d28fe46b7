import type { Cx } from '../../../platform/cx.ts'
import { ticketFor } from '../../ticket/server/index.ts'
import { openEscalation } from './queries.ts'

/** Whom the requester goes on talking to; of the escalation itself they learn only since when. */
export async function viewContact(cx: Cx, number: number) {
  await ticketFor(cx.db, cx.actor, number, 'read')
  const open = await openEscalation(cx.db, number)
  return { contact: open?.contact ?? null, since: open?.startedAt.toISOString() ?? null }
}
