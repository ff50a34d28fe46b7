import type pg from 'pg'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Waits until nothing is left to do: no mail to file, none to send, no job that could run. */
export async function settle(pool: pg.Pool, patienceMs: number): Promise<void> {
  const deadline = performance.now() + patienceMs
  let left = {}
  while (performance.now() < deadline) {
    const { rows } = await pool.query<{ received: number; sending: number; jobs: number }>(`
      select (select count(*) from intake.item where state = 'received') as received,
        (select count(*) from platform.outbox where state in ('queued', 'sending')) as sending,
        (select count(*) from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts) as jobs`)
    const [row] = rows
    if (row && row.received + row.sending + row.jobs === 0) return
    left = row ?? {}
    await pause(200)
  }
  throw new Error(`there is still something left to do: ${JSON.stringify(left)}`)
}
