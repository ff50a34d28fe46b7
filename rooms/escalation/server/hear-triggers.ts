import type { Tx } from '../../../platform/db/index.ts'
import type { ToldFact } from '../../../platform/facts/index.ts'
import { addJob } from '../../../platform/jobs/index.ts'
import type { FirstWords } from '../../ticket/server/index.ts'
import { fireTrigger, fireTriggerKey } from './fire-trigger.ts'
import { candidatesFor } from './match-triggers.ts'
import { triggers } from './triggers.ts'

/**
 * Hears in the transaction of the change what may set a trigger off. It decides in memory, so a ticket that sets nothing
 * off costs no statement; what it cannot decide is looked at in a job.
 */
export async function hearTriggers(tx: Tx, fact: ToldFact): Promise<void> {
  const all = await triggers.get(tx)
  if (all.length === 0) return
  const words = fact.enclosed as FirstWords | undefined
  const { id, name, data } = fact
  const candidates = candidatesFor(all, { id, name, data, text: words?.text })
  for (const { triggerId, occurrence, why } of candidates) {
    const payload = { triggerId, ticketNumber: fact.subjectId, occurrence, why }
    await addJob(tx, fireTrigger, payload, { key: fireTriggerKey(payload) })
  }
  if (opensAgain(fact)) await watchForSilence(tx, fact.subjectId, all)
}

const over = (status: unknown) => status === 'resolved' || status === 'closed'

function opensAgain({ name, data }: ToldFact): boolean {
  if (name === 'ticket.opened') return true
  if (name !== 'ticket.status_changed') return false
  const status = (data.changes as Record<string, { before: unknown; after: unknown }>).status
  return status !== undefined && over(status.before) && !over(status.after)
}

/** One row a ticket and trigger; it is looked at when the time has come, not whenever something happens. */
async function watchForSilence(
  tx: Tx,
  ticketNumber: number,
  all: Awaited<ReturnType<typeof triggers.get>>,
): Promise<void> {
  const rows = all.flatMap(({ id, rule }) =>
    rule.when.kind === 'idle'
      ? [{ triggerId: id, ticketNumber, nextAt: new Date(tx.now.getTime() + rule.when.minutes * 60_000) }]
      : [],
  )
  if (rows.length === 0) return
  await tx
    .insertInto('escalation.idleWatch')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['triggerId', 'ticketNumber']).doUpdateSet((eb) => ({ nextAt: eb.ref('excluded.nextAt') })),
    )
    .execute()
}
