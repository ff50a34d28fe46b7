import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { SettableClock } from '../../../platform/clock/index.ts'
import { type Ground, makeCx, systemActor } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { TicketState } from '../../ticket/contract/facts.ts'
import { kinds, priorities, type Status } from '../../ticket/contract/shapes.ts'
import { awaitReply } from '../server/await-reply.ts'
import { concernsClocks, newsOf } from '../server/news.ts'
import { beginClocks, type News, reclockAll } from '../server/reclock.ts'

export interface Lives {
  count: number
  personIds: readonly number[]
  teamIds: readonly number[]
  tags: readonly string[]
  /** How often time moves on. */
  steps: number
  /** The share of tickets to which something happens each time. */
  share: number
  random: { below(most: number): number; next(): number; pick<T>(from: readonly T[]): T }
  /** Between two steps, for whoever changes policies meanwhile. */
  between?: (step: number) => Promise<void>
}

type State = Pick<Static<typeof TicketState>, 'status' | 'priority' | 'kind' | 'teamId'> & {
  requesterId: number
  tags: string[]
}
type Changes = Record<string, { before: unknown; after: unknown }>
interface Happening {
  number: number
  name: string
  data: object
  changes?: Changes
}

const minuteMs = 60_000
const atATime = 500
const statuses: Status[] = [
  'open',
  'in_progress',
  'waiting_requester',
  'waiting_vendor',
  'waiting_until',
  'resolved',
  'closed',
]

/**
 * Lets much happen to many tickets at a time: rows and facts are written by the hundred, and clocks follow by the same code
 * that follows one change of one ticket. Of what stands in no fact (messages, forms, people who are told) nothing is made.
 */
export async function liveMany(ground: Ground & { clock: SettableClock }, lives: Lives): Promise<number[]> {
  const tickets = new Map<number, State>()
  for (let step = 0; step < lives.steps; step++) {
    ground.clock.advance((1 + lives.random.below(lives.random.below(4) === 0 ? 1500 : 90)) * minuteMs)
    await makeCx(ground, systemActor).tx(async (tx) => {
      await ringDue(tx, [...tickets.keys()])
      await happen(tx, tickets, lives)
      if (tickets.size < lives.count) await openSome(tx, tickets, lives)
    })
    await lives.between?.(step)
  }
  return [...tickets.keys()]
}

/** Alarms of these tickets whose moment has passed. */
async function ringDue(tx: Tx, numbers: readonly number[]): Promise<void> {
  const { rows } = await sql<{ number: number }>`
    select distinct ticket_number as number from sla.clock
    where next_at <= ${tx.now} and ticket_number = any(${[...numbers]}::bigint[])`.execute(tx)
  await follow(tx, new Map(rows.map((row) => [row.number, {}])))
}

async function follow(tx: Tx, news: ReadonlyMap<number, News>): Promise<void> {
  const all = [...news]
  for (let from = 0; from < all.length; from += atATime) await reclockAll(tx, new Map(all.slice(from, from + atATime)))
}

async function openSome(tx: Tx, tickets: Map<number, State>, lives: Lives): Promise<void> {
  const { random } = lives
  const fresh: State[] = Array.from({ length: Math.ceil((lives.count * 3) / lives.steps) }, () => ({
    status: 'new',
    priority: random.pick(priorities),
    kind: random.pick(kinds),
    teamId: random.below(4) === 0 ? null : random.pick(lives.teamIds),
    requesterId: random.pick(lives.personIds),
    tags: random.below(2) === 0 ? [] : [random.pick(lives.tags)],
  }))
  const rows = await tx
    .insertInto('ticket.ticket')
    .values(
      fresh.map((state) => ({
        ...state,
        statusSince: tx.now,
        waitingUntil: null,
        subject: 'Printer jams',
        channel: 'portal' as const,
        reporterId: state.requesterId,
        impact: 3,
        urgency: 2,
        createdAt: tx.now,
        updatedAt: tx.now,
      })) as never,
    )
    .returning('number')
    .execute()
  const opened = rows.map(({ number }, index) => ({ number, state: fresh[index] as State }))
  const told = await tellMany(
    tx,
    opened.map(({ number, state }) => ({
      number,
      name: 'ticket.opened',
      data: { channel: 'portal', state, watcherIds: [] },
    })),
  )
  for (const { number, state } of opened) {
    tickets.set(number, state)
    const fact = { id: told.get(number) ?? 0, at: tx.now }
    await beginClocks(tx, number, fact, { ...nothingElse, ...state, reporterId: state.requesterId })
  }
}

const nothingElse = {
  waitingUntil: null,
  subject: 'Printer jams',
  organisationId: null,
  assigneeId: null,
  serviceId: null,
  categoryId: null,
  impact: 3,
  urgency: 2,
  affectedThing: null,
  affectedPersonIds: [],
  location: null,
  errorMessage: null,
  customFields: {},
  estimatedAt: null,
}

async function happen(tx: Tx, tickets: Map<number, State>, lives: Lives): Promise<void> {
  const all: Happening[] = []
  for (const [number, state] of tickets) {
    if (lives.random.next() >= lives.share) continue
    const happening = somethingTo(number, state, lives)
    if (!happening) continue
    all.push(happening)
    for (const [field, change] of Object.entries(happening.changes ?? {}))
      Object.assign(state, { [field]: change.after })
  }
  if (all.length === 0) return
  await updateRows(tx, all, tickets)
  const told = await tellMany(tx, all)
  const news = new Map<number, News>()
  for (const { number, changes } of all) {
    const fact = { id: told.get(number) ?? 0, at: tx.now }
    if (!changes) await (await awaitReply(tx, number))({ messageId: fact.id, factId: fact.id, at: tx.now })
    else if (concernsClocks({ changes })) news.set(number, newsOf({ ...fact, data: { changes } }))
  }
  await follow(tx, news)
}

function somethingTo(number: number, state: State, { random, teamIds, tags }: Lives): Happening | undefined {
  const change = (name: string, field: keyof State, after: unknown): Happening | undefined => {
    const changes = { [field]: { before: state[field], after } }
    return JSON.stringify(state[field]) === JSON.stringify(after)
      ? undefined
      : { number, name, data: { changes }, changes }
  }
  const what = random.below(20)
  if (what < 9) return change('ticket.status_changed', 'status', random.pick(statuses))
  if (what < 12) return change('ticket.priority_set', 'priority', random.pick(priorities))
  if (what < 14) return change('ticket.assigned', 'teamId', random.below(6) === 0 ? null : random.pick(teamIds))
  if (what < 15) return change('ticket.changed', 'tags', random.below(2) === 0 ? [] : [random.pick(tags)])
  if (what < 16) return change('ticket.changed', 'kind', random.pick(kinds))
  return { number, name: 'conversation.message_added', data: { direction: 'out' } }
}

async function updateRows(tx: Tx, all: readonly Happening[], tickets: ReadonlyMap<number, State>): Promise<void> {
  const rows = all.flatMap(({ number, changes }) => (changes ? [{ number, ...tickets.get(number) }] : []))
  await sql`
    update ticket.ticket t set status = n.status, updated_at = ${tx.now},
      status_since = case when n.status = t.status then t.status_since else ${tx.now} end,
      waiting_until = case n.status when 'waiting_until' then ${tx.now}::timestamptz + interval '1 day' end,
      priority = n.priority, kind = n.kind, team_id = n."teamId",
      tags = (select coalesce(array_agg(tag), '{}') from jsonb_array_elements_text(n.tags) tag)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n (number bigint, status text, priority text, kind text, "teamId" bigint, tags jsonb)
    where t.number = n.number`.execute(tx)
}

/** Facts as rows, one of each ticket; nobody hears them but whoever asks for their ids. */
async function tellMany(tx: Tx, all: readonly Happening[]): Promise<Map<number, number>> {
  const rows = all.map(({ number, name, data }) => ({ number, name, data }))
  const { rows: told } = await sql<{ id: number; number: number }>`
    insert into platform.fact (name, subject_kind, subject_id, at, actor_kind, actor_name, data)
    select f.name, 'ticket', f.number, ${tx.now}, 'system', 'Deskhand', f.data
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f (name text, number bigint, data jsonb)
    returning id, subject_id as number`.execute(tx)
  return new Map(told.map((row) => [row.number, row.id]))
}
