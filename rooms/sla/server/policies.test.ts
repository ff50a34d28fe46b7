import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import type { PolicyContent } from '../contract/http.ts'

let desk: TestDesk
let admin: Persona

const url = '/api/v1/sla-policies'
const monday = '2026-03-02T09:00:00Z'
const none = { firstResponse: null, nextUpdate: null, resolution: null }
const content = (more: Partial<PolicyContent> = {}): PolicyContent => ({
  conditions: {},
  calendarId: null,
  goals: { critical: { ...none, resolution: 60 }, high: none, moderate: { ...none, resolution: 120 }, low: none },
  pauseOn: [],
  warnAt: [75],
  reopening: 'anew',
  ...more,
})

beforeAll(async () => {
  desk = await startDesk({ now: monday })
  admin = await desk.as('administrator')
})
afterAll(() => desk.stop())
beforeEach(() => desk.clock.set(monday))

async function open(more: object = {}): Promise<number> {
  const { body } = await admin.post('/api/v1/tickets', {
    subject: 'Printer jams',
    requester: { email: 'ana@corp.example', name: 'Ana' },
    impact: 2,
    urgency: 2,
    ...more,
  })
  return body.number
}

const add = async (name: string, more: Partial<PolicyContent> = {}, rest: object = {}) =>
  admin.post(url, { name, active: true, content: content(more), ...rest })
const clockOf = async (number: number, target = 'resolution') =>
  (await admin.get(`/api/v1/tickets/${number}/clocks`)).body.items.findLast(
    (clock: { target: string }) => clock.target === target,
  )
const remove = (id: number) => admin.delete(`${url}/${id}`)

test('the first policy whose conditions hold takes a ticket, and keeps it until something of it changes', async () => {
  const { body: category } = await admin.post('/api/v1/categories', { name: 'Network' })
  const { body: below } = await admin.post('/api/v1/categories', { name: 'Wireless', parentId: category.id })
  const { body: policy, status } = await add('Network', { conditions: { categoryIds: [category.id] } })
  expect(status).toBe(201)
  const other = await open()
  const taken = await open({ category: below.id })
  expect((await clockOf(other)).policy.name).toBe('Standard')
  expect(await clockOf(taken)).toMatchObject({
    policy: { name: 'Network', version: 1 },
    dueAt: '2026-03-02T11:00:00.000Z',
  })
  await admin.patch(`/api/v1/tickets/${other}`, { category: category.id })
  expect((await clockOf(other)).policy.name).toBe('Network')
  expect((await clockOf(other, 'first_response')).state).toBe('stopped')
  await remove(policy.id)
  expect((await clockOf(taken)).policy.name).toBe('Network')
  await admin.patch(`/api/v1/tickets/${taken}`, { tags: ['later'] })
  expect((await clockOf(taken)).policy.name).toBe('Standard')
})

test('VIPs, organisations and tags are conditions; all must hold', async () => {
  const { body: policy } = await add('For VIPs', { conditions: { vip: true, tags: ['board'] } })
  await admin.post('/api/v1/persons', { name: 'Eve', email: 'eve@corp.example', vip: true })
  const byVip = { requester: { email: 'eve@corp.example' } }
  expect((await clockOf(await open({ ...byVip, tags: ['board'] }))).policy.name).toBe('For VIPs')
  expect((await clockOf(await open(byVip))).policy.name).toBe('Standard')
  expect((await clockOf(await open({ tags: ['board'] }))).policy.name).toBe('Standard')
  await remove(policy.id)
})

test('a new version can hold for all open tickets, and says so on each', async () => {
  const number = await open()
  const { body: policy } = await add('All', {}, { applyTo: 'new' })
  await desk.drain()
  expect((await clockOf(number)).policy.name).toBe('Standard')
  const put = (minutes: number, applyTo: string) =>
    admin.put(`${url}/${policy.id}`, {
      name: 'All',
      active: true,
      content: content({ goals: { ...content().goals, moderate: { ...none, resolution: minutes } } }),
      applyTo,
    })
  expect((await put(180, 'open')).body.version).toBe(2)
  await desk.drain()
  expect(await clockOf(number)).toMatchObject({
    policy: { name: 'All', version: 2 },
    dueAt: '2026-03-02T12:00:00.000Z',
  })
  await remove(policy.id)
})

test('a changed calendar moves what is due, and what has passed stays passed', async () => {
  const { body: policy } = await add('Everywhere')
  const number = await open()
  await desk.passUntil('2026-03-02T10:00:00Z')
  const { body: calendars } = await admin.get('/api/v1/calendars')
  const [standard] = calendars.items
  const closed = { ...standard.content, days: [{ on: '2026-03-02', yearly: false, name: 'Move', intervals: [] }] }
  await admin.put(`/api/v1/calendars/${standard.id}`, { name: standard.name, content: closed })
  await desk.drain()
  expect(await clockOf(number)).toMatchObject({
    elapsedMs: 3_600_000,
    dueAt: '2026-03-03T09:00:00.000Z',
    openNow: false,
  })
  await admin.put(`/api/v1/calendars/${standard.id}`, { name: standard.name, content: standard.content })
  await desk.drain()
  expect(await clockOf(number)).toMatchObject({ dueAt: '2026-03-02T11:00:00.000Z' })
  await remove(policy.id)
})

test('a team owes its time from when it gets a ticket', async () => {
  const { body: team } = await admin.post('/api/v1/teams', {
    name: 'Networks',
    tier: 2,
    visibility: 'everyone',
    description: '',
  })
  const goals = { critical: 30, high: 30, moderate: 60, low: null }
  const body = { teamId: team.id, active: true, content: { calendarId: null, pauseOn: [], warnAt: [], goals } }
  expect((await admin.post('/api/v1/team-agreements', body)).status).toBe(201)
  expect((await admin.post('/api/v1/team-agreements', body)).body.code).toBe('sla.team_taken')
  const number = await open()
  desk.clock.set('2026-03-02T10:00:00Z')
  await admin.put(`/api/v1/tickets/${number}/assignment`, { team: team.id })
  expect(await clockOf(number, 'team')).toMatchObject({ team: { name: 'Networks' }, dueAt: '2026-03-02T11:00:00.000Z' })
  await admin.put(`/api/v1/tickets/${number}/assignment`, { team: null })
  expect(await clockOf(number, 'team')).toMatchObject({ state: 'met' })
})

test('the pieces of a clock say why, and add up to what has passed', async () => {
  const number = await open()
  desk.clock.set('2026-03-02T16:00:00Z')
  await admin.put(`/api/v1/tickets/${number}/status`, { status: 'waiting_requester' })
  desk.clock.set('2026-03-03T10:00:00Z')
  await admin.put(`/api/v1/tickets/${number}/status`, { status: 'open' })
  desk.clock.set('2026-03-04T09:00:00Z')
  await desk.drain()
  const { id, elapsedMs } = await clockOf(number)
  const { body } = await admin.get(`/api/v1/tickets/${number}/clocks/${id}`)
  const hours = (ms: number) => ms / 3_600_000
  expect(
    body.pieces.map((piece: { kind: string; from: string; countedMs: number; pausedFor: string | null }) =>
      [piece.from.slice(5, 16), piece.kind, piece.pausedFor, hours(piece.countedMs)].join(' '),
    ),
  ).toEqual([
    '03-02T09:00 running  7',
    '03-02T16:00 paused waiting_requester 0',
    '03-03T10:00 running  7',
    '03-03T17:00 closed  0',
    '03-04T08:00 running  1',
  ])
  expect(hours(elapsedMs)).toBe(15)
})

test('requesters do not see clocks; only administrators change policies', async () => {
  const requester = await desk.as('requester')
  const { body: own } = await requester.post('/api/v1/tickets', { subject: 'Help', description: 'Please' })
  expect((await requester.get(`/api/v1/tickets/${own.number}/clocks`)).status).toBe(403)
  const technician = await desk.as('technician')
  expect((await technician.get(`/api/v1/tickets/${own.number}/clocks`)).status).toBe(200)
  expect((await technician.get(url)).status).toBe(403)
  const lead = await desk.as('lead')
  expect((await lead.get(url)).status).toBe(200)
  expect((await lead.post(url, { name: 'Mine', active: true, content: content() })).status).toBe(403)
})

test.each([
  ['sla.nothing_promised', { goals: { critical: none, high: none, moderate: none, low: none } }],
  ['sla.unknown_reference', { calendarId: 999 }],
  ['sla.unknown_reference', { conditions: { teamIds: [999] } }],
])('%s is refused', async (code, wrong) => {
  const { status, body } = await add('Wrong', wrong)
  expect([status, body.code]).toEqual([422, code])
})

test('a calendar that a policy counts by is not removed', async () => {
  const { body: calendars } = await admin.get('/api/v1/calendars')
  const [, second] = calendars.items
  const { body: policy } = await add('At night', { calendarId: second.id })
  expect((await admin.delete(`/api/v1/calendars/${second.id}`)).body.code).toBe('calendar.in_use')
  await remove(policy.id)
})

test('the preview says how many open tickets a policy would take', async () => {
  const numbers = [await open({ tags: ['preview'] }), await open({ tags: ['preview'] })]
  const body = { name: 'Tried', active: true, content: content({ conditions: { tags: ['preview'] } }), policyId: null }
  const { body: effect } = await admin.post(`${url}/preview`, body)
  expect(effect).toMatchObject({ taken: 2, examples: [{ number: numbers[1] }, { number: numbers[0] }] })
  expect(effect.openTickets).toBeGreaterThan(2)
})

test('the order decides, and is changed as a whole', async () => {
  const { body: one } = await add('One', { conditions: { tags: ['order'] } })
  const { body: two } = await add('Two', { conditions: { tags: ['order'] } })
  expect((await clockOf(await open({ tags: ['order'] }))).policy.name).toBe('Two')
  const ids = (await admin.get(url)).body.items.map((policy: { id: number }) => policy.id)
  expect(ids.slice(0, 2)).toEqual([two.id, one.id])
  expect((await admin.put(`${url}/order`, { ids: ids.slice(1) })).body.code).toBe('sla.wrong_order')
  expect((await admin.put(`${url}/order`, { ids: [one.id, two.id, ...ids.slice(2)] })).status).toBe(200)
  expect((await clockOf(await open({ tags: ['order'] }))).policy.name).toBe('One')
  const versions = (await admin.get(`${url}/${one.id}/versions`)).body.items
  expect(versions).toMatchObject([{ number: 1, name: 'One' }])
  const renamed = { name: 'First', active: true, content: { ...one.content, conditions: { tags: ['other'] } } }
  expect((await admin.put(`${url}/${one.id}`, renamed)).status).toBe(200)
  expect((await clockOf(await open({ tags: ['order'] }))).policy.name).toBe('Two')
  const restored = await admin.post(`${url}/${one.id}/versions`, { version: 1 })
  expect(restored).toMatchObject({ status: 201, body: { version: 3 } })
  expect((await clockOf(await open({ tags: ['order'] }))).policy).toMatchObject({ name: 'One', version: 3 })
  expect((await admin.post(`${url}/${one.id}/versions`, { version: 7 })).body.code).toBe('sla.version_not_found')
})
