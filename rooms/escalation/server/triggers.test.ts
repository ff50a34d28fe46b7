import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { candidatesFor, wordIn } from './match-triggers.ts'
import { placeAfter } from './watch-crowds.ts'

let desk: TestDesk
let admin: Persona
let tina: Persona
let lena: Persona
let rita: Persona
let team: number

const tell = { leads: true, persons: [], roleId: null }
const url = '/api/v1/escalation-triggers'

beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
  admin = await desk.as('administrator')
  team = (await admin.post('/api/v1/teams', { name: 'Service Desk', tier: 1 })).body.id
  tina = await desk.as('technician', { name: 'Tina Tier' })
  lena = await desk.as('lead', { name: 'Lena Lead', email: 'lena@example.org' })
  rita = await desk.as('requester', { name: 'Rita Request' })
  await admin.put(`/api/v1/teams/${team}/members/${tina.id}`, {})
  await admin.put(`/api/v1/teams/${team}/members/${lena.id}`, { lead: true })
})
afterAll(() => desk.stop())

/** An open ticket of the team. */
async function open(more: object = {}): Promise<number> {
  const { number } = (await rita.post('/api/v1/tickets', { subject: 'The printer jams', description: 'Help' })).body
  await tina.patch(`/api/v1/tickets/${number}`, more)
  await tina.put(`/api/v1/tickets/${number}/assignment`, { team, assignee: tina.id })
  await desk.drain()
  return number
}
const toldOn = async (number: number) =>
  (await tina.get(`/api/v1/tickets/${number}/escalations`)).body.items.filter(
    (one: { kind: string }) => one.kind === 'hierarchical',
  )
const firings = () => desk.db.selectFrom('escalation.firing').selectAll()
const firedBy = (triggerId: number) => firings().where('triggerId', '=', triggerId).execute()
const firedFor = (number: number) => firings().where('ticketNumber', '=', number).execute()
const mailsTo = async (email: string) =>
  (await desk.db.selectFrom('platform.outbox').select(['subject', 'recipients', 'text']).execute()).filter((mail) =>
    JSON.stringify(mail.recipients).includes(email),
  )

describe('a trigger', () => {
  test('tells the leads once, with the reason, and is on record', async () => {
    const number = await open()
    const before = (await mailsTo('lena@example.org')).length
    await tina.patch(`/api/v1/tickets/${number}`, { impact: 1, urgency: 1 })
    await desk.drain()
    await desk.drain()
    expect(await toldOn(number)).toMatchObject([
      {
        reason: 'Critical priority',
        trigger: { name: 'Critical priority' },
        recipients: [{ name: 'Lena Lead' }],
        startedBy: 'Deskhand',
      },
    ])
    expect((await mailsTo('lena@example.org')).length).toBe(before + 1)
    // Down and up again is another crossing; a change that keeps it critical is none.
    await tina.patch(`/api/v1/tickets/${number}`, { location: 'Ward 3' })
    await desk.drain()
    expect(await toldOn(number)).toHaveLength(1)
  })

  test('is taken care of by whoever was told, and settled', async () => {
    const number = await open({ impact: 1, urgency: 1 })
    const [{ id }] = await toldOn(number)
    const at = `/api/v1/tickets/${number}/escalations/${id}`
    expect((await tina.put(`${at}/acceptance`, {})).body.code).toBe('escalation.not_told')
    const both = await Promise.all([lena.put(`${at}/acceptance`, {}), lena.put(`${at}/acceptance`, {})])
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect((await lena.put(`${at}/settlement`, { note: 'A second team helps' })).body.ended).toMatchObject({
      how: 'settled',
      reason: 'A second team helps',
    })
  })

  test('hears the requester say that it is urgent, once a day', async () => {
    const number = await open()
    const say = () => rita.post(`/api/v1/tickets/${number}/urgency`, { reason: 'The exam is at noon' })
    expect((await say()).status).toBe(201)
    expect((await say()).body.code).toBe('escalation.said_already')
    await desk.drain()
    expect((await toldOn(number))[0].reason).toContain('The exam is at noon')
  })

  test('counts returns and reopenings', async () => {
    const reopened = (await admin.get(url)).body.items.find((one: { name: string }) => one.name === 'Reopened twice')
    const on = await admin.put(`${url}/${reopened.id}`, { ...pick(reopened), active: true })
    expect(on.body).toMatchObject({ active: true, version: 2 })
    const number = await open()
    for (const times of [1, 2]) {
      await tina.post(`/api/v1/tickets/${number}/resolution`, { cause: 'a', action: 'b', verification: 'c' })
      await rita.delete(`/api/v1/tickets/${number}/resolution?reason=again`)
      await desk.drain()
      expect(await toldOn(number)).toHaveLength(times - 1)
    }
    expect((await admin.get(`${url}/${reopened.id}/versions`)).body.items).toHaveLength(2)
    expect((await admin.post(`${url}/${reopened.id}/versions`, { version: 1 })).body).toEqual({ version: 3 })
    const now = (await admin.get(url)).body.items.find((one: { id: number }) => one.id === reopened.id)
    expect(now).toMatchObject({ active: false, version: 3 })
  })

  test('of silence looks when the time has come, and again after what happened since', async () => {
    desk.clock.set('2026-03-03T09:00:00Z')
    const made = await admin.post(url, {
      name: 'Two hours of silence',
      active: true,
      rule: { when: { kind: 'idle', minutes: 120 }, only: { teams: [team] }, tell },
    })
    expect(made.status).toBe(201)
    const number = await open()
    desk.clock.set('2026-03-03T10:30:00Z')
    await tina.patch(`/api/v1/tickets/${number}`, { location: 'Ward 9' })
    await desk.passUntil('2026-03-03T12:29:00Z')
    expect(await toldOn(number)).toHaveLength(0)
    await desk.passUntil('2026-03-03T12:31:00Z')
    expect(await toldOn(number)).toMatchObject([{ reason: 'Two hours of silence' }])
    await admin.delete(`${url}/${made.body.id}`)
    await desk.passUntil('2026-03-03T18:00:00Z')
    expect(await toldOn(number)).toHaveLength(1)
  })

  test('finds words as words, in what a ticket begins with and in what is written later', async () => {
    const made = await admin.post(url, {
      name: 'Ransom',
      active: true,
      rule: { when: { kind: 'keyword', words: ['ransom note'] }, only: {}, tell },
    })
    const preview = await admin.post(`${url}/preview`, { rule: made.body.rule, days: 30 })
    expect(preview.body.count).toBe(0)
    const number = await open()
    await rita.post(`/api/v1/tickets/${number}/messages`, { kind: 'reply', text: 'There is a “Ransom-Note” on it!' })
    await desk.drain()
    expect(await toldOn(number)).toMatchObject([{ trigger: { name: 'Ransom' } }])
    expect((await admin.post(`${url}/preview`, { rule: made.body.rule })).body).toMatchObject({
      count: 1,
      tickets: [{ number }],
    })
  })

  test('of a VIP fires for what a VIP asks, and for what is asked for an organisation of VIPs', async () => {
    const vips = (await admin.post('/api/v1/organisations', { name: 'Chief physicians', domains: [] })).body
    const of = await desk.as('requester', { name: 'Vera Important', organisationId: vips.id })
    const made = await admin.post(url, { name: 'VIP', active: true, rule: { when: { kind: 'vip' }, only: {}, tell } })
    const ask = async () => {
      const { number } = (await of.post('/api/v1/tickets', { subject: 'The lift stands', description: 'Help' })).body
      await desk.drain()
      return firedFor(number)
    }
    expect(await ask()).toEqual([])
    await admin.patch(`/api/v1/organisations/${vips.id}`, { vip: true })
    expect(await ask()).toMatchObject([{ occurrence: 'opened', why: { requester: 'Vera Important' } }])
    await admin.patch(`/api/v1/organisations/${vips.id}`, { vip: false })
    expect(await ask()).toEqual([])
    await admin.patch(`/api/v1/persons/${of.id}`, { vip: true })
    expect(await ask()).toHaveLength(1)
    await admin.delete(`${url}/${made.body.id}`)
  })

  test('of many that are alike fires once, with those that are, however they come in', async () => {
    const rule = { when: { kind: 'similar', times: 4, minutes: 30 }, only: {}, tell }
    const made = await admin.post(url, { name: 'Crowd', active: true, rule })
    const report = async (subject: string) =>
      (await rita.post('/api/v1/tickets', { subject, description: 'Since this morning' })).body.number as number
    const wifi = 'Wireless network in the radiology corridor unreachable'
    const at = new Date(desk.clock.now())
    const numbers = [await report(wifi), await report('Toner for the label writer'), await report(wifi)]
    desk.clock.set(new Date(at.getTime() + 10_000))
    await desk.drain()
    expect(await firedBy(made.body.id)).toEqual([])
    for (let nth = 0; nth < 3; nth++) numbers.push(await report(wifi))
    desk.clock.set(new Date(at.getTime() + 20_000))
    await desk.drain()
    for (let nth = 0; nth < 3; nth++) await report(wifi)
    desk.clock.set(new Date(at.getTime() + 30_000))
    await desk.drain()
    const fired = await firedBy(made.body.id)
    expect(fired).toHaveLength(1)
    expect(fired[0]).toMatchObject({ occurrence: 'opened', why: { times: 5 } })
    const [first] = fired
    const named = [first?.ticketNumber, ...((first?.why.tickets ?? []) as number[])]
    expect(numbers).toEqual(expect.arrayContaining(named))
    // Long after those, a few are no crowd.
    desk.clock.set(new Date(at.getTime() + 3_600_000))
    for (let nth = 0; nth < 3; nth++) await report(wifi)
    await desk.passUntil(new Date(at.getTime() + 3_700_000))
    expect(await firedBy(made.body.id)).toHaveLength(1)
    await admin.delete(`${url}/${made.body.id}`)
  })

  test('is managed by those who may, and must tell somebody', async () => {
    expect((await tina.get(url)).status).toBe(403)
    const nobody = { ...tell, leads: false }
    const refused = await admin.post(url, {
      name: 'x',
      active: true,
      rule: { when: { kind: 'vip' }, only: {}, tell: nobody },
    })
    expect(refused.body).toMatchObject({ code: 'escalation.nobody_named', field: 'body.rule.tell' })
  })

  test.each(['priority', 'vip', 'reopened', 'returned', 'idle', 'urgent', 'sla'])('previews %s', async (kind) => {
    const when = {
      priority: { priorities: ['critical'] },
      reopened: { times: 2 },
      returned: { times: 1 },
      idle: { minutes: 5 },
      sla: { percent: 80 },
    }[kind]
    const answer = await admin.post(`${url}/preview`, {
      rule: { when: { kind, ...when }, only: { teams: [team] }, tell },
    })
    expect(answer.status, answer.text).toBe(200)
    expect(answer.body.count).toBeGreaterThanOrEqual(kind === 'priority' ? 2 : 0)
  })
})

test('leads are told by hand, and those who may not see a ticket never are', async () => {
  const number = await open()
  const told = await tina.post(`/api/v1/tickets/${number}/escalations/leads`, { reason: 'Somebody has to decide' })
  expect(told.body).toMatchObject({ kind: 'hierarchical', recipients: [{ id: lena.id }], startedBy: 'Tina Tier' })
  const strangers = await tina.post(`/api/v1/tickets/${number}/escalations/leads`, {
    reason: 'Somebody has to decide',
    persons: [rita.id],
  })
  expect(strangers.body.code).toBe('escalation.nobody_to_tell')
})

test('a gap in the numbers is waited for, and nothing behind it is looked at twice', () => {
  const now = new Date('2026-03-02T09:01:00Z')
  const young = (number: number) => ({ number, createdAt: new Date('2026-03-02T09:00:30Z') }) as never
  const old = (number: number) => ({ number, createdAt: new Date('2026-03-02T08:59:00Z') }) as never
  expect(placeAfter(5, [young(6), young(7)], now)).toEqual({ lookedTo: 7, beyond: [] })
  expect(placeAfter(5, [young(6), young(8), young(9)], now)).toEqual({ lookedTo: 6, beyond: [8, 9] })
  expect(placeAfter(5, [old(7), young(8)], now)).toEqual({ lookedTo: 8, beyond: [] })
})

describe('what may set a trigger off is decided without a question', () => {
  const trigger = (when: object) => [{ id: 1, name: 'x', version: 1, rule: { when, only: {}, tell } as never }]
  test.each([
    [{ kind: 'sla', percent: 80 }, 'sla.warned', { target: 'resolution', seq: 1, percent: 80 }, 'resolution 1 80'],
    [{ kind: 'sla', percent: 80 }, 'sla.warned', { target: 'resolution', seq: 1, percent: 50 }, undefined],
    [{ kind: 'sla', percent: 80 }, 'sla.breached', { target: 'resolution', seq: 1 }, 'resolution 1 80'],
    [{ kind: 'sla', percent: 100 }, 'sla.warned', { target: 'resolution', seq: 1, percent: 90 }, undefined],
    [{ kind: 'returned', times: 2 }, 'escalation.returned', { bounces: 2 }, 'returned 2'],
    [{ kind: 'returned', times: 2 }, 'escalation.returned', { bounces: 3 }, undefined],
    [{ kind: 'idle', minutes: 5 }, 'ticket.opened', { state: {} }, undefined],
    [{ kind: 'similar', times: 5, minutes: 5 }, 'ticket.opened', { state: {} }, undefined],
    [{ kind: 'vip' }, 'ticket.opened', { state: {} }, undefined],
  ])('%j on %s (%#)', (when, name, data, occurrence) => {
    expect(candidatesFor(trigger(when), { id: 7, name, data })[0]?.occurrence).toBe(occurrence)
  })
  test.each([
    ['ransomware', 'We have RANSOMWARE.', 'ransomware'],
    ['ransom', 'We have ransomware.', undefined],
    ['größe', 'Die Größe: 5', 'größe'],
  ])('%s in "%s"', (word, text, found) => expect(wordIn([word], text)).toBe(found))
})

const pick = ({ name, active, rule }: { name: string; active: boolean; rule: unknown }) => ({ name, active, rule })

test('the report lists every escalation and says how long tickets stand in each tier', async () => {
  const answer = await lena.get('/api/v1/escalations/report?from=2026-01-01T00:00:00Z')
  expect(answer.status, answer.text).toBe(200)
  expect(answer.body.toLeads).toBeGreaterThan(3)
  expect(answer.body.byTrigger).toBeGreaterThan(2)
  expect(answer.body.tiers[0]).toMatchObject({ tier: 1 })
  expect(answer.body.tiers[0].minutes).toBeGreaterThan(0)
  const first = (await lena.get('/api/v1/escalations?from=2026-01-01T00:00:00Z&limit=2')).body
  expect(first.items).toHaveLength(2)
  const next = (await lena.get(`/api/v1/escalations?from=2026-01-01T00:00:00Z&limit=2&cursor=${first.nextCursor}`)).body
  expect(next.items[0].id).toBeLessThan(first.items[1].id)
  expect((await tina.get('/api/v1/escalations')).status).toBe(403)
})
