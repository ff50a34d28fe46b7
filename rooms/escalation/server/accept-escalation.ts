import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import {
  changeStatus,
  lowerFlag,
  setAssignment,
  type TicketRecord,
  ticketFor,
  touchTicket,
} from '../../ticket/server/index.ts'
import { escalationAccepted } from '../contract/facts.ts'
import type { Escalation } from '../contract/shapes.ts'
import { escalationFor } from './access.ts'
import { acceptedAlready, escalationOver } from './errors.ts'
import { presentEscalation, targetWords } from './present-escalation.ts'
import { type EscalationRow, escalationById } from './queries.ts'
import { assertTold, takeCare } from './settle-escalation.ts'
import { escalatedFlag } from './writes.ts'

/** Takes over a ticket that was handed up: it has somebody from now on. A supplier has it when that is noted. */
export async function acceptEscalation(cx: Cx, number: number, id: number, reference?: string): Promise<Escalation> {
  return cx.tx(async (tx) => {
    const found = await escalationById(tx, number, id)
    if (found?.kind === 'hierarchical') return acceptAsLead(cx, tx, found)
    const { ticket, escalation } = await escalationFor(tx, cx.actor, number, id, 'accept')
    return presentEscalation(tx, await takeOver(tx, ticket, escalation, reference))
  })
}

/** An escalation to leads: whoever accepts takes care of it; the ticket stays where it is. */
async function acceptAsLead(cx: Cx, tx: Tx, { ticketNumber, id }: EscalationRow): Promise<Escalation> {
  await ticketFor(tx, cx.actor, ticketNumber, 'note', { lock: true })
  // Read again under the lock: of two who take it at once one is told that the other has it.
  const escalation = await escalationById(tx, ticketNumber, id)
  if (!escalation || escalation.endedAt !== null) throw escalationOver()
  if (escalation.acceptedAt !== null) throw acceptedAlready({ by: escalation.acceptedByName ?? '' })
  assertTold(cx, escalation)
  return takeCare(cx, tx, escalation)
}

/** Command: the actor takes a locked ticket over that was handed up and that nobody has accepted. */
export async function takeOver(
  tx: Tx,
  ticket: TicketRecord,
  escalation: EscalationRow,
  reference?: string,
): Promise<EscalationRow> {
  const { number } = ticket
  const accepted = {
    acceptedAt: tx.now,
    acceptedBy: tx.actor.id,
    acceptedByName: tx.actor.name,
    reference: reference?.trim() || null,
  }
  await tx.updateTable('escalation.escalation').set(accepted).where('id', '=', escalation.id).execute()
  const assigneeId = escalation.toTeamId === null ? ticket.assigneeId : tx.actor.id
  if (escalation.toTeamId === null) await touchTicket(tx, number)
  else {
    await setAssignment(tx, ticket, { assigneeId })
    if (ticket.status === 'open') await changeStatus(tx, ticket, 'in_progress', 'status')
  }
  await lowerFlag(tx, number, escalatedFlag)
  await tell(tx, escalationAccepted, number, { escalationId: escalation.id, to: targetWords(escalation), assigneeId })
  return { ...escalation, ...accepted }
}
