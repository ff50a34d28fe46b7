import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { worlds } from '../index.ts'

let desk: TestDesk
const base = new Date('2026-03-18T10:30:00Z')
const hospital = worlds['harbour-hospital']

beforeAll(async () => {
  desk = await startDesk({ now: base.toISOString() })
  await hospital.load(desk, { base }, () => {})
}, 180_000)
afterAll(() => desk.stop())

const somebody = (role: 'technician' | 'requester' | 'administrator', name: string): Promise<Persona> =>
  desk.as(role, { email: `${name}@harbour-hospital.example` })

test('is recognised, so that it is not loaded twice', async () => {
  expect(await hospital.isLoaded(desk.db)).toBe(true)
})

test('lets everyone in with the passwords that the demo prints', async () => {
  for (const { email, password } of hospital.accounts) {
    const answer = await desk.anonymous.post('/api/v1/session', { email, password })
    expect(answer.status, email).toBeLessThan(300)
  }
})

test('tells facts that say what every ticket is now', async () => {
  const judith = await somebody('administrator', 'judith.penrose')
  const { rows } = await desk.pool.query<{ number: number }>(
    `select t.number from ticket.ticket t left join people.team p on p.id = t.team_id
     where p.visibility is distinct from 'members' order by number`,
  )
  for (const { number } of rows.filter((_, index) => index % 6 === 0)) {
    const now = (await judith.get(`/api/v1/tickets/${number}`)).body
    const told = (await judith.get(`/api/v1/tickets/${number}?at=${base.toISOString()}`)).body
    const same = { updatedAt: 0, version: 0, abilities: 0, links: 0 }
    expect({ ...told, ...same }).toEqual({ ...now, ...same })
  }
})

test('keeps what belongs to Information Security from everybody else', async () => {
  const tom = await somebody('technician', 'tom.ellison')
  const nadia = await somebody('technician', 'nadia.farouk')
  const wanted = '/api/v1/search?q=phishing%20mailboxes'
  const hers = (await nadia.get(wanted)).body.items
  const his = (await tom.get(wanted)).body.items
  expect(hers.length).toBeGreaterThan(his.length)
})

test('is found by its words, in both languages', async () => {
  const maya = await somebody('technician', 'maya.brennan')
  for (const words of ['wristband', 'Etikettendrucker versetzt', 'label printer', 'excavator ferry pier'])
    expect((await maya.get(`/api/v1/search?q=${encodeURIComponent(words)}`)).body.items.length, words).toBeGreaterThan(
      0,
    )
})

test('shows a requester their own tickets with conversation and files', async () => {
  const niamh = await somebody('requester', 'niamh.gallagher')
  const { items } = (await niamh.get('/api/v1/tickets')).body
  expect(items.length).toBeGreaterThan(1)
  const messages = (await niamh.get(`/api/v1/tickets/${items[0].number}/messages`)).body.items
  expect(messages.every((message: { kind: string }) => message.kind === 'reply')).toBe(true)
})

test('has a major incident that goes on and one that was learnt from, paged until somebody answered', async () => {
  const maya = await somebody('technician', 'maya.brennan')
  const { items } = (await maya.get('/api/v1/major-incidents')).body
  expect(items).toMatchObject([
    { title: 'No Wi-Fi in the Lighthouse Wing', ended: null, gathered: 3, coordinator: { name: 'Hugo Laurent' } },
    { title: 'E-mail is down in the whole house', reviewed: true, gathered: 4 },
  ])
  const [running, over] = items
  expect(new Date(running.nextUpdateAt).getTime()).toBeGreaterThan(base.getTime())
  const seen = (await maya.get(`/api/v1/major-incidents/${over.number}`)).body
  expect(
    seen.updates.filter((one: { public: boolean }) => one.public).map((one: { told: number }) => one.told),
  ).toEqual([5, 5, 5, 5])
  const pages = (await maya.get('/api/v1/on-call/pages')).body.items
  expect(pages.map((page: { state: string }) => page.state)).toEqual(['acknowledged', 'acknowledged'])
  const steps = pages.map((page: { calls: { step: number }[] }) => Math.max(...page.calls.map((call) => call.step)))
  expect(steps).toEqual([0, 1])
  const shown = (await desk.anonymous.get('/api/v1/announcements')).body.items
  expect(shown).toMatchObject([{ title: 'No Wi-Fi in the Lighthouse Wing' }])
  const told = (await maya.get('/api/v1/escalations?days=30')).body.items
  expect(told.some((one: { ended: string | null }) => one.ended === 'returned')).toBe(true)
})

test('has sent what its people were told', async () => {
  const waiting = await desk.db
    .selectFrom('platform.outbox')
    .select('id')
    .where('state', 'in', ['queued', 'held'])
    .execute()
  expect(waiting).toEqual([])
})

test('leaves no work behind but what is due later', async () => {
  await desk.drain()
})
