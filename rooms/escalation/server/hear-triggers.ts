import type { Tx } from '../../../platform/db/index.ts'
import type { ToldFact } from '../../../platform/facts/index.ts'
import { vips } from '../../people/server/index.ts'
import { queueFirings } from './fire-trigger.ts'
import { candidatesFor } from './match-triggers.ts'
import { triggers } from './triggers.ts'

/**
 * Hears in the transaction of the change what may set a trigger off. It decides in memory, so that a ticket which sets
 * nothing off costs no statement and no job; what it cannot decide, and all that fires, is looked at in a job.
 */
export async function hearTriggers(tx: Tx, fact: ToldFact): Promise<void> {
  const all = await triggers.get(tx)
  if (all.length === 0) return
  const { id, name, data, subjectId } = fact
  const text = (fact.enclosed as { text?: string } | undefined)?.text
  const vip = await asksForVip(tx, fact, all)
  const candidates = candidatesFor(all, { id, name, data, text, vip })
  await queueFirings(
    tx,
    candidates.map((candidate) => ({ ...candidate, ticketNumber: subjectId })),
  )
}

async function asksForVip(tx: Tx, { name, data }: ToldFact, all: Awaited<ReturnType<typeof triggers.get>>) {
  if (name !== 'ticket.opened' || !all.some(({ rule }) => rule.when.kind === 'vip')) return false
  const { requesterId, organisationId } = data.state as { requesterId: number; organisationId: number | null }
  return (await vips.get(tx)).has(requesterId, organisationId)
}
