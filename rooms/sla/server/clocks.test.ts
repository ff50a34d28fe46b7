import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { bothClocks } from '../testkit/index.ts'

let desk: TestDesk
let tech: Persona

// A Monday; the default calendar is Monday to Friday, 8 to 17, in UTC.
const monday = '2026-03-02T09:00:00Z'

beforeAll(async () => {
  desk = await startDesk({ now: monday })
  tech = await desk.as('technician')
})
afterAll(() => desk.stop())
beforeEach(() => desk.clock.set(monday))

async function open(more: object = {}): Promise<number> {
  const { body, status } = await tech.post('/api/v1/tickets', {
    subject: 'Printer jams',
    description: 'It takes two sheets at a time.',
    requester: { email: 'ana@corp.example', name: 'Ana' },
    impact: 1,
    urgency: 1,
    ...more,
  })
  expect(status).toBe(201)
  return body.number
}

const clocksOf = async (number: number) =>
  (await desk.db.selectFrom('sla.clock').selectAll().where('ticketNumber', '=', number).orderBy('id').execute()).map(
    ({ target, seq, state, dueAt }) => [target, seq, state, dueAt?.toISOString().slice(0, 16) ?? null],
  )

async function told(number: number) {
  const facts = await desk.db
    .selectFrom('platform.fact')
    .select(['name', 'at', 'data'])
    .where('subjectKind', '=', 'ticket')
    .where('subjectId', '=', number)
    .where('name', 'like', 'sla.%')
    .orderBy('id')
    .execute()
  return facts.map(({ name, at, data }) => {
    const { target, percent } = data as { target: string; percent?: number }
    return `${at.toISOString().slice(11, 16)} ${name} ${target}${percent ? ` ${percent}` : ''}`
  })
}

const setStatus = (number: number, status: string, until?: string) =>
  tech.put(`/api/v1/tickets/${number}/status`, { status, ...(until ? { until } : {}) })
const reply = (number: number) =>
  tech.post(`/api/v1/tickets/${number}/messages`, { kind: 'reply', text: 'Please clean the rollers.' })

test('a new ticket has the clocks of its priority; every fraction and breach is told at its moment, once', async () => {
  const number = await open()
  expect(await clocksOf(number)).toEqual([
    ['first_response', 1, 'running', '2026-03-02T09:30'],
    ['resolution', 1, 'running', '2026-03-02T13:00'],
  ])
  await desk.passUntil('2026-03-02T18:00:00Z')
  expect(await told(number)).toEqual([
    '09:15 sla.warned first_response 50',
    '09:24 sla.warned first_response 80',
    '09:30 sla.breached first_response',
    '11:00 sla.warned resolution 50',
    '12:12 sla.warned resolution 80',
    '13:00 sla.breached resolution',
  ])
})

test('a reply ends the first clock and begins the next; waiting pauses; the solution ends them', async () => {
  const number = await open()
  desk.clock.advance(10 * 60_000)
  expect((await reply(number)).status).toBe(201)
  expect(await told(number)).toEqual(['09:10 sla.met first_response'])
  await setStatus(number, 'waiting_requester')
  expect(await clocksOf(number)).toEqual([
    ['first_response', 1, 'met', '2026-03-02T09:30'],
    ['resolution', 1, 'paused', null],
    ['next_update', 1, 'paused', null],
  ])
  await desk.passUntil('2026-03-02T11:10:00Z')
  await setStatus(number, 'in_progress')
  expect(await clocksOf(number)).toEqual([
    ['first_response', 1, 'met', '2026-03-02T09:30'],
    ['resolution', 1, 'running', '2026-03-02T15:00'],
    ['next_update', 1, 'running', '2026-03-02T12:10'],
  ])
  const resolution = { cause: 'Dust', action: 'Cleaned the rollers', verification: 'Printed twenty pages' }
  expect((await tech.post(`/api/v1/tickets/${number}/resolution`, resolution)).status).toBeLessThan(300)
  expect((await clocksOf(number)).map(([target, , state]) => [target, state])).toEqual([
    ['first_response', 'met'],
    ['resolution', 'met'],
    ['next_update', 'met'],
  ])
  await desk.passUntil('2026-03-02T18:00:00Z')
  expect(await told(number)).toEqual(['09:10 sla.met first_response', '11:10 sla.met resolution'])
})

test('a reply that is taken back was none', async () => {
  const number = await open()
  const { body } = await reply(number)
  expect((await tech.delete(`/api/v1/tickets/${number}/messages/${body.id}`)).status).toBe(200)
  expect(await clocksOf(number)).toEqual([
    ['first_response', 1, 'running', '2026-03-02T09:30'],
    ['resolution', 1, 'running', '2026-03-02T13:00'],
  ])
})

test('a lower priority has more time, and what was warned before is warned again when it is due', async () => {
  const number = await open()
  await desk.passUntil('2026-03-02T09:20:00Z')
  await tech.put(`/api/v1/tickets/${number}/priority`, { priority: 'high', reason: 'There is another printer' })
  expect(await clocksOf(number)).toEqual([
    ['first_response', 1, 'running', '2026-03-02T10:00'],
    ['resolution', 1, 'running', '2026-03-03T09:00'],
  ])
  await desk.passUntil('2026-03-02T09:45:00Z')
  expect(await told(number)).toEqual(['09:15 sla.warned first_response 50', '09:30 sla.warned first_response 50'])
})

test('clocks computed from all that happened are those that are kept', async () => {
  const statuses = ['open', 'in_progress', 'waiting_requester', 'waiting_vendor', 'waiting_until']
  const numbers: number[] = []
  // Always the same story: a small generator, not chance.
  let seed = 11
  const below = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * most)
  }
  const teams = await desk.db
    .insertInto('people.team')
    .values([
      { name: 'North', createdAt: new Date(monday), updatedAt: new Date(monday) },
      { name: 'South', createdAt: new Date(monday), updatedAt: new Date(monday) },
    ])
    .returning('id')
    .execute()
  for (let index = 0; index < 12; index++) numbers.push(await open({ impact: 1 + below(3), urgency: 1 + below(3) }))
  for (let turn = 0; turn < 60; turn++) {
    const number = numbers[below(numbers.length)] ?? 0
    desk.clock.advance(below(90) * 60_000)
    const until = new Date(desk.clock.now().getTime() + 3_600_000 * (1 + below(30))).toISOString()
    const act = below(6)
    if (act < 3) {
      const status = statuses[below(statuses.length)] ?? 'open'
      await setStatus(number, status, status === 'waiting_until' ? until : undefined)
    } else if (act === 3) await reply(number)
    else if (act === 4) await tech.patch(`/api/v1/tickets/${number}`, { impact: 1 + below(3), urgency: 1 + below(3) })
    else await tech.put(`/api/v1/tickets/${number}/assignment`, { team: teams[below(2)]?.id ?? null })
    if (turn % 8 === 0) await desk.drain()
  }
  await desk.drain()
  const { stored, computed } = await bothClocks(desk.db, numbers, desk.clock.now())
  expect(stored.length).toBeGreaterThan(25)
  expect(stored).toEqual(computed)
})
