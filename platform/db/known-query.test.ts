import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../testkit/database.ts'
import { openPool } from './index.ts'

let database: TestDatabase
let pool: pg.Pool

beforeAll(async () => {
  database = await cloneDatabase()
  pool = openPool(database.connection, 2)
  await pool.query('create table platform.nest (id bigint, at timestamptz, name text, tags text[])')
})

afterAll(async () => {
  await pool.end()
  await database.drop()
})

async function withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    return await work(client)
  } finally {
    client.release()
  }
}

const times = 9
const insert = 'insert into platform.nest (id, at, name, tags) values ($1, $2, $3, $4)'
const select = 'select *, $1::int + 1 as next from platform.nest where id = $1'

test('what is asked often is answered as what is asked once', async () => {
  await withClient(async (client) => {
    for (let id = 1; id <= times; id++) {
      const row = { id, at: new Date(id * 1000), name: id % 2 ? 'wren' : null, tags: ['a,b', 'c'] }
      const inserted = await client.query(insert, [row.id, row.at, row.name, row.tags])
      expect([inserted.command, inserted.rowCount, inserted.rows]).toEqual(['INSERT', 1, []])
      expect((await client.query(select, [id])).rows).toEqual([{ ...row, next: id + 1 }])
      expect((await client.query(select, [-id])).rows).toEqual([])
    }
  })
})

test('several at once on one connection, one of them refused, get each their own answer', async () => {
  await withClient(async (client) => {
    const all = await Promise.allSettled(
      Array.from({ length: times * 2 }, (_, n) =>
        client.query('select 12 / $1::int as part, $1::text as given', [n % 4]),
      ),
    )
    for (const [n, one] of all.entries())
      if (n % 4 === 0) expect(one).toMatchObject({ status: 'rejected', reason: { code: '22012' } })
      else expect(one).toMatchObject({ value: { rows: [{ part: Math.floor(12 / (n % 4)), given: String(n % 4) }] } })
  })
})

test('other connections learn the columns themselves', async () => {
  await Promise.all(
    [1, 2].map(() =>
      withClient(async (client) => {
        for (let n = 0; n < times; n++)
          expect((await client.query('select $1::date::text as day', ['2026-03-01'])).rows[0]).toEqual({
            day: '2026-03-01',
          })
      }),
    ),
  )
})

test('a table that changes beside a running process is read as it is now', async () => {
  await withClient(async (client) => {
    const ask = () => client.query('select * from platform.nest where id = $1', [1])
    for (let n = 0; n < times; n++) await ask()
    await pool.query('alter table platform.nest add column eggs int default 3')
    await expect(ask()).rejects.toMatchObject({ code: '0A000' })
    expect((await ask()).rows[0]).toMatchObject({ name: 'wren', eggs: 3 })
    for (let n = 0; n < times; n++) expect((await ask()).rows[0]).toMatchObject({ eggs: 3 })
    for (let n = 0; n < times; n++) expect((await client.query('select $1::int as n', [n])).rows).toEqual([{ n }])
  })
})
