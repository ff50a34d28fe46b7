import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { worlds } from '../index.ts'

let desk: TestDesk
let before: string[]
const base = new Date('2026-03-18T10:30:00Z')
const tickets = 600

beforeAll(async () => {
  desk = await startDesk({ now: base.toISOString() })
  before = await indexes()
  await worlds.load.load(desk, { tickets, base }, () => {})
})
afterAll(() => desk.stop())

async function indexes(): Promise<string[]> {
  const { rows } = await desk.pool.query<{ indexdef: string }>('select indexdef from pg_indexes order by indexdef')
  return rows.map((row) => row.indexdef)
}

async function one<T>(query: string): Promise<T> {
  const { rows } = await desk.pool.query<{ value: T }>(query)
  return rows[0]?.value as T
}

test('has the tickets that were asked for, with about four messages each', async () => {
  expect(await one('select count(*) as value from ticket.ticket')).toBe(tickets)
  const messages = await one<number>('select count(*) as value from conversation.message')
  expect(messages / tickets).toBeGreaterThan(3)
  expect(messages / tickets).toBeLessThan(5)
  const done = await one<number>('select count(*) as value from ticket.ticket where not active')
  expect(done / tickets).toBeGreaterThan(0.9)
  expect(await worlds.load.isLoaded(desk.db)).toBe(true)
})

test('builds every index again', async () => {
  expect(await indexes()).toEqual(before)
})

test('tells facts that say what the tickets are now', async () => {
  const key = await desk.asKey('administrator')
  const { rows } = await desk.pool.query<{ number: number }>(
    `select t.number from ticket.ticket t join people.team p on p.id = t.team_id where p.visibility = 'everyone' order by md5(number::text) limit 40`,
  )
  for (const { number } of rows) {
    const now = (await key.get(`/api/v1/tickets/${number}`)).body
    const told = (await key.get(`/api/v1/tickets/${number}?at=2030-01-01T00:00:00Z`)).body
    expect({ ...told, updatedAt: 0, version: 0, watchers: 0, abilities: 0 }).toEqual({
      ...now,
      updatedAt: 0,
      version: 0,
      watchers: 0,
      abilities: 0,
    })
  }
})

test('is found by its words', async () => {
  const key = await desk.asKey('technician')
  const subject = await one<string>(
    `select t.subject as value from ticket.ticket t join people.team p on p.id = t.team_id
     where p.visibility = 'everyone' order by number desc limit 1`,
  )
  const found = await key.get(`/api/v1/search?q=${encodeURIComponent(`"${subject}"`)}`)
  expect(found.status).toBe(200)
  expect(found.body.items.length).toBeGreaterThan(0)
})

test('goes on like any desk', async () => {
  const key = await desk.asKey('technician')
  const opened = await key.post('/api/v1/tickets', {
    subject: 'One more',
    requester: { email: 'person1@load.example' },
  })
  expect(opened.status).toBe(201)
  expect(opened.body.number).toBe(await one('select max(number) as value from ticket.ticket'))
  await desk.drain()
})
