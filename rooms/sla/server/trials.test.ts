import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import type { PolicyContent } from '../contract/http.ts'

const monday = '2026-03-02T08:00:00Z'
const end = '2026-03-14T08:00:00Z'
const tickets = 24

let desk: TestDesk
afterAll(() => desk.stop())

const tried: PolicyContent = {
  conditions: { tags: ['ward'] },
  calendarId: null,
  goals: {
    critical: { firstResponse: 20, nextUpdate: 90, resolution: 180 },
    high: { firstResponse: 90, nextUpdate: 240, resolution: 480 },
    moderate: { firstResponse: 600, nextUpdate: null, resolution: 6000 },
    low: { firstResponse: null, nextUpdate: null, resolution: 9000 },
  },
  pauseOn: ['waiting_vendor'],
  warnAt: [50],
  reopening: 'anew',
}

/** The same two weeks of a desk, whatever is promised: a small generator, not chance. */
async function play(): Promise<void> {
  let seed = 5
  const below = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * most)
  }
  const tech = await desk.asKey('technician')
  const numbers: number[] = []
  for (let turn = 0; turn < tickets * 4; turn++) {
    await desk.passUntil(new Date(desk.clock.now().getTime() + below(16) * 60_000))
    if (turn < tickets) {
      const { body } = await tech.post('/api/v1/tickets', {
        subject: `Trouble ${turn}`,
        requester: { email: 'ana@corp.example', name: 'Ana' },
        impact: 1 + below(3),
        urgency: 1 + below(2),
        tags: below(2) === 0 ? ['ward'] : [],
      })
      numbers.push(body.number)
      continue
    }
    const url = `/api/v1/tickets/${numbers[below(tickets)]}`
    const act = below(9)
    if (act < 3) await tech.post(`${url}/messages`, { kind: 'reply', text: 'We look at it.' })
    else if (act === 3) await tech.put(`${url}/status`, { status: 'waiting_vendor' })
    else if (act === 4) await tech.put(`${url}/status`, { status: 'in_progress' })
    else if (act === 5) await tech.patch(url, { impact: 1 + below(3), urgency: 1 + below(3) })
    else if (act === 6) await tech.patch(url, { tags: below(2) === 0 ? ['ward'] : [] })
    else if (act === 7)
      await tech.post(`${url}/resolution`, { cause: 'Dust', action: 'Cleaned', verification: 'Printed' })
    else await tech.delete(`${url}/resolution`)
  }
  await desk.passUntil(end)
}

/** Which promises are broken by what is kept, by ticket. */
async function broken(): Promise<Map<number, string>> {
  const { rows } = await sql<{ number: number; targets: string }>`
    select ticket_number as number, string_agg(distinct target, ',' order by target) as targets
    from sla.clock where breached_at is not null and target <> 'team' group by 1`.execute(desk.db)
  return new Map(rows.map((row) => [row.number, row.targets]))
}

const url = '/api/v1/sla-policies'

test('a trial finds what will be when its policy is live', { timeout: 120_000 }, async () => {
  desk = await startDesk({ now: monday })
  await play()
  const live = await broken()
  const admin = await desk.asKey('administrator')
  const body = { name: 'Wards', active: true, content: tried, policyId: null, days: 30 }
  const { body: asked, status } = await admin.post('/api/v1/sla-trials', body)
  expect([status, asked.state]).toEqual([201, 'waiting'])
  await desk.drain()
  const { body: trial } = await admin.get(`/api/v1/sla-trials/${asked.id}`)
  expect(trial).toMatchObject({ state: 'done', total: tickets, done: tickets })
  expect(trial.taken).toBeGreaterThan(3)
  expect(trial.today.tickets.breached).toBe(live.size)
  await desk.stop()

  desk = await startDesk({ now: monday })
  expect(
    (await (await desk.asKey('administrator')).post(url, { name: 'Wards', active: true, content: tried })).status,
  ).toBe(201)
  await play()
  const then = await broken()
  expect(trial.tried.tickets.breached).toBe(then.size)
  const differing = new Map<number, { today: string[]; tried: string[] }>(
    trial.examples.map((one: { number: number; today: string[]; tried: string[] }) => [one.number, one]),
  )
  const said = (targets: readonly string[] | undefined) => [...(targets ?? [])].sort().join(',') || undefined
  for (let number = 1; number <= tickets; number++) {
    const found = differing.get(number)
    expect([number, found ? said(found.today) : live.get(number)]).toEqual([number, live.get(number)])
    expect([number, found ? said(found.tried) : live.get(number)]).toEqual([number, then.get(number)])
  }
  expect(differing.size).toBeGreaterThan(2)
})
