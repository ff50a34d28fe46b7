import { alarm } from '../../../platform/alarms/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { Problem } from '../../../platform/errors/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { actorOfPerson, personCards } from '../../people/server/index.ts'
import { isActive, ticketFor, unsafeTicket } from '../../ticket/server/index.ts'
import { pageUnanswered, personPaged } from '../contract/facts.ts'
import type { Step } from '../contract/shapes.ts'
import { callPerson, type PageRow } from './call-person.ts'
import { plansOf } from './plans.ts'
import { onCallAt } from './view-on-call.ts'

/**
 * Climbs one step of a page whose time has come: whoever is on call by now is called by every way of the step, and the
 * moment of the next step is written, in one transaction. A process that dies in the middle has done nothing of it.
 */
export const climbLadder = alarm(
  'climb a ladder',
  { table: 'oncall.page', key: 'id', at: 'next_at' },
  async (tx, id) => {
    const about = await tx.selectFrom('oncall.page').select('ticketNumber').where('id', '=', id).executeTakeFirst()
    if (!about) return
    // The ticket first, as everybody who changes it does.
    const ticket = about.ticketNumber === null ? undefined : await unsafeTicket(tx, about.ticketNumber, true)
    const page = await tx.selectFrom('oncall.page').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (page?.state !== 'open') return
    if (page.ticketNumber !== null && !(ticket && isActive(ticket.status))) return end(tx, page.id, 'over')
    await climb(tx, { ...page, subject: ticket?.subject ?? '' })
  },
)

async function climb(tx: Tx, page: PageRow): Promise<void> {
  const { steps, rounds } = page.ladder
  let { step, round } = page
  // A step that reaches nobody is not waited for.
  for (let tried = 0; tried < steps.length; tried++) {
    const now = steps[step]
    if (round >= rounds || !now) break
    const personId = await reachedBy(tx, now, page)
    const [calledStep, calledRound] = [step, round]
    step = (step + 1) % steps.length
    if (step === 0) round++
    if (personId === null) continue
    await callPerson(tx, page, now, { personId, step: calledStep, round: calledRound })
    const nextAt = new Date(tx.now.getTime() + now.thenAfterMinutes * 60_000)
    await tx.updateTable('oncall.page').set({ step, round, nextAt }).where('id', '=', page.id).execute()
    await tellPaged(tx, page, personId)
    return
  }
  // Either all rounds are over, or nobody at all can be reached.
  await end(tx, page.id, 'unanswered')
  if (page.ticketNumber !== null)
    await tell(tx, pageUnanswered, page.ticketNumber, {
      pageId: page.id,
      ladder: page.ladderName,
      reason: page.reason,
    })
}

/** Whom a step calls now; null when there is nobody, they have left, or may not see the ticket. */
async function reachedBy(tx: Tx, { to }: Step, page: PageRow): Promise<number | null> {
  const personId = to.kind === 'person' ? to.personId : await ofLayer(tx, to)
  if (personId === null) return null
  const actor = await actorOfPerson(tx, personId)
  if (!actor) return null
  if (page.ticketNumber === null) return personId
  try {
    return (await ticketFor(tx, actor, page.ticketNumber, 'read')).standing === 'staff' ? personId : null
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

async function ofLayer(tx: Tx, { scheduleId, layer }: { scheduleId: number; layer: string }): Promise<number | null> {
  const [schedule] = await plansOf(tx, 'schedule', scheduleId)
  return schedule ? onCallAt(tx, schedule, layer, tx.now.getTime()) : null
}

async function tellPaged(tx: Tx, page: PageRow, personId: number): Promise<void> {
  if (page.ticketNumber === null) return
  const names = (await personCards(tx, [personId])).get(personId)?.name ?? ''
  await tell(tx, personPaged, page.ticketNumber, {
    pageId: page.id,
    ladder: page.ladderName,
    reason: page.reason,
    personIds: [personId],
    names,
  })
}

/** Ends a page that nobody is to be called about any more. */
export async function end(tx: Tx, id: number, state: 'over' | 'unanswered'): Promise<void> {
  await tx
    .updateTable('oncall.page')
    .set({ state, nextAt: null, endedAt: tx.now })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute()
}
