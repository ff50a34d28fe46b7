import { can } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { ticketFor, touchTicket } from '../../ticket/server/index.ts'
import { escalationAccepted } from '../contract/facts.ts'
import type { Escalation } from '../contract/shapes.ts'
import { escalationNotFound, escalationOver, notTold } from './errors.ts'
import { presentEscalation } from './present-escalation.ts'
import { type EscalationRow, escalationById } from './queries.ts'
import { endEscalation } from './writes.ts'

/** Somebody who was told takes care of it: the others see that, and nobody asks again. */
export async function takeCare(cx: Cx, tx: Tx, escalation: EscalationRow): Promise<Escalation> {
  const { id, ticketNumber } = escalation
  const accepted = { acceptedAt: tx.now, acceptedBy: cx.actor.id, acceptedByName: cx.actor.name }
  await tx.updateTable('escalation.escalation').set(accepted).where('id', '=', id).execute()
  await touchTicket(tx, ticketNumber)
  await tell(tx, escalationAccepted, ticketNumber, { escalationId: id, to: cx.actor.name, assigneeId: null })
  return presentEscalation(tx, { ...escalation, ...accepted })
}

/** Ends an escalation to leads. */
export async function settleEscalation(cx: Cx, number: number, id: number, note?: string): Promise<Escalation> {
  return cx.tx(async (tx) => {
    await ticketFor(tx, cx.actor, number, 'note', { lock: true })
    const escalation = await escalationById(tx, number, id)
    if (escalation?.kind !== 'hierarchical') throw escalationNotFound({ id })
    if (escalation.endedAt !== null) throw escalationOver()
    assertTold(cx, escalation)
    await endEscalation(tx, escalation, 'settled', note?.trim() || null)
    await touchTicket(tx, number)
    return presentEscalation(tx, (await escalationById(tx, number, id)) ?? escalation)
  })
}

export function assertTold(cx: Cx, { recipients }: EscalationRow): void {
  if (can(cx.actor, 'escalation.override') || recipients.some((one) => one.id === cx.actor.id)) return
  throw notTold()
}
