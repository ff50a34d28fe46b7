import type pg from 'pg'

export interface ClockVerdict {
  tickets: number
  /** Warnings and breaches that had to be told, and how many were. */
  expected: number
  told: number
  /** Seconds from the moment to its fact: with both processes there, and while one was killed. */
  latest: { usual: number; killed: number }
  faults: string[]
}

const usualSeconds = 5
const killedSeconds = 10
/** What is just behind a kill may still wait for the one that is left. */
const afterKillMs = 10_000

/** Each moment that a clock passed while it ran must have been told once, soon. */
export async function judgeClocks(
  pool: pg.Pool,
  warnAt: readonly number[],
  kills: readonly [number, number][],
): Promise<ClockVerdict> {
  const { rows } = await pool.query<{ number: string; percent: number; moment: Date; told: Date[] | null }>(
    `with moment as (
      select c.ticket_number, p.percent, c.started_at + c.goal_ms * p.percent / 100 * interval '1 ms' as at,
        coalesce(c.ended_at, 'infinity') as ended_at
      from sla.clock c cross join unnest($1::int[]) p (percent) where c.target = 'first_response'
    ), fact as (
      select subject_id, case when name = 'sla.breached' then 100 else (data ->> 'percent')::int end as percent,
        array_agg(at order by at) as at
      from platform.fact where name in ('sla.warned', 'sla.breached') group by 1, 2
    )
    select m.ticket_number as number, m.percent, m.at as moment, f.at as told
    from moment m left join fact f on f.subject_id = m.ticket_number and f.percent = m.percent
    where m.at < m.ended_at or f.at is not null`,
    [[...warnAt, 100]],
  )
  const { rows: counted } = await pool.query<{ count: string }>('select count(*) from ticket.ticket')
  const verdict: ClockVerdict = {
    tickets: Number(counted[0]?.count),
    expected: rows.length,
    told: 0,
    latest: { usual: 0, killed: 0 },
    faults: [],
  }
  for (const { number, percent, moment, told } of rows) {
    const what = `#${number} at ${percent} %`
    verdict.told += told?.length ?? 0
    if (told?.length !== 1) {
      // Answered within the second in which it was due: the answer may have come first.
      verdict.faults.push(`${what} was told ${told?.length ?? 0} times`)
      continue
    }
    const seconds = ((told[0]?.getTime() ?? 0) - moment.getTime()) / 1000
    const near = kills.some(([from, to]) => moment.getTime() >= from - 1000 && moment.getTime() <= to + afterKillMs)
    const which = near ? 'killed' : 'usual'
    verdict.latest[which] = Math.max(verdict.latest[which], seconds)
    if (seconds < 0 || seconds > (near ? killedSeconds : usualSeconds))
      verdict.faults.push(`${what} was told after ${seconds} s`)
  }
  return verdict
}
