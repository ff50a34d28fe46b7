import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/index.ts'
import { type Calendars, calendars } from '../../calendar/server/index.ts'
import type { Priority, Status } from '../../ticket/contract/shapes.ts'
import { targets } from '../contract/shapes.ts'
import { type Chosen, choiceOf } from './choose-policy.ts'
import { type Agreement, type Clock, isOpen } from './clock.ts'
import type { StoredClock } from './history.ts'
import { type Policies, policies } from './policies.ts'
import type { Ticket } from './rules.ts'

/** A row of sla.clock as PostgreSQL writes it into JSON. */
interface ClockRow extends StoredClock {
  version_id: number
  calendar_id: number
  team_id: number | null
  goal_ms: number
  elapsed_ms: number
  started_at: string
  running_since: string | null
  paused_for: Status | null
  due_at: string | null
  breached_at: string | null
  ended_at: string | null
}

interface ChoiceRow {
  at: string
  priority: Priority
  policy_version_id: number | null
  policy_calendar_id: number | null
  team_version_id: number | null
  team_calendar_id: number | null
}

interface StandingRow {
  status: Status
  statusSince: Date
  teamId: number | null
  priority: Priority
  answeredAt: Date | null
  choice: ChoiceRow | null
  clocks: ClockRow[]
}

/**
 * Where a ticket stands, from what is kept and not from its facts: its last choice, and of each target the last clock, since
 * no other is open or begun anew. What only an explanation needs, its clocks have not: earlier stretches and carried time.
 */
export async function loadStanding(reader: Reader, number: number): Promise<{ ticket: Ticket; kept: StoredClock[] }> {
  const { rows } = await sql<StandingRow>`
    select t.status, t.status_since as "statusSince", t.team_id as "teamId", t.priority,
      (select a.at from sla.answer a where a.ticket_number = t.number order by a.fact_id desc limit 1) as "answeredAt",
      (select row_to_json(c) from sla.choice c where c.ticket_number = t.number
        order by c.fact_id desc, c.id desc limit 1) as choice,
      (select coalesce(json_agg(k), '[]') from (values ${sql.raw(targets.map((one) => `('${one}')`).join(', '))}) w (target)
        cross join lateral (
          select * from sla.clock where ticket_number = t.number and target = w.target order by seq desc limit 1
        ) k) as clocks
    from ticket.ticket t where t.number = ${number}`.execute(reader)
  const [row] = rows
  if (!row) throw new Error(`the clocks of ticket #${number} are asked for, which is not there`)
  const [known, times] = await Promise.all([policies.get(reader), calendars.get(reader)])
  const choice = row.choice ? choiceOf(chosenIn(row.choice), known, times) : { service: null, team: null }
  const priority = row.choice?.priority ?? row.priority
  const clocks = row.clocks.map((clock) => clockOf(clock, agreementFor(clock, priority, known, times)))
  const { status, teamId } = row
  const ticket = { status, teamId, choice, answered: row.answeredAt !== null, at: latest(row, clocks), clocks }
  return { ticket, kept: row.clocks }
}

const chosenIn = (row: ChoiceRow): Chosen => ({
  priority: row.priority,
  policyVersionId: row.policy_version_id,
  policyCalendarId: row.policy_calendar_id,
  teamVersionId: row.team_version_id,
  teamCalendarId: row.team_calendar_id,
})

/** By what a clock counts; that of an open one is what holds for its ticket. */
function agreementFor(clock: ClockRow, priority: Priority, known: Policies, times: Calendars): Agreement {
  const none = { priority, policyVersionId: null, policyCalendarId: null, teamVersionId: null, teamCalendarId: null }
  const agreement =
    clock.target === 'team'
      ? choiceOf({ ...none, teamVersionId: clock.version_id, teamCalendarId: clock.calendar_id }, known, times).team
      : choiceOf({ ...none, policyVersionId: clock.version_id, policyCalendarId: clock.calendar_id }, known, times)
          .service
  if (!agreement) throw new Error(`clock ${clock.id} counts by version ${clock.version_id}, which is not there`)
  return agreement
}

function clockOf(row: ClockRow, agreement: Agreement): Clock {
  const startedAt = Date.parse(row.started_at)
  const runningSince = momentOf(row.running_since)
  const pausedFor = row.paused_for
  return {
    target: row.target,
    seq: row.seq,
    state: row.state,
    agreement,
    teamId: row.team_id,
    goalMs: row.goal_ms,
    elapsedMs: row.elapsed_ms,
    carriedMs: 0,
    startedAt,
    runningSince,
    pausedFor,
    dueAt: momentOf(row.due_at),
    breachedAt: momentOf(row.breached_at),
    endedAt: momentOf(row.ended_at),
    stretches: isOpen(row) ? [{ from: runningSince ?? startedAt, to: null, pausedFor, agreement }] : [],
  }
}

const momentOf = (written: string | null) => (written === null ? null : Date.parse(written))

/** The last moment at which something happened that clocks follow. */
function latest({ statusSince, answeredAt, choice }: StandingRow, clocks: readonly Clock[]): number {
  const moments = clocks.flatMap(({ startedAt, runningSince, endedAt }) => [startedAt, runningSince ?? 0, endedAt ?? 0])
  const chosenAt = choice ? Date.parse(choice.at) : 0
  return Math.max(statusSince.getTime(), answeredAt?.getTime() ?? 0, chosenAt, ...moments)
}
