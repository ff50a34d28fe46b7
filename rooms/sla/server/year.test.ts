import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { bothClocks } from '../testkit/index.ts'

/** YEAR_TICKETS=5000 simulates a busier desk; the figure here keeps it a test that everybody can run. */
const ticketCount = Number(process.env.YEAR_TICKETS ?? 120)
const [begin, end] = [Date.parse('2026-01-01T00:00:00Z'), Date.parse('2027-01-01T00:00:00Z')]
const hourMs = 3_600_000

let desk: TestDesk
let admin: Persona
let tech: Awaited<ReturnType<TestDesk['asKey']>>

beforeAll(async () => {
  desk = await startDesk({ now: new Date(begin).toISOString() })
  admin = await desk.as('administrator')
  // Sessions of people end within the year; a key does not.
  tech = await desk.asKey('technician')
})
afterAll(() => desk.stop())

/** Always the same year: a small generator, not chance. */
function below(most: number): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return Math.floor((seed / 2_147_483_648) * most)
}
let seed = 2026

type Act = (number: number) => Promise<unknown>
const status =
  (wanted: string): Act =>
  (number) =>
    tech.put(`/api/v1/tickets/${number}/status`, { status: wanted })
const reply: Act = (number) =>
  tech.post(`/api/v1/tickets/${number}/messages`, { kind: 'reply', text: 'We look at it.' })
const resolve: Act = (number) =>
  tech.post(`/api/v1/tickets/${number}/resolution`, { cause: 'Dust', action: 'Cleaned', verification: 'Printed' })
const reopen: Act = (number) => tech.delete(`/api/v1/tickets/${number}/resolution`)
const raise: Act = (number) =>
  tech.put(`/api/v1/tickets/${number}/priority`, { priority: 'critical', reason: 'The whole ward waits' })

/** A ticket's life: what is done and how many hours after what came before. */
function life(): [afterMs: number, act: Act][] {
  const after = (hours: number) => 1 + below(hours * hourMs)
  const acts: [number, Act][] = [[after(6), reply]]
  if (below(3) === 0) acts.push([after(8), status('waiting_requester')], [after(90), status('in_progress')])
  if (below(4) === 0) acts.push([after(30), raise])
  if (below(2) === 0) acts.push([after(20), reply])
  acts.push([after(80), resolve])
  if (below(5) === 0) acts.push([after(60), reopen], [after(30), resolve])
  return acts
}

async function open(): Promise<number> {
  const { body, status } = await tech.post('/api/v1/tickets', {
    subject: 'Printer jams',
    requester: { email: `person${below(20)}@corp.example` },
    impact: 1 + below(3),
    urgency: 1 + below(3),
  })
  expect(status).toBe(201)
  return body.number
}

test('a year of a desk: everything is told at its moment and once, and can be computed again', {
  timeout: 300_000,
}, async () => {
  const { body } = await admin.get('/api/v1/calendars')
  const [standard] = body.items
  const content = {
    ...standard.content,
    timeZone: 'Europe/Berlin',
    place: { country: 'DE', state: 'BE', region: null },
    days: [{ on: '2026-12-24', yearly: true, name: 'Christmas Eve', intervals: [{ from: '08:00', to: '12:00' }] }],
  }
  expect((await admin.put(`/api/v1/calendars/${standard.id}`, { name: standard.name, content })).status).toBe(200)

  const plan = Array.from({ length: ticketCount }, () => ({ openAt: begin + below(end - begin - 400 * hourMs) }))
  const waiting: { at: number; run: () => Promise<unknown> }[] = plan.map(({ openAt }) => ({
    at: openAt,
    run: async () => {
      const number = await open()
      let at = openAt
      for (const [afterMs, act] of life()) {
        at += afterMs
        if (at < end) waiting.push({ at, run: () => act(number) })
      }
    },
  }))
  for (;;) {
    waiting.sort((a, b) => b.at - a.at)
    const next = waiting.pop()
    if (!next) break
    await desk.passUntil(new Date(next.at))
    await next.run()
  }
  await desk.passUntil(new Date(end))

  const { rows: told } = await sql<{ number: number; what: string; at: Date; dueAt: Date | null; count: number }>`
      select subject_id as number, concat_ws(' ', name, data ->> 'target', data ->> 'seq', data ->> 'percent') as what,
        max(at) as at, max((data ->> 'dueAt')::timestamptz) as due_at, count(*)::int as count
      from platform.fact where name in ('sla.warned', 'sla.breached', 'sla.met') group by 1, 2`.execute(desk.db)
  const breaches = told.filter(({ what }) => what.startsWith('sla.breached'))
  expect(told.length).toBeGreaterThan(ticketCount * 2)
  expect(breaches.length).toBeGreaterThan(ticketCount / 6)
  // A raised priority is another promise, of which is warned again; a breach is told once in any case.
  expect(breaches.filter(({ count }) => count !== 1)).toEqual([])
  const kept = await desk.db.selectFrom('sla.clock').selectAll().execute()
  for (const { number, what, at, dueAt } of breaches) {
    const [, target, seq] = what.split(' ')
    const clock = kept.find((one) => one.ticketNumber === number && one.target === target && one.seq === Number(seq))
    expect(clock?.breachedAt, `#${number} ${what}`).not.toBeNull()
    // Time is set to each moment: only one that passed by a change of priority is told later than it was.
    if (dueAt) expect(at.getTime()).toBeGreaterThanOrEqual(dueAt.getTime())
  }
  const late = kept.filter((clock) => clock.breachedAt !== null && clock.breachedAt >= clock.startedAt)
  expect(breaches.length).toBe(late.length)

  const numbers = [...new Set(kept.map((clock) => clock.ticketNumber))]
  const { stored, computed } = await bothClocks(desk.db, numbers, new Date(end))
  expect(stored).toEqual(computed)
})
