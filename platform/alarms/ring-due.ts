import { sql } from 'kysely'
import { type Ground, makeCx, systemActor } from '../cx.ts'
import type { Reader, Tx } from '../db/index.ts'
import type { Alarm } from './alarm.ts'
import { forgetFailure, recordFailure } from './failures.ts'
import './tables.ts'

/** The first number of the advisory locks that say: this row of this alarm is being handled. */
const lockSpace = 0x616c726d
const batch = 100
/** A process that hangs in the middle loses its transaction after this long, and another takes the row. */
const mostIdleMs = 8000

export interface Rung {
  /** How many rows were handled, here. */
  handled: number
  /** When the next row is due, as far as it was looked. */
  next: Date | undefined
}

/** Handles the rows of one alarm that are due now. Rows that another process is at are left to it. */
export async function ringDue(ground: Ground, alarm: Alarm, lanes = 1): Promise<Rung> {
  const now = ground.clock.now()
  const rows = await dueRows(ground.db, alarm, now)
  const due = rows.filter((row) => row.at <= now).map((row) => row.key)
  let handled = 0
  const lane = async () => {
    for (let key = due.shift(); key !== undefined; key = due.shift()) if (await ringOne(ground, alarm, key)) handled++
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return { handled, next: rows.find((row) => row.at > now)?.at }
}

/** Up to a batch of rows in the order of their moments, those still to come included: one look tells both. */
function dueRows(reader: Reader, alarm: Alarm, now: Date): Promise<{ key: number; at: Date }[]> {
  const [table, key, at] = namesOf(alarm)
  return sql<{ key: number; at: Date }>`
    select t.${key} as key, t.${at} as at from ${table} t
    where t.${at} is not null and not exists (
      select from platform.alarm_failure f where f.alarm = ${alarm.name} and f.key = t.${key} and f.retry_at > ${now})
    order by t.${at} limit ${batch}`
    .execute(reader)
    .then((result) => result.rows)
}

/** True when this process has handled it. */
async function ringOne(ground: Ground, alarm: Alarm, key: number): Promise<boolean> {
  const cx = makeCx(ground, systemActor)
  try {
    return await cx.tx(async (tx) => {
      // Two statements: what the one before us wrote is only seen by one that begins after the lock was taken.
      const { rows: locks } = await sql<{ mine: boolean }>`
        select pg_try_advisory_xact_lock(${lockSpace}, hashtext(${`${alarm.name}:${key}`})) as mine,
          set_config('idle_in_transaction_session_timeout', ${String(mostIdleMs)}, true)`.execute(tx)
      const row = locks[0]?.mine ? await stillDue(tx, alarm, key, cx.now) : undefined
      if (!row) return false
      await alarm.ring(tx, key)
      if (row.failed) await forgetFailure(tx, alarm, key)
      return true
    })
  } catch (error) {
    await recordFailure(cx, alarm, key, error)
    return false
  }
}

async function stillDue(reader: Reader, alarm: Alarm, key: number, now: Date) {
  const [table, column, at] = namesOf(alarm)
  const { rows } = await sql<{ failed: boolean }>`
    select exists (select from platform.alarm_failure f where f.alarm = ${alarm.name} and f.key = ${key}) as failed
    from ${table} t where t.${column} = ${key} and t.${at} <= ${now}`.execute(reader)
  return rows[0]
}

/** When the next row of any of these alarms is due; for tests that set the clock from moment to moment. */
export async function nextMoment(reader: Reader, alarms: readonly Alarm[]): Promise<Date | undefined> {
  let next: Date | undefined
  for (const alarm of alarms) {
    const [table, key, at] = namesOf(alarm)
    const { rows } = await sql<{ at: Date | null }>`
      select min(greatest(t.${at}, f.retry_at)) as at from ${table} t
      left join platform.alarm_failure f on f.alarm = ${alarm.name} and f.key = t.${key}
      where t.${at} is not null`.execute(reader)
    const found = rows[0]?.at
    if (found && (!next || found < next)) next = found
  }
  return next
}

/**
 * For a past that is told in one transaction: handles what was due before a moment, each row at its own; `set` is told
 * the moment before.
 */
export async function ringPast(tx: Tx, alarms: readonly Alarm[], until: Date, set: (at: Date) => void): Promise<void> {
  for (;;) {
    let first: { alarm: Alarm; key: number; at: Date } | undefined
    for (const alarm of alarms) {
      const [table, key, at] = namesOf(alarm)
      const { rows } = await sql<{ key: number; at: Date }>`
        select t.${key} as key, t.${at} as at from ${table} t where t.${at} <= ${until} order by t.${at} limit 1`.execute(
        tx,
      )
      if (rows[0] && (!first || rows[0].at < first.at)) first = { alarm, ...rows[0] }
    }
    if (!first) return
    set(first.at)
    await first.alarm.ring(tx, first.key)
  }
}

const namesOf = (alarm: Alarm) => [sql.table(alarm.table), sql.ref(alarm.key), sql.ref(alarm.at)] as const
