import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'

let desk: TestDesk
let tech: Persona
const monday = '2026-03-02T09:00:00Z'
const tickets: Record<string, number> = {}

beforeAll(async () => {
  desk = await startDesk({ now: monday })
  tech = await desk.as('technician')
  // In the default policy: critical 30 min to the first answer, high 60 min, moderate 4 h, low 9 h.
  for (const [name, impact, urgency] of [
    ['low', 3, 3],
    ['critical', 1, 1],
    ['waits', 1, 2],
    ['high', 1, 2],
    ['solved', 1, 1],
  ] as const) {
    const { body } = await tech.post('/api/v1/tickets', {
      subject: name,
      requester: { email: 'ana@corp.example', name: 'Ana' },
      impact,
      urgency,
    })
    tickets[name] = body.number
    desk.clock.advance(1000)
  }
  // Once it is answered all that is left of it waits.
  await tech.post(`/api/v1/tickets/${tickets.waits}/messages`, { kind: 'reply', text: 'Which printer is it?' })
  await tech.put(`/api/v1/tickets/${tickets.waits}/status`, { status: 'waiting_requester' })
  const resolution = { cause: 'Dust', action: 'Cleaned', verification: 'Printed' }
  await tech.post(`/api/v1/tickets/${tickets.solved}/resolution`, resolution)
  await desk.passUntil('2026-03-02T09:40:00Z')
})
afterAll(() => desk.stop())

interface Row {
  subject: string
  due: {
    target: string
    dueAt: string | null
    breachedAt: string | null
    pausedFor: string | null
    told: number
  } | null
}
const subjects = (rows: Row[]) => rows.map((row) => row.subject)
const list = async (query: string, persona = tech) => (await persona.get(`/api/v1/tickets?${query}`)).body

test('lists are ordered by what is due first: what waits after it, and what has nothing due last', async () => {
  const order = ['critical', 'high', 'low', 'waits', 'solved']
  expect(subjects((await list('sort=dueAt')).items)).toEqual(order)
  expect(subjects((await list('sort=-dueAt')).items)).toEqual(['low', 'high', 'critical', 'waits', 'solved'])
  for (const sort of ['dueAt', '-dueAt']) {
    const whole = subjects((await list(`sort=${sort}`)).items)
    const paged: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: { items: Row[]; nextCursor: string | null } = await list(
        `sort=${sort}&limit=1${cursor ? `&cursor=${cursor}` : ''}`,
      )
      paged.push(...subjects(page.items))
      cursor = page.nextCursor
    }
    expect(paged).toEqual(whole)
  }
})

test('a row says what is due, when, and how far it is', async () => {
  const { items } = await list('sort=dueAt')
  expect(items.map((row: Row) => row.due)).toEqual([
    expect.objectContaining({ target: 'first_response', breachedAt: '2026-03-02T09:30:01.000Z', told: 100 }),
    expect.objectContaining({
      target: 'first_response',
      dueAt: '2026-03-02T10:00:03.000Z',
      breachedAt: null,
      told: 50,
    }),
    expect.objectContaining({ target: 'first_response', dueAt: '2026-03-03T09:00:00.000Z', told: 0 }),
    expect.objectContaining({ dueAt: null, pausedFor: 'waiting_requester' }),
    null,
  ])
})

test('lists can be narrowed by what is due', async () => {
  expect(subjects((await list('due=overdue')).items)).toEqual(['critical'])
  expect(subjects((await list('due=paused')).items)).toEqual(['waits'])
  expect(subjects((await list('due=none')).items)).toEqual(['solved'])
  // All of it is in the past by the time of the database; what is known to be overdue is another list.
  expect(subjects((await list('due=4h&sort=dueAt')).items)).toEqual(['high', 'low'])
  expect((await tech.get('/api/v1/tickets?due=soon')).status).toBe(422)
})

test('the side bar counts what is overdue, and search and views know it', async () => {
  const { lists } = (await tech.get('/api/v1/work-lists')).body
  expect(lists.find((one: { key: string }) => one.key === 'overdue')).toMatchObject({ count: 1 })
  const { body: found } = await tech.get('/api/v1/search?q=is:overdue')
  expect(found.items.map((one: { number: number }) => one.number)).toEqual([tickets.critical])
  const view = { name: 'Late', filter: { due: 'overdue' }, sort: 'dueAt', columns: ['due'] }
  expect((await tech.post('/api/v1/views', view)).status).toBe(201)
})

test('requesters learn nothing of it', async () => {
  const ana = await desk.as('requester', { email: 'ana@corp.example' })
  const { items } = await list('sort=dueAt', ana)
  expect(items.map((row: Row) => row.due)).toEqual(items.map(() => null))
  expect((await list('due=overdue', ana)).items).toEqual([])
})
