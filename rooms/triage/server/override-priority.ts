import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import type { Priority } from '../../catalog/contract/http.ts'
import { matrix, priorityOf } from '../../catalog/server/index.ts'
import { setPriority, type TicketRecord, ticketFor } from '../../ticket/server/index.ts'
import { overrideWithdrawn, priorityOverridden } from '../contract/facts.ts'
import type { Assessment } from '../contract/http.ts'
import { notOverridden } from './errors.ts'
import { overrideOf } from './queries.ts'
import { presentPriority } from './view-priority.ts'

/** Sets a priority against the matrix; it stays until it is taken back, also when impact or urgency change. */
export async function overridePriority(
  cx: Cx,
  number: number,
  wish: { priority: Priority; reason: string },
  ifMatch: string | undefined,
): Promise<Assessment> {
  return cx.tx(async (tx) => {
    const ticket = await ticketFor(tx, cx.actor, number, 'prioritise', { lock: true, ifMatch })
    const reason = wish.reason.trim()
    const computed = priorityOf(await matrix(tx), ticket.impact, ticket.urgency)
    const row = { priority: wish.priority, reason, byId: cx.actor.id, byName: cx.actor.name, overriddenAt: cx.now }
    const before = await overrideOf(tx, number)
    if (before?.priority !== wish.priority || before.reason !== reason) {
      await tx
        .insertInto('triage.override')
        .values({ ticketNumber: number, ...row })
        .onConflict((conflict) => conflict.column('ticketNumber').doUpdateSet(row))
        .execute()
      await tell(tx, priorityOverridden, number, { priority: wish.priority, computed, reason })
      await setPriority(tx, ticket, wish.priority, reason)
    }
    return presentPriority(tx, { ...ticket, priority: wish.priority })
  })
}

/** Takes an override back: the matrix decides again. */
export async function withdrawOverride(cx: Cx, number: number, ifMatch: string | undefined): Promise<Assessment> {
  return cx.tx(async (tx) => {
    const ticket = await ticketFor(tx, cx.actor, number, 'prioritise', { lock: true, ifMatch })
    const gone = await tx.deleteFrom('triage.override').where('ticketNumber', '=', number).executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw notOverridden()
    const computed = priorityOf(await matrix(tx), ticket.impact, ticket.urgency)
    await tell(tx, overrideWithdrawn, number, { priority: ticket.priority, computed })
    await setPriority(tx, ticket, computed)
    return presentPriority(tx, { ...ticket, priority: computed })
  })
}

/** Command: what a rule says about the priority of a ticket; what a person has said stands. */
export async function overrideByRule(tx: Tx, ticket: TicketRecord, priority: Priority, reason: string): Promise<void> {
  const row = { priority, reason: reason.slice(0, 1000), byId: null, byName: tx.actor.name, overriddenAt: tx.now }
  const kept = await tx
    .insertInto('triage.override')
    .values({ ticketNumber: ticket.number, ...row })
    .onConflict((conflict) =>
      conflict.column('ticketNumber').doUpdateSet(row).where('triage.override.byId', 'is', null),
    )
    .returning('ticketNumber')
    .executeTakeFirst()
  if (!kept) return
  const computed = priorityOf(await matrix(tx), ticket.impact, ticket.urgency)
  await tell(tx, priorityOverridden, ticket.number, { priority, computed, reason: row.reason })
  await setPriority(tx, ticket, priority, row.reason)
}
