import { sql } from 'kysely'
import { alarm } from '../../../platform/alarms/index.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { alikeAround } from '../../triage/server/index.ts'
import type { When } from '../contract/http-triggers.ts'
import { type Firing, queueFirings } from './fire-trigger.ts'
import { concerns } from './match-triggers.ts'
import { type ActiveTrigger, triggers } from './triggers.ts'

/** From one look to the next, so that a burst of tickets is looked at by the handful. */
const everyMs = 2000
/** So long a transaction that opens a ticket may take; a number that is missing for longer was never written. */
const settledAfterMs = 60_000
const atATime = 500
const alike = 0.5

type SimilarTrigger = ActiveTrigger & { rule: { when: Extract<When, { kind: 'similar' }> } }

interface Fresh {
  number: number
  createdAt: Date
  priority: string
  serviceId: number | null
  teamId: number | null
}

/** Comes soon after a ticket was opened, and looks whether those since the last time are like many others. */
export const watchCrowds = alarm(
  'look for tickets that are like others',
  { table: 'escalation.crowd_due', key: 'id', at: 'next_at' },
  async (tx) => {
    const asking = (await triggers.get(tx)).filter(isSimilar)
    const place = await tx.selectFrom('escalation.crowdLook').selectAll().executeTakeFirstOrThrow()
    const rows = await tx
      .selectFrom('ticket.ticket')
      .select(['number', 'createdAt', 'priority', 'serviceId', 'teamId'])
      .where('number', '>', place.lookedTo)
      .orderBy('number')
      .limit(atATime)
      .execute()
    const seen = new Set(place.beyond)
    const fresh = rows.filter((row) => !seen.has(row.number))
    const next = placeAfter(place.lookedTo, rows, tx.now)
    if (asking.length > 0 && fresh.length > 0) await queueFirings(tx, await crowded(tx, asking, fresh, next.lookedTo))
    await tx
      .updateTable('escalation.crowdLook')
      .set({ ...next, notBefore: new Date(tx.now.getTime() + everyMs) })
      .execute()
  },
)

/**
 * Numbers are given out before they are written, so one that is missing may still come. The place stays before such a gap
 * until it is old enough; what is behind it is noted, so that nothing is looked at twice.
 */
export function placeAfter(lookedTo: number, rows: readonly Fresh[], now: Date) {
  let to = lookedTo
  const beyond: number[] = []
  for (const { number, createdAt } of rows) {
    const settled = createdAt.getTime() < now.getTime() - settledAfterMs
    if (beyond.length === 0 && (number === to + 1 || settled)) to = number
    else beyond.push(number)
  }
  return { lookedTo: to, beyond }
}

export const isSimilar = (one: ActiveTrigger): one is SimilarTrigger => one.rule.when.kind === 'similar'

async function crowded(
  tx: Tx,
  asking: readonly SimilarTrigger[],
  fresh: readonly Fresh[],
  lookedTo: number,
): Promise<Firing[]> {
  const longest = Math.max(...asking.map(({ rule }) => rule.when.minutes)) * 60_000
  const fewest = Math.min(...asking.map(({ rule }) => rule.when.times))
  const since = new Date((fresh[0] as Fresh).createdAt.getTime() - longest)
  const numbers = fresh.map((ticket) => ticket.number)
  const found = await alikeAround(tx, numbers, { since, lookedTo, least: alike, fewest: fewest - 1, now: tx.now })
  return asking.flatMap((trigger) => {
    const { times, minutes } = trigger.rule.when
    // Of many that are alike one tells the leads; who told before is looked for when it fires.
    const spoken = new Set<number>()
    return fresh.flatMap((ticket) => {
      const from = ticket.createdAt.getTime() - minutes * 60_000
      const others = (found.get(ticket.number) ?? []).filter((other) => other.at >= from).map((other) => other.number)
      if (others.length + 1 < times || !concerns(trigger.rule, ticket)) return []
      if (others.some((number) => spoken.has(number))) return []
      spoken.add(ticket.number)
      return [{ triggerId: trigger.id, ticketNumber: ticket.number, occurrence: 'opened', why: { alike: others } }]
    })
  })
}

/** A trigger that is new or changed looks at tickets from now on; where another is looking already, from where that stands. */
export async function watchCrowdsFromNow(tx: Tx, triggerId: number): Promise<void> {
  await sql`
    update escalation.crowd_look set looked_to = (select coalesce(max(number), 0) from ticket.ticket), beyond = '{}'
    where not exists (select from escalation.trigger where active and removed_at is null and id <> ${triggerId}
      and rule #>> '{when,kind}' = 'similar')`.execute(tx)
}
