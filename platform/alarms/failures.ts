import { sql } from 'kysely'
import type { Cx } from '../cx.ts'
import type { Tx } from '../db/index.ts'
import type { Alarm } from './alarm.ts'

/** Deadlocks, lost connections: they go away by themselves, so the row is only left for a second. */
const firstRetrySeconds = 1
const lastRetrySeconds = 3600

/** Puts a row that failed aside, longer each time, so that it holds up no other. */
export async function recordFailure(cx: Cx, alarm: Alarm, key: number, error: unknown): Promise<void> {
  const words = error instanceof Error ? error.message : String(error)
  cx.log.error({ error: words, alarm: alarm.name, key }, 'an alarm failed and will be tried again')
  await sql`
    insert into platform.alarm_failure as f (alarm, key, failures, error, first_failed_at, retry_at)
    values (${alarm.name}, ${key}, 1, ${words.slice(0, 1000)}, ${cx.now},
      ${cx.now}::timestamptz + make_interval(secs => ${firstRetrySeconds}))
    on conflict (alarm, key) do update set failures = f.failures + 1, error = excluded.error,
      retry_at = ${cx.now}::timestamptz + make_interval(secs => least(${lastRetrySeconds}, power(2, least(f.failures, 20))))`.execute(
    cx.db,
  )
}

export async function forgetFailure(tx: Tx, alarm: Alarm, key: number): Promise<void> {
  await tx.deleteFrom('platform.alarmFailure').where('alarm', '=', alarm.name).where('key', '=', key).execute()
}
