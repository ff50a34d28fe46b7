import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { changeStatus, setAssignment, type TicketRecord, touchTicket } from '../../ticket/server/index.ts'
import { escalationReturned } from '../contract/facts.ts'
import type { Escalation } from '../contract/shapes.ts'
import { escalationFor } from './access.ts'
import { presentEscalation, targetWords } from './present-escalation.ts'
import { bouncesOf, type EscalationRow, escalationById } from './queries.ts'
import { endEscalation } from './writes.ts'

/** Gives a ticket back to whoever handed it up; how often that happens is counted. */
export async function returnEscalation(cx: Cx, number: number, id: number, reason: string): Promise<Escalation> {
  return cx.tx(async (tx) => {
    const { ticket, escalation } = await escalationFor(tx, cx.actor, number, id, 'return')
    await endEscalation(tx, escalation, 'returned', reason.trim())
    await giveBack(tx, ticket, escalation)
    const bounces = await bouncesOf(tx, number)
    const from = targetWords(escalation)
    await tell(tx, escalationReturned, number, { escalationId: id, from, reason: reason.trim(), bounces })
    return ended(tx, number, id)
  })
}

/** Takes a hand-off back before anybody has accepted it. */
export async function withdrawEscalation(cx: Cx, number: number, id: number): Promise<Escalation> {
  return cx.tx(async (tx) => {
    const { ticket, escalation } = await escalationFor(tx, cx.actor, number, id, 'withdraw')
    await endEscalation(tx, escalation, 'withdrawn')
    await giveBack(tx, ticket, escalation)
    return ended(tx, number, id)
  })
}

async function giveBack(tx: Tx, ticket: TicketRecord, escalation: EscalationRow): Promise<void> {
  if (escalation.toTeamId !== null) {
    await setAssignment(tx, ticket, { teamId: escalation.fromTeamId, assigneeId: await stillHere(tx, escalation) })
  } else if (ticket.status === 'waiting_vendor') {
    await changeStatus(tx, ticket, 'open', 'status')
  } else await touchTicket(tx, ticket.number)
}

/** Whoever had the ticket before, unless they have left meanwhile. */
async function stillHere(tx: Tx, { fromAssigneeId }: EscalationRow): Promise<number | null> {
  if (fromAssigneeId === null) return null
  const person = await tx
    .selectFrom('people.person')
    .select('id')
    .where('id', '=', fromAssigneeId)
    .where('active', '=', true)
    .executeTakeFirst()
  return person?.id ?? null
}

async function ended(tx: Tx, number: number, id: number): Promise<Escalation> {
  const row = await escalationById(tx, number, id)
  if (!row) throw new Error(`escalation ${id} is gone`)
  return presentEscalation(tx, row)
}
