import { sql } from 'kysely'
import type { Static } from 'typebox'
import { Type } from 'typebox'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { job } from '../../../platform/jobs/index.ts'
import type { TicketState } from '../../ticket/contract/facts.ts'
import type { Channel } from '../../ticket/contract/shapes.ts'
import type { DraftRule, TrialResult } from '../contract/http-rules.ts'
import type { Reasons, TeamSource } from '../contract/shapes.ts'
import { compareRules, type PastTicket, type Sides } from './compare-rules.ts'
import type { RuleText } from './decide.ts'
import { known } from './known.ts'
import { odditiesOf } from './view-rules.ts'
import { viewTickets } from './view-ticket.ts'

const perStep = 500

/**
 * Goes through the tickets of a trial from the newest to the oldest. After each step the row says how far it is, so that a
 * process which dies loses at most one step.
 */
export const runTrial = job('try routing rules', Type.Object({ id: Type.Integer() }), async (cx, { id }) => {
  const rules = await begin(cx, id)
  if (!rules) return
  const sides = await sidesFor(cx.db, rules)
  let going = true
  while (going) going = await takeStep(cx, id, sides)
})

/** Rules under trial have no ids to be confused with: a new one gets a number below zero. */
const asTexts = (rules: readonly DraftRule[]): RuleText[] =>
  rules.map((rule, index) => ({ ...rule, id: rule.id ?? -index - 1, version: 0, position: index + 1 }))

async function begin(cx: Cx, id: number): Promise<RuleText[] | undefined> {
  return cx.tx(async (tx) => {
    const row = await tx
      .selectFrom('routing.trial')
      .select(['rules', 'state', 'result'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!row || row.state === 'done' || row.state === 'cancelled') return undefined
    const texts = asTexts(row.rules)
    if (row.state === 'running') return texts
    const result: TrialResult = {
      ...row.result,
      rules: texts
        .filter((rule) => rule.active)
        .map(({ position, name }) => ({ position, name, matched: 0, taken: 0, decided: 0 })),
      findings: await odditiesOf(tx, texts),
    }
    await tx
      .updateTable('routing.trial')
      .set({ state: 'running', result: JSON.stringify(result) })
      .where('id', '=', id)
      .execute()
    return texts
  })
}

async function sidesFor(reader: Reader, rules: readonly RuleText[]): Promise<Sides> {
  const now = await known.get(reader)
  const ids = rules.flatMap((rule) => rule.outcome.assigneeId ?? [])
  const named = [...ids, ...now.rules.flatMap((rule) => rule.outcome.assigneeId ?? [])]
  const persons =
    named.length === 0
      ? []
      : await reader.selectFrom('people.person').select(['id', 'name']).where('id', 'in', named).execute()
  const names = new Map(persons.map((person) => [person.id, person.name]))
  return {
    known: now,
    now: now.rules,
    tried: now.compile(rules),
    teamName: (id) => now.teams.get(id)?.name ?? `${id}`,
    personName: (id) => names.get(id) ?? `${id}`,
  }
}

async function takeStep(cx: Cx, id: number, sides: Sides): Promise<boolean> {
  const row = await cx.db
    .selectFrom('routing.trial')
    .select(['state', 'fromAt', 'untilAt', 'reached', 'done', 'result'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row?.state !== 'running') return false
  const tickets = await pastTickets(cx.db, row)
  const over = tickets.length < perStep
  const after = await cx.db
    .updateTable('routing.trial')
    .set({
      state: over ? 'done' : 'running',
      finishedAt: over ? cx.now : null,
      done: row.done + tickets.length,
      reached: tickets.at(-1)?.number ?? row.reached,
      result: JSON.stringify(compareRules(row.result, tickets, sides)),
    })
    .where('id', '=', id)
    // Cancelled meanwhile stays cancelled; of two that run the same step one notes it.
    .where('state', '=', 'running')
    .where('done', '=', row.done)
    .returning('id')
    .executeTakeFirst()
  return after !== undefined && !over
}

interface OpenedRow {
  number: number
  at: Date
  channel: Channel
  state: Static<typeof TicketState>
  reasons: Reasons | null
  ownerTeamId: number | null
}

/** Tickets as they were opened, which the fact tells; what rules did to them then is taken off again. */
async function pastTickets(
  reader: Reader,
  { fromAt, untilAt, reached }: { fromAt: Date; untilAt: Date; reached: number | null },
): Promise<PastTicket[]> {
  const { rows } = await sql<OpenedRow>`
    select t.number, t.created_at as at, t.channel, f.data -> 'state' as state, d.reasons, s.owner_team_id
      from (select number, created_at, channel, service_id from ticket.ticket
             where created_at > ${fromAt} and created_at <= ${untilAt} and number < ${reached ?? Number.MAX_SAFE_INTEGER}
             order by number desc limit ${perStep}) t
      join lateral (select data from platform.fact where subject_kind = 'ticket' and subject_id = t.number
                     and name = 'ticket.opened' order by id limit 1) f on true
      left join lateral (select reasons from routing.decision where ticket_number = t.number order by id limit 1) d on true
      left join catalog.service s on s.id = t.service_id
     order by t.number desc`.execute(reader)
  const views = await viewTickets(
    reader,
    rows.map(({ number, channel, state, reasons }) => ({
      ...state,
      number,
      channel,
      tags: state.tags.filter((tag) => !(reasons?.tags ?? []).includes(tag)),
    })),
  )
  return rows.flatMap((row) => {
    const view = views.get(row.number)
    return view ? [{ number: row.number, openedAt: row.at, view, ...givenThen(row) }] : []
  })
}

/** Where it would have gone without any rule. */
function givenThen({ state, reasons, ownerTeamId }: OpenedRow) {
  const teamFrom: TeamSource = reasons?.teamFrom ?? 'service'
  const ruled = teamFrom === 'rule' || teamFrom === 'first_contact' || teamFrom === 'none'
  return {
    teamId: ruled ? ownerTeamId : state.teamId,
    teamFrom: ruled ? ('service' as const) : teamFrom,
    assigneeGiven: reasons ? reasons.why === 'given' : state.assigneeId !== null,
  }
}
