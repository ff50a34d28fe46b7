import { Type } from 'typebox'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { addJob, job } from '../../../platform/jobs/index.ts'
import { calendars } from '../../calendar/server/index.ts'
import { unsafeTicket } from '../../ticket/server/index.ts'
import { slaApplied } from '../contract/facts.ts'
import { choose, isOther } from './choose-policy.ts'
import { loadHistories } from './history.ts'
import { policies } from './policies.ts'
import { reclock } from './reclock.ts'

const batch = 100

/** Lets all open tickets follow the policies and calendars as they are now. Two at the same time are one. */
export async function followVersions(tx: Tx, why: 'applied' | 'calendar'): Promise<void> {
  await addJob(tx, applyPolicies, { after: 0, why }, { key: `apply policies (${why})` })
}

/** A handful of tickets at a time, each in a transaction of its own, so that nobody who works waits for it. */
export const applyPolicies = job(
  'apply policies to open tickets',
  Type.Object({ after: Type.Integer(), why: Type.Union([Type.Literal('applied'), Type.Literal('calendar')]) }),
  async (cx, { after, why }) => {
    const open = await cx.db
      .selectFrom('ticket.ticket')
      .select('number')
      .where('active', '=', true)
      .where('number', '>', after)
      .orderBy('number')
      .limit(batch)
      .execute()
    const numbers = open.map((ticket) => ticket.number)
    if (numbers.length === 0) return
    const [known, times] = await Promise.all([policies.get(cx.db), calendars.get(cx.db)])
    for (const { number, choices, subject } of await loadHistories(cx.db, numbers)) {
      const last = choices.at(-1)
      // A changed calendar does not bring a policy to tickets that were opened without one.
      if (!last && why === 'calendar') continue
      if (!isOther(last, choose(known, times, subject))) continue
      await cx.tx(async (tx) => {
        const ticket = await unsafeTicket(tx, number, true)
        if (!ticket) return
        const fact = await tell(tx, slaApplied, number, { why })
        await reclock(tx, number, { choose: { fact, why } })
      })
    }
    await cx.tx((tx) => addJob(tx, applyPolicies, { after: numbers.at(-1) ?? after, why }))
  },
)
