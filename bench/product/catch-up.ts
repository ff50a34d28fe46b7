import type pg from 'pg'

/**
 * Waits until nothing is left to do that is due: jobs, clocks that ring, tickets that are silent. A data folder that was put
 * aside has hundreds of these when it starts, and they would be measured along. Returns what had to be done and how long it took.
 */
export async function catchUp(pool: pg.Pool, patienceMs = 600_000): Promise<{ due: number; seconds: number }> {
  const begun = performance.now()
  const due = await leftToDo(pool)
  for (let left = due; left > 0; left = await leftToDo(pool)) {
    if (performance.now() - begun > patienceMs) throw new Error(`${left} jobs and clocks are still due`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return { due, seconds: Math.round((performance.now() - begun) / 100) / 10 }
}

async function leftToDo(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ left: number }>(`
    select (select count(*) from graphile_worker._private_jobs where run_at <= now() and attempts = 0)::int
      + (select count(*) from sla.clock where next_at <= now())::int
      + (select count(*) from escalation.silence_due where next_at <= now())::int as left`)
  return rows[0]?.left ?? 0
}
