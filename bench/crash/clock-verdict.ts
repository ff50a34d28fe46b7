import type pg from 'pg'
import { pagedAt, warnAt } from './promise-minutes.ts'

const kinds = ['warnings', 'breaches', 'escalations', 'pages'] as const
type Kind = (typeof kinds)[number]

/** Seconds from the moment to its fact. */
interface Lateness {
  count: number
  p50: number
  max: number
}

export interface ClockVerdict {
  tickets: number
  /** What had to be told, and how often it was. */
  expected: number
  told: number
  /** With both processes there, and while one was killed. */
  usual: Record<Kind, Lateness>
  killed: Record<Kind, Lateness>
  faults: string[]
}

const usualSeconds = 5
const killedSeconds = 10
/** What is just behind a kill may still wait for the one that is left. */
const afterKillMs = 10_000

interface Moment {
  kind: Kind
  number: string
  what: string
  moment: Date
  told: Date[] | null
}

/** Each moment that a clock passed while it ran must have been told once, soon, and what triggers make of it too. */
export async function judgeClocks(pool: pg.Pool, kills: readonly [number, number][]): Promise<ClockVerdict> {
  const moments = await momentsOf(pool)
  const { rows: counted } = await pool.query<{ count: string }>('select count(*) from ticket.ticket')
  const faults: string[] = []
  const late = { usual: noLateness(), killed: noLateness() }
  let told = 0
  for (const { kind, number, what, moment, told: at } of moments) {
    told += at?.length ?? 0
    if (at?.length !== 1) {
      faults.push(`#${number} ${what} was told ${at?.length ?? 0} times`)
      continue
    }
    const toldAt = at[0]?.getTime() ?? 0
    const seconds = (toldAt - moment.getTime()) / 1000
    // What was not told yet when a process was killed may have been in the hands of that one.
    const near = kills.some(([from, to]) => toldAt >= from && moment.getTime() <= to + afterKillMs)
    late[near ? 'killed' : 'usual'][kind].push(seconds)
    if (seconds < 0 || seconds > (near ? killedSeconds : usualSeconds))
      faults.push(`#${number} ${what} was told after ${seconds} s`)
  }
  return {
    tickets: Number(counted[0]?.count),
    expected: moments.length,
    told,
    usual: summed(late.usual),
    killed: summed(late.killed),
    faults,
  }
}

async function momentsOf(pool: pg.Pool): Promise<Moment[]> {
  const { rows } = await pool.query<Moment>(
    `with moment as (
      select c.ticket_number as number, p.percent, c.started_at + c.goal_ms * p.percent / 100 * interval '1 ms' as at,
        coalesce(c.ended_at, 'infinity') as ended_at
      from sla.clock c cross join unnest($1::int[]) p (percent) where c.target = 'first_response'
    ), clock as (
      select subject_id as number, case when name = 'sla.breached' then 100 else (data ->> 'percent')::int end as percent,
        array_agg(at order by at) as at
      from platform.fact where name in ('sla.warned', 'sla.breached') group by 1, 2
    ), asking as (
      select id, name, (rule #>> '{when,percent}')::int as percent from escalation.trigger
      where active and rule #>> '{when,kind}' = 'sla'
    ), fired as (
      select subject_id as number, (data ->> 'triggerId')::bigint as id, array_agg(at order by at) as at
      from platform.fact where name = 'escalation.trigger_fired' group by 1, 2
    ), paged as (
      select subject_id as number, array_agg(at order by at) as at
      from platform.fact where name = 'oncall.person_paged' group by 1
    )
    select case m.percent when 100 then 'breaches' else 'warnings' end as kind, m.number, 'at ' || m.percent || ' %' as what,
      m.at as moment, f.at as told, m.ended_at
    from moment m left join clock f using (number, percent) where m.at < m.ended_at or f.at is not null
    union all
    select 'escalations', m.number, g.name, m.at, f.at, m.ended_at
    from moment m join asking g using (percent) left join fired f on f.number = m.number and f.id = g.id
    where m.at < m.ended_at or f.at is not null
    union all
    select 'pages', m.number, 'page', m.at, f.at, m.ended_at
    from moment m left join paged f using (number) where m.percent = $2 and (m.at < m.ended_at or f.at is not null)`,
    [[...warnAt, 100], pagedAt],
  )
  return rows
}

const noLateness = (): Record<Kind, number[]> => ({ warnings: [], breaches: [], escalations: [], pages: [] })

function summed(late: Record<Kind, number[]>): Record<Kind, Lateness> {
  const of = (kind: Kind): Lateness => {
    const seconds = late[kind].sort((a, b) => a - b)
    return { count: seconds.length, p50: seconds[Math.floor(seconds.length / 2)] ?? 0, max: seconds.at(-1) ?? 0 }
  }
  return { warnings: of('warnings'), breaches: of('breaches'), escalations: of('escalations'), pages: of('pages') }
}
