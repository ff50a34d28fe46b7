import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPool } from '../db/index.ts'
import { openLog } from '../log/index.ts'
import { cloneDatabase } from '../testkit/database.ts'
import { keepPresence } from './dead-workers.ts'

let database: Awaited<ReturnType<typeof cloneDatabase>>
let pool: pg.Pool
const log = openLog('silent')

beforeAll(async () => {
  database = await cloneDatabase()
  pool = openPool(database.connection, 4)
})

afterAll(async () => {
  await pool.end()
  await database.drop()
})

async function lockedJob(by: string, age: string): Promise<number> {
  const { rows } = await pool.query<{ id: number }>("select id from graphile_worker.add_job('nothing', '{}')")
  const id = rows[0]?.id ?? 0
  await pool.query(
    'update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - $2::interval where id = $3',
    [by, age, id],
  )
  return id
}

async function holderOf(id: number): Promise<string | null | undefined> {
  const { rows } = await pool.query<{ by: string | null }>(
    'select locked_by as by from graphile_worker._private_jobs where id = $1',
    [id],
  )
  return rows[0]?.by
}

test('the jobs of a worker that is gone are given back, those of a living one are not', async () => {
  const living = await keepPresence(pool, log)
  living.announce('alive')
  const kept = await lockedJob('alive', '1 hour')
  const lost = await lockedJob('killed', '1 minute')
  const young = await lockedJob('just begun', '0 seconds')
  const next = await keepPresence(pool, log)
  expect(await holderOf(kept)).toBe('alive')
  expect(await holderOf(lost)).toBeNull()
  expect(await holderOf(young)).toBe('just begun')
  await living.stop()
  const last = await keepPresence(pool, log)
  expect(await holderOf(kept)).toBeNull()
  await next.stop()
  await last.stop()
})
