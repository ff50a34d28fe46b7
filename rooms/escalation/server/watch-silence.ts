import { alarm } from '../../../platform/alarms/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { isActive, unsafeTicket } from '../../ticket/server/index.ts'
import { isSpam } from '../../triage/server/index.ts'
import { fireFor } from './fire-trigger.ts'
import { concerns } from './match-triggers.ts'
import { triggers } from './triggers.ts'

/** Comes when a ticket may have been silent for long enough; if something happened meanwhile, it comes again later. */
export const watchSilence = alarm(
  'fire triggers of silence',
  { table: 'escalation.idle_watch', key: 'id', at: 'next_at' },
  async (tx, id) => {
    const watch = await tx.selectFrom('escalation.idleWatch').selectAll().where('id', '=', id).executeTakeFirst()
    if (!watch) return
    const ticket = await unsafeTicket(tx, watch.ticketNumber, true)
    const trigger = (await triggers.get(tx)).find((one) => one.id === watch.triggerId)
    const when = trigger?.rule.when
    if (!ticket || !trigger || when?.kind !== 'idle' || !isActive(ticket.status)) return setNext(tx, id, null)
    const since = ticket.updatedAt.getTime()
    const due = since + when.minutes * 60_000
    if (due > tx.now.getTime()) return setNext(tx, id, new Date(due))
    if (concerns(trigger.rule, ticket) && !(await isSpam(tx, ticket.number)))
      await fireFor(tx, trigger, ticket, `silent since ${ticket.updatedAt.toISOString()}`, { minutes: when.minutes })
    // Again after as long a silence; telling leads is none of the ticket's own activity.
    await setNext(tx, id, new Date(tx.now.getTime() + when.minutes * 60_000))
  },
)

async function setNext(tx: Tx, id: number, nextAt: Date | null): Promise<void> {
  await tx.updateTable('escalation.idleWatch').set({ nextAt }).where('id', '=', id).execute()
}
