import { sql } from 'kysely'
import { among, type Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { slaBreached, slaMet, slaWarned } from '../contract/facts.ts'
import type { ChosenEvent } from './history.ts'
import type { Settled } from './settle-clocks.ts'

export interface ToKeep {
  number: number
  teamId: number | null
  settled: readonly Settled[]
  answer?: { messageId: number; factId: number; at: number } | undefined
  choice?: (ChosenEvent & { why: 'opened' | 'changed' | 'applied' | 'calendar' }) | undefined
}

const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/** Tells what is to be told and writes the clocks of some tickets, their choices included, in one statement. */
export async function keepClocks(tx: Tx, keeps: readonly ToKeep[]): Promise<void> {
  for (const keep of keeps) await tellAll(tx, keep)
  const numbers = keeps.map((keep) => keep.number)
  const rows = JSON.stringify(keeps.flatMap(({ number, settled }) => settled.map((one) => rowOf(number, one))))
  const choices = JSON.stringify(
    keeps.flatMap(({ number, choice }) => (choice ? [{ number, ...choice, at: instant(choice.at) }] : [])),
  )
  const answers = JSON.stringify(
    keeps.flatMap(({ number, answer }) => (answer ? [{ number, ...answer, at: instant(answer.at) }] : [])),
  )
  await sql`
    with given as (
      select * from jsonb_to_recordset(${rows}::jsonb) as g (ticket_number bigint, target text, seq int, state text, version_id bigint,
        calendar_id bigint, team_id bigint, goal_ms bigint, elapsed_ms bigint, started_at timestamptz,
        running_since timestamptz, paused_for text, due_at timestamptz, breached_at timestamptz, ended_at timestamptz,
        told smallint, next_at timestamptz, leads boolean)
    ), chosen as (
      insert into sla.choice (ticket_number, fact_id, at, priority, policy_version_id, policy_calendar_id,
        team_version_id, team_calendar_id, why)
      select c.number, c."factId", c.at, c.priority, c."policyVersionId", c."policyCalendarId", c."teamVersionId",
        c."teamCalendarId", c.why
      from jsonb_to_recordset(${choices}::jsonb) as c (number bigint, "factId" bigint, at timestamptz, priority text,
        "policyVersionId" bigint, "policyCalendarId" bigint, "teamVersionId" bigint, "teamCalendarId" bigint, why text)
    ), answered as (
      insert into sla.answer (ticket_number, fact_id, message_id, at)
      select a.number, a."factId", a."messageId", a.at
      from jsonb_to_recordset(${answers}::jsonb) as a (number bigint, "factId" bigint, "messageId" bigint, at timestamptz)
    ), gone as (
      -- An answer that was undone takes the clock back that it began.
      delete from sla.clock k where ${among(sql.ref('k.ticket_number'), numbers)}
        and not exists (select from given g
          where g.ticket_number = k.ticket_number and g.target = k.target and g.seq = k.seq)
    )
    insert into sla.clock as k (ticket_number, target, seq, state, version_id, calendar_id, team_id, goal_ms, elapsed_ms,
      started_at, running_since, paused_for, due_at, breached_at, ended_at, told, next_at, leads)
    select g.* from given g
    on conflict (ticket_number, target, seq) do update set state = excluded.state, version_id = excluded.version_id,
      calendar_id = excluded.calendar_id, team_id = excluded.team_id, goal_ms = excluded.goal_ms,
      elapsed_ms = excluded.elapsed_ms, started_at = excluded.started_at, running_since = excluded.running_since,
      paused_for = excluded.paused_for, due_at = excluded.due_at, breached_at = excluded.breached_at,
      ended_at = excluded.ended_at, told = excluded.told, next_at = excluded.next_at, leads = excluded.leads
    -- What stays as it was costs no write.
    where (k.state, k.version_id, k.calendar_id, k.team_id, k.goal_ms, k.elapsed_ms, k.started_at, k.running_since,
      k.paused_for, k.due_at, k.breached_at, k.ended_at, k.told, k.next_at, k.leads) is distinct from
      (excluded.state, excluded.version_id, excluded.calendar_id, excluded.team_id, excluded.goal_ms, excluded.elapsed_ms,
      excluded.started_at, excluded.running_since, excluded.paused_for, excluded.due_at, excluded.breached_at,
      excluded.ended_at, excluded.told, excluded.next_at, excluded.leads)`.execute(tx)
}

function rowOf(number: number, { clock, breachedAt, told, nextAt, leads }: Settled) {
  return {
    ticket_number: number,
    target: clock.target,
    seq: clock.seq,
    state: clock.state,
    version_id: clock.agreement.versionId,
    calendar_id: clock.agreement.calendarVersionId,
    team_id: clock.teamId,
    goal_ms: clock.goalMs,
    elapsed_ms: clock.elapsedMs,
    started_at: instant(clock.startedAt),
    running_since: instant(clock.runningSince),
    paused_for: clock.pausedFor,
    due_at: instant(clock.dueAt),
    breached_at: instant(breachedAt),
    ended_at: instant(clock.endedAt),
    told,
    next_at: instant(nextAt),
    leads,
  }
}

async function tellAll(tx: Tx, { number, teamId, settled }: ToKeep): Promise<void> {
  for (const { clock, told, tell: what } of settled) {
    const { target, seq } = clock
    const about = { target, seq, dueAt: instant(clock.dueAt), teamId: clock.teamId ?? teamId }
    if (what === 'warned') await tell(tx, slaWarned, number, { ...about, percent: told })
    else if (what === 'breached') await tell(tx, slaBreached, number, about)
    else if (what === 'met') await tell(tx, slaMet, number, about)
  }
}
