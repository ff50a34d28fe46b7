import { sql } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type Cx, makeCx, systemActor } from '../cx.ts'
import { cloneDatabase, type TestDatabase } from '../testkit/database.ts'
import { type Db, inPassing, insertRow, keysAhead, openDb, openPool, type Tx } from './index.ts'

let database: TestDatabase
let pool: pg.Pool
let db: Db
let cx: Cx
/** How often something was written to the socket of the only connection. */
let writes = 0

beforeAll(async () => {
  database = await cloneDatabase()
  pool = openPool(database.connection, 1)
  pool.on('connect', (client) => {
    const { stream } = (client as unknown as { connection: { stream: Record<'_write' | '_writev', () => void> } })
      .connection
    for (const way of ['_write', '_writev'] as const) {
      const plain = stream[way]
      stream[way] = function (this: unknown, ...all: []) {
        writes++
        return plain.apply(this, all)
      }
    }
  })
  db = openDb(pool)
  const ground = { db, clock: { now: () => new Date() }, listeners: { tell: async () => {} }, publishLive: vi.fn() }
  cx = makeCx({ ...ground, log: {} } as never, systemActor)
  await sql`create table platform.nest (id bigint generated always as identity, egg int unique)`.execute(db)
})

beforeEach(async () => {
  await sql`truncate platform.nest`.execute(db)
  writes = 0
})

afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const lay = (tx: Db | Tx, egg: number) => sql`insert into platform.nest (egg) values (${egg})`.execute(tx)
const eggs = async () =>
  (await sql<{ egg: number }>`select egg from platform.nest order by egg`.execute(db)).rows.map(({ egg }) => egg)

test('what is asked without waiting travels together and in order', async () => {
  const counts = await cx.tx(async (tx) => {
    const count = () => sql<{ n: number }>`select count(*)::int as n from platform.nest`.execute(tx)
    const all = await Promise.all([lay(tx, 1), count(), lay(tx, 2), count()])
    expect(writes).toBe(1)
    return [all[1].rows[0]?.n, all[3].rows[0]?.n]
  })
  expect(counts).toEqual([1, 2])
  expect(writes).toBe(2)
})

test('what nobody waits for is committed with the rest', async () => {
  await cx.tx(async (tx) => {
    for (const egg of [1, 2, 3]) inPassing(tx, lay(tx, egg))
  })
  expect(await eggs()).toEqual([1, 2, 3])
})

test('what nobody waits for fails the transaction, and is what went wrong', async () => {
  const unique = { code: '23505' }
  const twice = (after: (tx: Tx) => Promise<unknown>) =>
    cx.tx(async (tx) => {
      await lay(tx, 4)
      inPassing(tx, lay(tx, 4))
      await after(tx)
    })
  // Seen at the commit, by a statement after it, or not before something else went wrong.
  await expect(twice(async () => {})).rejects.toMatchObject(unique)
  await expect(twice((tx) => lay(tx, 5))).rejects.toMatchObject(unique)
  await expect(
    twice(async (tx) => {
      await lay(tx, 5).catch(() => {})
      throw new Error('later')
    }),
  ).rejects.toMatchObject(unique)
  expect(await eggs()).toEqual([])
})

test('what cannot even be sent fails the transaction, too', async () => {
  const unsendable = { toPostgres: () => { throw new Error('broken egg') } } // biome-ignore format: one line says it
  const work = cx.tx(async (tx) => {
    await lay(tx, 6)
    inPassing(tx, sql`insert into platform.nest (egg) values (${unsendable})`.execute(tx))
  })
  await expect(work).rejects.toThrow('broken egg')
  expect(await eggs()).toEqual([])
})

test('a statement after the end is refused', async () => {
  let kept: Tx | undefined
  await cx.tx(async (tx) => {
    kept = tx
  })
  await expect(lay(kept as Tx, 7)).rejects.toThrow('over')
  const failed = cx.tx(async (tx) => {
    kept = tx
    throw new Error('no')
  })
  await expect(failed).rejects.toThrow('no')
  await expect(lay(kept as Tx, 7)).rejects.toThrow('over')
  expect(await eggs()).toEqual([])
})

test('a row whose key was asked for ahead is written without waiting', async () => {
  const fact = { name: 'nest.egg_laid', subjectKind: 'nest', subjectId: 1, at: new Date(), actorId: null }
  const row = { ...fact, actorKind: 'system', actorName: 'Deskhand', data: '{}' }
  const ids = await cx.tx(async (tx) => {
    keysAhead(tx, ['platform.fact.id', 'platform.fact.id'])
    const laid: number[] = []
    for (let times = 0; times < 3; times++) laid.push((await insertRow(tx, 'platform.fact', row, ['id'])).id)
    return laid
  })
  expect(ids).toEqual([...ids].sort((a, b) => a - b))
  const { rows } = await sql<{
    id: number
  }>`select id from platform.fact where name = 'nest.egg_laid' order by id`.execute(db)
  expect(rows.map(({ id }) => id)).toEqual(ids)
})
