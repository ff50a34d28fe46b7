import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { addJobs, job } from '../../../platform/jobs/index.ts'
import { ladderStands, startPage } from '../../oncall/server/index.ts'
import { personCards, vips } from '../../people/server/index.ts'
import { isActive, type TicketRecord, unsafeTicket } from '../../ticket/server/index.ts'
import { isSpam } from '../../triage/server/index.ts'
import { triggerFired } from '../contract/facts.ts'
import type { When } from '../contract/http-triggers.ts'
import { concerns } from './match-triggers.ts'
import { silenceOf } from './silence.ts'
import { tellLeads } from './tell-leads.ts'
import { type ActiveTrigger, triggers } from './triggers.ts'

const Payload = Type.Object({
  triggerId: Type.Integer(),
  ticketNumber: Type.Integer(),
  occurrence: Type.String(),
  why: Type.Record(Type.String(), Type.Unknown()),
})
export interface Firing {
  triggerId: number
  ticketNumber: number
  occurrence: string
  why: Record<string, unknown>
}

/** Looks closely at what may have set a trigger off, and fires it: once, however often the job is run. */
export const fireTrigger = job('fire a trigger', Payload, (cx, firing) => fire(cx, firing))

/** Queues what may have set triggers off; the same is looked at once. */
export async function queueFirings(tx: Tx, firings: readonly Firing[]): Promise<void> {
  if (firings.length === 0) return
  const keyOf = ({ triggerId, ticketNumber, occurrence }: Firing) =>
    `trigger ${triggerId} ticket ${ticketNumber} ${occurrence}`
  await addJobs(
    tx,
    // Before whatever can wait a moment: notices, acknowledgements, digests.
    firings.map((firing) => ({ name: fireTrigger.name, payload: firing, key: keyOf(firing), priority: -10 })),
  )
}

async function fire(cx: Cx, firing: Firing): Promise<void> {
  await cx.tx(async (tx) => {
    const ticket = await unsafeTicket(tx, firing.ticketNumber, true)
    const trigger = (await triggers.get(tx)).find((one) => one.id === firing.triggerId)
    if (!ticket || !trigger || !isActive(ticket.status) || !concerns(trigger.rule, ticket)) return
    if (await isSpam(tx, ticket.number)) return
    const why = await reasonOf(tx, trigger, ticket, firing)
    if (why) await fireFor(tx, trigger, ticket, firing.occurrence, why)
  })
}

/** Writes the firing down, and if nobody has before, tells those it is to tell. The ticket is locked. */
async function fireFor(
  tx: Tx,
  trigger: ActiveTrigger,
  ticket: TicketRecord,
  occurrence: string,
  why: Record<string, unknown>,
): Promise<void> {
  const firing = await tx
    .insertInto('escalation.firing')
    .values({
      triggerId: trigger.id,
      triggerVersion: trigger.version,
      ticketNumber: ticket.number,
      occurrence,
      why: sql`${JSON.stringify(why)}::jsonb`,
      firedAt: tx.now,
      escalationId: null,
    })
    .onConflict((conflict) => conflict.columns(['triggerId', 'ticketNumber', 'occurrence']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!firing) return
  const { escalationId, recipientIds } = await tellLeads(tx, ticket, {
    reason: trigger.name,
    detail: String(why.reason ?? why.word ?? ''),
    to: trigger.rule.tell,
  })
  const { ladderId } = trigger.rule.tell
  if (ladderId && (await ladderStands(tx, ladderId)))
    await startPage(tx, { ticketNumber: ticket.number, ladderId, reason: trigger.name })
  await tx.updateTable('escalation.firing').set({ escalationId }).where('id', '=', firing.id).execute()
  const { id: triggerId, name } = trigger
  await tell(tx, triggerFired, ticket.number, { triggerId, trigger: name, escalationId, recipientIds })
}

/** Why it fires; undefined when it does not. */
async function reasonOf(
  tx: Tx,
  { id, rule: { when } }: ActiveTrigger,
  ticket: TicketRecord,
  { why, occurrence }: Firing,
): Promise<Record<string, unknown> | undefined> {
  if (when.kind === 'vip') {
    const { requesterId, organisationId } = ticket
    if (!(await vips.get(tx)).has(requesterId, organisationId)) return undefined
    return { requester: (await personCards(tx, [requesterId])).get(requesterId)?.name }
  }
  if (when.kind === 'reopened') {
    const times = await reopenings(tx, ticket.number)
    return times === when.times ? { times } : undefined
  }
  // Something has happened meanwhile.
  if (when.kind === 'idle') return occurrence === silenceOf(ticket.updatedAt) ? { minutes: when.minutes } : undefined
  // One that was queued before likeness was looked at beforehand has none to show.
  if (when.kind === 'similar') return Array.isArray(why.alike) ? crowdOf(tx, id, when, why.alike) : undefined
  return why
}

/** Of many that are alike one tells the leads, not each. One after the other, or two would both be the first. */
async function crowdOf(
  tx: Tx,
  triggerId: number,
  { times, minutes }: Extract<When, { kind: 'similar' }>,
  alike: readonly number[],
): Promise<Record<string, unknown> | undefined> {
  await sql`select pg_advisory_xact_lock(${crowdLock}, ${triggerId}::int)`.execute(tx)
  const told = await tx
    .selectFrom('escalation.firing')
    .select('id')
    .where('triggerId', '=', triggerId)
    .where('ticketNumber', 'in', [...alike])
    .where('firedAt', '>=', new Date(tx.now.getTime() - minutes * 60_000))
    .limit(1)
    .executeTakeFirst()
  if (told) return undefined
  const tickets = await genuine(tx, alike)
  return tickets.length + 1 >= times ? { times: tickets.length + 1, tickets: tickets.slice(0, 20) } : undefined
}

const crowdLock = 0x63726f77

/** What is neither spam nor goes on in another ticket. */
async function genuine(tx: Tx, numbers: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select number from unnest(${[...numbers]}::bigint[]) as number
    where not exists (select from triage.spam s where s.ticket_number = number)
      and not exists (select from ticket.merge m where m.ticket_number = number and m.undone_at is null)
    order by number desc`.execute(tx)
  return rows.map((row) => row.number)
}

async function reopenings(tx: Tx, ticketNumber: number): Promise<number> {
  const row = await tx
    .selectFrom('platform.fact')
    .select(sql<number>`count(*)::int`.as('times'))
    .where('subjectKind', '=', 'ticket')
    .where('subjectId', '=', ticketNumber)
    .where('name', '=', 'ticket.status_changed')
    .where(sql<boolean>`data #>> '{changes,status,before}' in ('resolved', 'closed')
      and data #>> '{changes,status,after}' not in ('resolved', 'closed')`)
    .executeTakeFirstOrThrow()
  return row.times
}
