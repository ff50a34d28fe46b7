import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { job } from '../../../platform/jobs/index.ts'
import { ladderStands, startPage } from '../../oncall/server/index.ts'
import { personCards } from '../../people/server/index.ts'
import { isActive, type TicketRecord, unsafeTicket } from '../../ticket/server/index.ts'
import { findSimilar, isSpam } from '../../triage/server/index.ts'
import { triggerFired } from '../contract/facts.ts'
import { concerns, wordIn } from './match-triggers.ts'
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

export const fireTriggerKey = ({ triggerId, ticketNumber, occurrence }: Firing) =>
  `trigger ${triggerId} ticket ${ticketNumber} ${occurrence}`

/** Looks closely at what may have set a trigger off, and fires it: once, however often the job is run. */
export const fireTrigger = job('fire a trigger', Payload, (cx, firing) => fire(cx, firing))

async function fire(cx: Cx, firing: Firing): Promise<void> {
  const likes = await similarTo(cx, firing)
  await cx.tx(async (tx) => {
    const ticket = await unsafeTicket(tx, firing.ticketNumber, true)
    const trigger = (await triggers.get(tx)).find((one) => one.id === firing.triggerId)
    if (!ticket || !trigger || !isActive(ticket.status) || !concerns(trigger.rule, ticket)) return
    if (await isSpam(tx, ticket.number)) return
    const why = await reasonOf(tx, trigger, ticket, firing, likes)
    if (why) await fireFor(tx, trigger, ticket, firing.occurrence, why)
  })
}

/** Writes the firing down, and if nobody has before, tells those it is to tell. The ticket is locked. */
export async function fireFor(
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
  { why }: Firing,
  likes: readonly number[],
): Promise<Record<string, unknown> | undefined> {
  if (when.kind === 'vip') {
    const requester = (await personCards(tx, [ticket.requesterId])).get(ticket.requesterId)
    return requester?.vip ? { requester: requester.name } : undefined
  }
  if (when.kind === 'reopened') {
    const times = await reopenings(tx, ticket.number)
    return times === when.times ? { times } : undefined
  }
  if (when.kind === 'keyword' && typeof why.messageId === 'number') {
    const message = await tx
      .selectFrom('conversation.message')
      .select('text')
      .where('id', '=', why.messageId)
      .executeTakeFirst()
    const word = wordIn(when.words, message?.text ?? '')
    return word === undefined ? undefined : { word }
  }
  if (when.kind === 'similar') {
    if (likes.length + 1 < when.times) return undefined
    // Of many that are alike one tells the leads, not each.
    const told = await tx
      .selectFrom('escalation.firing')
      .select('id')
      .where('triggerId', '=', id)
      .where('ticketNumber', 'in', [...likes])
      .where('firedAt', '>=', new Date(tx.now.getTime() - when.minutes * 60_000))
      .limit(1)
      .executeTakeFirst()
    return told ? undefined : { times: likes.length + 1, tickets: likes.slice(0, 20) }
  }
  return why
}

const alike = 0.5

async function similarTo(cx: Cx, { triggerId, ticketNumber }: Firing): Promise<number[]> {
  const when = (await triggers.get(cx.db)).find((one) => one.id === triggerId)?.rule.when
  if (when?.kind !== 'similar') return []
  const since = cx.now.getTime() - when.minutes * 60_000
  const found = await findSimilar(cx, ticketNumber, 50)
  return found
    .filter((one) => one.likeness >= alike && new Date(one.createdAt).getTime() >= since)
    .map((one) => one.number)
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
