import type { Tx } from '../../../platform/db/index.ts'
import { hearers, tellOf } from './facts.ts'

/**
 * Command, for example worlds: fills the bells with what has happened since, as if it had been told then. Nothing of it
 * is mailed or pushed, and what is older than `seenBefore` was seen.
 */
export async function tellPast(tx: Tx, since: Date, seenBefore: Date, at: (moment: Date) => void): Promise<void> {
  const names = [...new Set(hearers.map((hearer) => hearer.fact))]
  const facts = await tx
    .selectFrom('platform.fact')
    .selectAll()
    .where('at', '>=', since)
    .where('subjectKind', '=', 'ticket')
    .where('name', 'in', names)
    .orderBy('at')
    .orderBy('id')
    .execute()
  for (const fact of facts) {
    const hearer = hearers.find((one) => one.fact === fact.name)
    if (!((await hearer?.concerns?.(fact.data, tx, fact)) ?? true)) continue
    at(fact.at)
    await tellOf(tx, fact)
  }
  await tx.updateTable('notices.notice').set({ mailAt: null, pushAt: null }).execute()
  await tx
    .updateTable('notices.notice')
    .set((eb) => ({ seenAt: eb.ref('at') }))
    .where('at', '<', seenBefore)
    .where('seenAt', 'is', null)
    .execute()
}
