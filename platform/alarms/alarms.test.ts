import { sql } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type SettableClock, settableClock, systemClock } from '../clock/index.ts'
import type { Ground } from '../cx.ts'
import { openDb, openPool } from '../db/index.ts'
import { gatherHearers } from '../facts/hearers.ts'
import { publishNowhere } from '../live/publish.ts'
import { openLog } from '../log/index.ts'
import { cloneDatabase } from '../testkit/database.ts'
import { type Alarm, alarm } from './alarm.ts'
import { nextMoment, ringDue } from './ring-due.ts'
import { startAlarms } from './start-alarms.ts'

let database: Awaited<ReturnType<typeof cloneDatabase>>
let pools: pg.Pool[]
let clock: SettableClock
const start = '2026-03-01T08:00:00Z'

beforeAll(async () => {
  database = await cloneDatabase()
  pools = [openPool(database.connection, 4), openPool(database.connection, 4)]
  await pool().query(`create table platform.egg (id bigint primary key, next_at timestamptz);
    create table platform.rung (egg bigint, at timestamptz)`)
})

beforeEach(async () => {
  clock = settableClock(start)
  await pool().query('truncate platform.egg, platform.rung, platform.alarm_failure')
})

afterAll(async () => {
  await Promise.all(pools.map((each) => each.end()))
  await database.drop()
})

const pool = () => pools[0] as pg.Pool

function process(index: number, time = clock as { now(): Date }): Ground {
  const db = openDb(pools[index] as pg.Pool)
  return { db, clock: time, log: openLog('silent'), listeners: gatherHearers([]), publishLive: publishNowhere }
}

async function lay(id: number, at: string | Date): Promise<void> {
  await pool().query('insert into platform.egg values ($1, $2)', [id, at])
}

async function rung(): Promise<number[]> {
  const { rows } = await pool().query<{ egg: number }>('select egg from platform.rung order by egg, at')
  return rows.map((row) => row.egg)
}

function boil(after: (key: number) => Promise<void> = async () => {}): Alarm {
  return alarm('boil eggs', { table: 'platform.egg', key: 'id', at: 'next_at' }, async (tx, key) => {
    await sql`insert into platform.rung values (${key}, ${tx.now})`.execute(tx)
    await sql`update platform.egg set next_at = null where id = ${key}`.execute(tx)
    await after(key)
  })
}

test('a row is handled when its moment has come, and not before', async () => {
  await lay(1, '2026-03-01T08:00:00Z')
  await lay(2, '2026-03-01T08:03:00Z')
  const eggs = boil()
  expect(await ringDue(process(0), eggs)).toEqual({ handled: 1, next: new Date('2026-03-01T08:03:00Z') })
  expect(await rung()).toEqual([1])
  expect(await nextMoment(process(0).db, [eggs])).toEqual(new Date('2026-03-01T08:03:00Z'))
  clock.advance(180_000)
  expect(await ringDue(process(0), eggs)).toEqual({ handled: 1, next: undefined })
  expect(await rung()).toEqual([1, 2])
})

test('a row that fails holds up no other, leaves nothing half done and is tried again later', async () => {
  await lay(1, start)
  await lay(2, start)
  let broken = true
  const eggs = boil(async (key) => {
    if (key === 1 && broken) throw new Error('the pot leaks')
  })
  expect((await ringDue(process(0), eggs)).handled).toBe(1)
  expect(await rung()).toEqual([2])
  const failure = async () => (await pool().query('select failures, error from platform.alarm_failure')).rows
  expect(await failure()).toEqual([{ failures: 1, error: 'the pot leaks' }])
  expect((await ringDue(process(0), eggs)).handled).toBe(0)
  clock.advance(1000)
  await ringDue(process(0), eggs)
  expect(await failure()).toEqual([{ failures: 2, error: 'the pot leaks' }])
  expect(await nextMoment(process(0).db, [eggs])).toEqual(new Date('2026-03-01T08:00:03Z'))
  broken = false
  clock.advance(2000)
  expect((await ringDue(process(0), eggs)).handled).toBe(1)
  expect(await rung()).toEqual([1, 2])
  expect(await failure()).toEqual([])
})

test('two processes handle every row once', async () => {
  for (let id = 1; id <= 60; id++) await lay(id, start)
  const eggs = boil()
  const both = await Promise.all([ringDue(process(0), eggs, 2), ringDue(process(1), eggs, 2)])
  expect(both.reduce((sum, each) => sum + each.handled, 0)).toBe(60)
  expect(await rung()).toEqual(Array.from({ length: 60 }, (_, index) => index + 1))
})

test('what a process was at when its connection broke is done by the next, once', async () => {
  await lay(1, start)
  const dying = boil(async () => {
    await pool().query(
      "select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction' and datname = current_database()",
    )
  })
  expect((await ringDue(process(1), dying)).handled).toBe(0)
  expect(await rung()).toEqual([])
  clock.advance(1000)
  expect((await ringDue(process(0), boil())).handled).toBe(1)
  expect(await rung()).toEqual([1])
})

test('a running process wakes by itself for what another writes', async () => {
  const running = startAlarms(process(0, systemClock), [boil()])
  await lay(1, new Date())
  await expect.poll(rung, { timeout: 20_000 }).toEqual([1])
  await running.stop()
})
