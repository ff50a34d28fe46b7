import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { setWayOut } from '../../../platform/outside/index.ts'
import { iCalendar } from './calendar-feed.ts'
import { fill } from './call-provider.ts'

let desk: TestDesk
let admin: Persona
let tina: Persona
let tom: Persona
let lena: Persona
let rita: Persona
let schedule: number
const url = '/api/v1/on-call'
const zone = 'Europe/Berlin'
const monday = '2026-03-02T08:00:00Z'

const weekly = (persons: number[]) => ({
  persons,
  every: 1,
  unit: 'week',
  startsOn: '2026-02-23',
  handOverAt: 540,
  hours: [],
})
const layers = () => [
  { key: 'first', name: 'First line', rotations: [weekly([tina.id, tom.id])] },
  { key: 'backup', name: 'Backup', rotations: [weekly([lena.id])] },
]

beforeAll(async () => {
  desk = await startDesk({ now: monday })
  admin = await desk.as('administrator', { name: 'Ada Min' })
  tina = await desk.as('technician', { name: 'Tina Tier', teams: ['Service desk'] })
  tom = await desk.as('technician', { name: 'Tom Tier', teams: ['Service desk'] })
  lena = await desk.as('lead', { name: 'Lena Lead' })
  rita = await desk.as('requester', { name: 'Rita Request' })
  const made = await admin.post(`${url}/schedules`, { name: 'Network', doc: { timeZone: zone, layers: layers() } })
  expect(made.status, made.text).toBe(201)
  schedule = made.body.id
})
beforeEach(async () => {
  await desk.drain()
  await desk.db.deleteFrom('platform.outbox').execute()
})
afterAll(() => desk.stop())

async function open(): Promise<number> {
  const made = await rita.post('/api/v1/tickets', { subject: 'No network', description: 'None.' })
  expect(made.status, made.text).toBe(201)
  await desk.drain()
  return made.body.number
}
const mails = async () =>
  (await desk.db.selectFrom('platform.outbox').select(['recipients', 'text', 'about']).orderBy('id').execute())
    .filter((mail) => mail.about?.startsWith('page:'))
    .map((mail) => ({ to: (mail.recipients as { to: { name: string }[] }).to[0]?.name, text: mail.text }))
const ladderOf = (steps: object[], rounds = 1) => ({ name: 'Network down', doc: { steps, rounds } })
const stepTo = (layer: string, more: object = {}) => ({
  to: { kind: 'layer', scheduleId: schedule, layer },
  ways: ['mail'],
  providerId: null,
  thenAfterMinutes: 5,
  ...more,
})
async function ladder(steps: object[], rounds = 1): Promise<number> {
  const made = await admin.post(`${url}/ladders`, ladderOf(steps, rounds))
  expect(made.status, made.text).toBe(201)
  return made.body.id
}
const minutesLater = (minutes: number) => desk.passUntil(new Date(desk.clock.now().getTime() + minutes * 60_000))

describe('schedules', () => {
  test('say who is on call now, until when, and who is next', async () => {
    desk.clock.set(monday)
    const seen = (await tina.get(`${url}/now?days=14`)).body.schedules[0]
    expect(seen.layers[0]).toMatchObject({
      now: { name: 'Tom Tier' },
      until: '2026-03-09T08:00:00.000Z',
      next: { name: 'Tina Tier' },
      gaps: [],
    })
    expect(seen.layers[0].shifts.map((shift: { person: { name: string } }) => shift.person.name)).toEqual([
      'Tom Tier',
      'Tina Tier',
    ])
    expect(seen.layers[1].now.name).toBe('Lena Lead')
    expect((await rita.get(`${url}/now`)).status).toBe(403)
  })

  test('show their gaps before they are saved', async () => {
    const hours = [{ days: [1, 2, 3, 4, 5], from: 480, to: 1080 }]
    const doc = { timeZone: zone, layers: [{ ...layers()[0], rotations: [{ ...weekly([tina.id]), hours }] }] }
    const preview = await admin.post(`${url}/schedules/preview`, { doc })
    expect(preview.status, preview.text).toBe(200)
    expect(preview.body.layers[0].gaps[0]).toEqual({ from: '2026-03-02T17:00:00.000Z', to: '2026-03-03T07:00:00.000Z' })
  })

  test('are kept in versions, and refuse what cannot be', async () => {
    const doc = { timeZone: zone, layers: layers() }
    const saved = await admin.put(`${url}/schedules/${schedule}`, { name: 'Network', doc })
    expect(saved.body.version).toBe(2)
    expect((await admin.get(`${url}/schedules/${schedule}/versions`)).body.items).toHaveLength(2)
    const bad = await admin.post(`${url}/schedules`, { name: 'x', doc: { ...doc, timeZone: 'Mars/Base' } })
    expect(bad.body).toMatchObject({ code: 'oncall.unknown_zone', field: 'body.doc.timeZone' })
    expect((await tina.post(`${url}/schedules`, { name: 'x', doc })).status).toBe(403)
  })

  test('one takes over, swaps, and takes it back; not for others', async () => {
    desk.clock.set(monday)
    const over = (body: object, who = tina) =>
      who.post(`${url}/schedules/${schedule}/overrides`, { layer: 'first', ...body })
    const day = { from: '2026-03-03T08:00:00Z', to: '2026-03-04T08:00:00Z' }
    const taken = await over({ person: tina.id, ...day, reason: 'Dentist' })
    expect(taken.status, taken.text).toBe(201)
    const nowIs = async () => (await tina.get(`${url}/now`)).body.schedules[0].layers[0]
    expect((await nowIs()).shifts[1]).toMatchObject({
      ...{ from: '2026-03-03T08:00:00.000Z' },
      person: { name: 'Tina Tier' },
    })
    expect((await over({ person: lena.id, from: '2026-03-05T08:00:00Z', to: '2026-03-06T08:00:00Z' })).body.code).toBe(
      'oncall.not_yours',
    )
    await tina.delete(`${url}/overrides/${taken.body.ids[0]}`)
    expect((await nowIs()).shifts).toHaveLength(2)
    const swap = await over({
      person: tina.id,
      ...day,
      inExchange: { person: tom.id, from: '2026-03-10T08:00:00Z', to: '2026-03-11T08:00:00Z' },
    })
    expect(swap.body.ids).toHaveLength(2)
    await tom.delete(`${url}/overrides/${swap.body.ids[1]}`)
    expect((await nowIs()).shifts).toHaveLength(2)
    expect((await over({ person: tina.id, from: day.to, to: day.from })).body.code).toBe('oncall.bad_times')
  })

  test('are a calendar with a secret address, which ends with the next one', async () => {
    const first = (await tina.put(`${url}/me/feed`)).body.feed as string
    const path = (feed: string) => new URL(feed).pathname
    const mine = await desk.anonymous.get(path(first))
    expect(mine.headers['content-type']).toContain('text/calendar')
    expect(mine.text).toContain('DTSTART:20260309T080000Z\r\nDTEND:20260316T080000Z\r\nSUMMARY:Network: First line')
    expect(mine.text).not.toContain('Tom')
    expect((await desk.anonymous.get(`${path(first)}?schedule=${schedule}`)).text).toContain('SUMMARY:Tom Tier')
    await tina.put(`${url}/me/feed`)
    expect((await desk.anonymous.get(path(first))).status).toBe(404)
  })
})

describe('a page', () => {
  test('climbs until somebody acknowledges, who is called by then on call', async () => {
    desk.clock.set('2026-03-09T07:58:00Z')
    const id = await ladder([stepTo('first'), stepTo('first'), stepTo('backup')])
    const number = await open()
    const page = await tina.post(`/api/v1/tickets/${number}/pages`, { ladder: id, reason: 'Ward stands still' })
    expect(page.status, page.text).toBe(201)
    await desk.drain()
    expect(await mails()).toMatchObject([
      { to: 'Tom Tier', text: expect.stringContaining(`#${number} No network: Ward stands still`) },
    ])
    // Meanwhile the shift has ended.
    await minutesLater(5)
    expect((await mails()).map((mail) => mail.to)).toEqual(['Tom Tier', 'Tina Tier'])
    const again = await tina.post(`/api/v1/tickets/${number}/pages`, { ladder: id, reason: 'Still' })
    expect(again.body.id).toBe(page.body.id)
    const taken = await tina.put(`${url}/pages/${page.body.id}/acknowledgement`)
    expect(taken.body).toMatchObject({
      state: 'acknowledged',
      acknowledged: { by: 'Tina Tier' },
      calls: [{ person: 'Tom Tier' }, { person: 'Tina Tier' }],
    })
    await minutesLater(60)
    expect(await mails()).toHaveLength(2)
  })

  test('is acknowledged by the link in its mail, which only looking at does not', async () => {
    const id = await ladder([stepTo('backup'), stepTo('first')])
    const number = await open()
    await tina.post(`/api/v1/tickets/${number}/pages`, { ladder: id, reason: 'Look at this' })
    await desk.drain()
    const token = /token=([\w-]+)/.exec((await mails())[0]?.text ?? '')?.[1]
    const link = `${url}/page-links/${token}`
    expect((await desk.anonymous.get(link)).body).toEqual({ reason: 'Look at this', number, state: 'open', by: null })
    expect((await desk.anonymous.put(link)).body).toMatchObject({ state: 'acknowledged', by: 'Lena Lead' })
    await minutesLater(30)
    expect(await mails()).toHaveLength(1)
    expect((await desk.anonymous.get(`${url}/page-links/${'x'.repeat(32)}`)).status).toBe(404)
  })

  test('begins anew as often as it should, then says that nobody answered', async () => {
    const id = await ladder([stepTo('backup'), stepTo('first')], 2)
    const number = await open()
    const page = await tina.post(`/api/v1/tickets/${number}/pages`, { ladder: id, reason: 'Anybody there?' })
    await minutesLater(60)
    expect(await mails()).toHaveLength(4)
    const [seen] = (await tina.get(`${url}/pages?ticket=${number}`)).body.items
    expect(seen).toMatchObject({ id: page.body.id, state: 'unanswered', nextAt: null })
    const told = await desk.db
      .selectFrom('platform.fact')
      .select('id')
      .where('name', '=', 'oncall.page_unanswered')
      .execute()
    expect(told).toHaveLength(1)
  })

  test('ends when the ticket is solved', async () => {
    const id = await ladder([stepTo('backup'), stepTo('first')])
    const number = await open()
    await tina.post(`/api/v1/tickets/${number}/pages`, { ladder: id, reason: 'Hurry up' })
    await desk.drain()
    await tina.post(`/api/v1/tickets/${number}/resolution`, { cause: 'a', action: 'b', verification: 'c' })
    await minutesLater(60)
    expect(await mails()).toHaveLength(1)
    expect((await tina.get(`${url}/pages?ticket=${number}`)).body.items[0].state).toBe('over')
    expect((await tina.post(`/api/v1/tickets/${number}/pages`, { ladder: id, reason: 'Late' })).body.code).toBe(
      'oncall.ticket_over',
    )
  })

  test('skips who cannot be reached, and never tells who may not see the ticket', async () => {
    const secret = await desk.as('technician', { name: 'Sara Secret', teams: ['Private'] })
    const { id: team } = await desk.db
      .selectFrom('people.team')
      .select('id')
      .where('name', '=', 'Private')
      .executeTakeFirstOrThrow()
    await desk.db.updateTable('people.team').set({ visibility: 'members' }).where('id', '=', team).execute()
    const id = await ladder([stepTo('backup'), { ...stepTo('first'), to: { kind: 'person', personId: secret.id } }])
    const number = await open()
    await desk.db.updateTable('ticket.ticket').set({ teamId: team }).where('number', '=', number).execute()
    await secret.post(`/api/v1/tickets/${number}/pages`, { ladder: id, reason: 'Between us' })
    await desk.drain()
    expect((await mails()).map((mail) => mail.to)).toEqual(['Sara Secret'])
    expect((await tina.get(`${url}/pages?ticket=${number}`)).body.items).toEqual([])
  })

  test('can be tried, and says that it is a trial', async () => {
    const id = await ladder([stepTo('backup')])
    const tried = await admin.post(`${url}/ladders/${id}/trials`)
    expect(tried.body).toMatchObject({ trial: true, ticket: null })
    await desk.drain()
    expect((await mails())[0]?.text).toContain('Trial page of “Network down”')
    expect((await lena.put(`${url}/pages/${tried.body.id}/acknowledgement`)).body.state).toBe('acknowledged')
  })

  test('goes out by a provider, filled in safely, and is tried again', async () => {
    const heard: string[] = []
    let status = 503
    const server = http.createServer((request, answer) => {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        heard.push(`${request.headers.authorization} ${body}`)
        answer.writeHead(status).end()
      })
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    setWayOut({
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      mayConnect: () => true,
      mayBePlain: () => true,
    })
    const provider = await admin.post(`${url}/providers`, {
      name: 'SMS',
      format: 'form',
      template: 'To={{phone}}&Body={{text}}',
      url: `http://sms.example.org:${(server.address() as AddressInfo).port}/`,
      headers: { Authorization: 'Basic secret' },
    })
    expect(provider.status, provider.text).toBe(201)
    expect(provider.text).not.toContain('secret')
    await lena.put(`${url}/me`, { phone: '+491701234567' })
    const id = await ladder([stepTo('backup', { ways: ['provider'], providerId: provider.body.id })])
    expect((await admin.delete(`${url}/providers/${provider.body.id}`)).body.code).toBe('oncall.in_use')
    const number = await open()
    await tina.post(`/api/v1/tickets/${number}/pages`, { ladder: id, reason: 'a&b=c' })
    await desk.drain()
    expect(heard).toEqual([`Basic secret To=%2B491701234567&Body=%23${number}%20No%20network%3A%20a%26b%3Dc`])
    status = 200
    await minutesLater(1)
    expect(heard).toHaveLength(2)
    expect((await tina.get(`${url}/pages?ticket=${number}`)).body.items[0].calls).toMatchObject([
      { way: 'provider', state: 'sent' },
    ])
    setWayOut()
    server.close()
  })
})

test('a value can neither end a string nor begin another field', () => {
  const filling = { phone: '+1', name: 'x', text: '"}, {"a": "\n', url: '', number: '1' }
  expect(JSON.parse(fill('{"to": "{{phone}}", "text": "{{ text }}"}', 'json', filling))).toEqual({
    to: '+1',
    text: filling.text,
  })
})

test('lines of a calendar are folded without cutting letters', () => {
  const calendar = iCalendar([{ id: '1', from: 0, to: 60_000, what: `Ärzte, Büro; ${'ü'.repeat(60)}` }], 0)
  for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(calendar.replaceAll('\r\n ', '')).toContain(`SUMMARY:Ärzte\\, Büro\\; ${'ü'.repeat(60)}`)
})
