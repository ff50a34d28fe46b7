import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Cx, makeCx, systemActor } from '../cx.ts'
import { type Db, inPassing, openDb, openPool, type Tx } from '../db/index.ts'
import { cloneDatabase, type TestDatabase } from '../testkit/database.ts'
import { keepInMemory } from './index.ts'

let database: TestDatabase
let db: Db
let cx: Cx

beforeAll(async () => {
  database = await cloneDatabase()
  db = openDb(openPool(database.connection, 3))
  const ground = { db, clock: { now: () => new Date() }, listeners: { tell: async () => {} }, publishLive: vi.fn() }
  cx = makeCx({ ...ground, log: {} } as never, systemActor)
  await sql`create table platform.nest (egg int unique)`.execute(db)
})

afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const lay = (tx: Tx, egg: number) => sql`insert into platform.nest values (${egg})`.execute(tx)
const eggsIn = () =>
  keepInMemory('eggs', async (reader) => {
    const { rows } = await sql<{ eggs: number }>`select count(*)::int as eggs from platform.nest`.execute(reader)
    return rows[0]?.eggs
  })

test('a transaction does not wait for what another asks, which waits for it', async () => {
  const eggs = eggsIn()
  let second: Promise<number | undefined> | undefined
  const first = await cx.tx(async (tx) => {
    await lay(tx, 1)
    const asked = Promise.withResolvers<void>()
    second = cx.tx(async (other) => {
      inPassing(other, sql`insert into platform.nest values (1) on conflict do nothing`.execute(other))
      const reading = eggs.get(other)
      asked.resolve()
      return reading
    })
    await asked.promise
    return eggs.get(tx)
  })
  expect([first, await second]).toEqual([1, 1])
})

test('what was read before a change is not kept after it', async () => {
  const eggs = eggsIn()
  const before = await eggs.get(db)
  await cx.tx(async (tx) => {
    await lay(tx, 2)
    await eggs.forget(tx)
    expect(await eggs.get(tx)).toBe((before ?? 0) + 1)
    expect(await eggs.get(db)).toBe(before)
  })
  expect(await eggs.get(db)).toBe((before ?? 0) + 1)
})

test('what is dropped while it is read stays dropped', async () => {
  const read = vi.fn(async () => read.mock.calls.length)
  const memory = keepInMemory('calls', read)
  const reading = memory.get(db)
  memory.drop()
  expect(await reading).toBe(1)
  expect([await memory.get(db), await memory.get(db)]).toEqual([2, 2])
})
