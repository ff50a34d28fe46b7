import { sql } from 'kysely'
import { among, inPassing, type Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { slaBreached, slaMet, slaWarned } from '../contract/facts.ts'
import type { ChosenEvent, StoredClock } from './history.ts'
import type { Settled } from './settle-clocks.ts'

export interface ToKeep {
  number: number
  teamId: number | null
  settled: readonly Settled[]
  /** The rows that are kept of its clocks. */
  kept: readonly StoredClock[]
  answer?: { messageId: number; factId: number; at: number } | undefined
  choice?: (ChosenEvent & { why: 'opened' | 'changed' | 'applied' | 'calendar' }) | undefined
}

const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/**
 * Tells what is to be told and writes the clocks of some locked tickets, their choices included, in one statement. What stays
 * as it was is not sent: a ticket that has been answered often has many clocks that ended long ago.
 */
export async function keepClocks(tx: Tx, keeps: readonly ToKeep[]): Promise<void> {
  for (const keep of keeps) await tellAll(tx, keep)
  const clocks = keeps.map(whatChanges)
  const parts = [
    insertChoices(
      keeps.flatMap(({ number, choice }) => (choice ? [{ number, ...choice, at: instant(choice.at) }] : [])),
    ),
    insertAnswers(
      keeps.flatMap(({ number, answer }) => (answer ? [{ number, ...answer, at: instant(answer.at) }] : [])),
    ),
    removeClocks(clocks.flatMap(({ gone }) => gone)),
    updateClocks(clocks.flatMap(({ changed }) => changed)),
    insertClocks(clocks.flatMap(({ begun }) => begun)),
  ].filter((part) => part !== undefined)
  const last = parts.pop()
  if (!last) return
  const named = parts.map((part, index) => sql`${sql.raw(`part${index}`)} as (${part})`)
  inPassing(tx, (named.length ? sql`with ${sql.join(named)} ${last}` : last).execute(tx))
}

/** Compares the clocks of a ticket with the rows that are kept of them. */
function whatChanges({ number, settled, kept }: ToKeep) {
  const rows = settled.map((one) => {
    const before = kept.find((row) => row.target === one.clock.target && row.seq === one.clock.seq)
    return { before, row: rowOf(number, one) }
  })
  const stay = new Set(rows.map(({ before }) => before))
  return {
    begun: rows.flatMap(({ before, row }) => (before ? [] : [row])),
    changed: rows.flatMap(({ before, row }) => (before && !isAsKept(row, before) ? [{ id: before.id, ...row }] : [])),
    // An answer that was undone takes the clock back that it began.
    gone: kept.filter((row) => !stay.has(row)).map((row) => row.id),
  }
}

const moments: ReadonlySet<string> = new Set([
  'started_at',
  'running_since',
  'due_at',
  'breached_at',
  'ended_at',
  'next_at',
])

/** PostgreSQL writes the same moment in other letters. */
function isAsKept(row: Row, kept: StoredClock): boolean {
  const before: Readonly<Record<string, unknown>> = { ...kept }
  return Object.entries(row).every(([column, value]) =>
    moments.has(column) && value !== null
      ? Date.parse(String(before[column])) === Date.parse(String(value))
      : before[column] === value,
  )
}

const columns = sql.raw(
  'ticket_number, target, seq, state, version_id, calendar_id, team_id, goal_ms, elapsed_ms, started_at, running_since, ' +
    'paused_for, due_at, breached_at, ended_at, told, next_at, leads',
)
const types = sql.raw(
  'ticket_number bigint, target text, seq int, state text, version_id bigint, calendar_id bigint, team_id bigint, ' +
    'goal_ms bigint, elapsed_ms bigint, started_at timestamptz, running_since timestamptz, paused_for text, ' +
    'due_at timestamptz, breached_at timestamptz, ended_at timestamptz, told smallint, next_at timestamptz, leads boolean',
)

function insertClocks(rows: readonly Row[]) {
  if (rows.length === 0) return undefined
  return sql`
    insert into sla.clock (${columns})
    select ${columns} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as begun (${types})`
}

function updateClocks(rows: readonly (Row & { id: number })[]) {
  if (rows.length === 0) return undefined
  return sql`
    update sla.clock k set state = g.state, version_id = g.version_id, calendar_id = g.calendar_id, team_id = g.team_id,
      goal_ms = g.goal_ms, elapsed_ms = g.elapsed_ms, started_at = g.started_at, running_since = g.running_since,
      paused_for = g.paused_for, due_at = g.due_at, breached_at = g.breached_at, ended_at = g.ended_at, told = g.told,
      next_at = g.next_at, leads = g.leads
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (id bigint, ${types})
    where k.id = g.id`
}

function removeClocks(ids: readonly number[]) {
  return ids.length === 0 ? undefined : sql`delete from sla.clock where ${among(sql.raw('id'), ids)}`
}

function insertChoices(rows: readonly object[]) {
  if (rows.length === 0) return undefined
  return sql`
    insert into sla.choice (ticket_number, fact_id, at, priority, policy_version_id, policy_calendar_id,
      team_version_id, team_calendar_id, why)
    select number, "factId", at, priority, "policyVersionId", "policyCalendarId", "teamVersionId", "teamCalendarId", why
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as chosen (number bigint, "factId" bigint, at timestamptz,
      priority text, "policyVersionId" bigint, "policyCalendarId" bigint, "teamVersionId" bigint,
      "teamCalendarId" bigint, why text)`
}

function insertAnswers(rows: readonly object[]) {
  if (rows.length === 0) return undefined
  return sql`
    insert into sla.answer (ticket_number, fact_id, message_id, at)
    select number, "factId", "messageId", at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as answered (number bigint, "factId" bigint,
      "messageId" bigint, at timestamptz)`
}

type Row = ReturnType<typeof rowOf>

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
