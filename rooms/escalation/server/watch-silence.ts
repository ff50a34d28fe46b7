import { sql } from 'kysely'
import { alarm } from '../../../platform/alarms/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { queueFirings } from './fire-trigger.ts'
import { concerns } from './match-triggers.ts'
import { forgetSilence, silenceOf } from './silence.ts'
import { triggers } from './triggers.ts'

const atATime = 200

interface Silent {
  number: number
  priority: string
  serviceId: number | null
  teamId: number | null
  since: Date
}

/**
 * Comes when the next ticket has been silent for as long as a trigger says. It goes through the open tickets in the order of
 * their last change, by the index that lists use: a ticket in which something happens stands at the end again.
 */
export const watchSilence = alarm(
  'look for silent tickets',
  { table: 'escalation.silence_due', key: 'id', at: 'next_at' },
  async (tx, triggerId) => {
    const trigger = (await triggers.get(tx)).find((one) => one.id === triggerId)
    const when = trigger?.rule.when
    if (!trigger || when?.kind !== 'idle') return forgetSilence(tx, triggerId)
    const silent = await goOn(tx, triggerId, new Date(tx.now.getTime() - when.minutes * 60_000))
    await queueFirings(
      tx,
      silent.flatMap((ticket) =>
        concerns(trigger.rule, ticket)
          ? [{ triggerId, ticketNumber: ticket.number, occurrence: silenceOf(ticket.since), why: when }]
          : [],
      ),
    )
  },
)

/** Where it stands is moved on in SQL: a moment in JavaScript is cut to milliseconds, and would find the last one again. */
async function goOn(tx: Tx, triggerId: number, until: Date): Promise<Silent[]> {
  const { rows } = await sql<Silent>`
    with silent as (
      select t.number, t.priority, t.service_id, t.team_id, t.updated_at as since
      from escalation.silence s cross join lateral (
        select * from ticket.ticket t
        where t.active and (t.updated_at, t.number) > (s.looked_to, s.looked_to_number) and t.updated_at <= ${until}
        order by t.updated_at, t.number limit ${atATime}) t
      where s.trigger_id = ${triggerId}
    ), moved as (
      update escalation.silence s set looked_to = last.since, looked_to_number = last.number
      from (select since, number from silent order by since desc, number desc limit 1) last
      where s.trigger_id = ${triggerId}
    )
    select * from silent`.execute(tx)
  return rows
}
