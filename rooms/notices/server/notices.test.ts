import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { setWayOut } from '../../../platform/outside/index.ts'
import { chatBody } from './chat-words.ts'

let desk: TestDesk
let admin: Persona
let tina: Persona
let tom: Persona
let lena: Persona
let rita: Persona
let secret: Persona
let team: number

beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
  admin = await desk.as('administrator', { name: 'Ada Min' })
  tina = await desk.as('technician', { name: 'Tina Tier', teams: ['Service desk'] })
  tom = await desk.as('technician', { name: 'Tom Tier', teams: ['Service desk'] })
  lena = await desk.as('lead', { name: 'Lena Lead' })
  rita = await desk.as('requester', { name: 'Rita Request' })
  secret = await desk.as('technician', { name: 'Sara Secret', teams: ['Private'] })
  const teams = (await admin.get('/api/v1/teams')).body.items as { id: number; name: string }[]
  const idOf = (name: string) => teams.find((one) => one.name === name)?.id ?? 0
  team = idOf('Service desk')
  await desk.db.updateTable('people.team').set({ visibility: 'members' }).where('id', '=', idOf('Private')).execute()
})
beforeEach(async () => {
  await desk.drain()
  await desk.db.deleteFrom('notices.notice').execute()
  await desk.db.deleteFrom('platform.outbox').execute()
})
afterAll(() => desk.stop())

async function open(assignee: Persona | null = tina, subject = 'Printer jams'): Promise<number> {
  const made = await lena.post('/api/v1/tickets', {
    subject,
    description: 'It does.',
    requester: rita.id,
    impact: 3,
    urgency: 3,
    team,
    ...(assignee ? { assignee: assignee.id } : {}),
  })
  expect(made.status, made.text).toBe(201)
  await desk.drain()
  return made.body.number
}
const bell = async (who: Persona) => (await who.get('/api/v1/me/notices')).body.items
const mailsTo = async (who: Persona) =>
  (
    await desk.db.selectFrom('platform.outbox').select(['subject', 'text', 'recipients']).orderBy('id').execute()
  ).filter((mail) => JSON.stringify(mail.recipients).includes(who.email))
const later = async (minutes: number) => desk.passUntil(new Date(desk.clock.now().getTime() + minutes * 60_000))
const write = (who: Persona, number: number, body: object) => who.post(`/api/v1/tickets/${number}/messages`, body)

describe('the bell', () => {
  test('rings for whoever gets a ticket, and never for what one did oneself', async () => {
    const number = await open()
    expect(await bell(tina)).toMatchObject([
      {
        ticket: { number, subject: 'Printer jams' },
        seen: false,
        count: 1,
        entries: [{ kind: 'assigned', by: 'Lena Lead' }],
      },
    ])
    expect(await bell(lena)).toEqual([])
    await tina.put(`/api/v1/tickets/${number}/status`, { status: 'in_progress' })
    await desk.drain()
    expect((await bell(tina))[0].count).toBe(1)
  })

  test('folds what happens on one ticket in a short time, and begins anew once it was seen', async () => {
    const number = await open()
    await write(rita, number, { kind: 'reply', text: 'It jams again' })
    await write(tom, number, { kind: 'note', text: 'Look at the tray' })
    await desk.drain()
    const [one, ...others] = await bell(tina)
    expect(others).toEqual([])
    expect(one).toMatchObject({ count: 3, entries: [{ kind: 'note' }, { kind: 'replied' }, { kind: 'assigned' }] })
    expect((await tina.get('/api/v1/me/notices/count')).body).toEqual({ unseen: 1 })
    expect((await tina.put('/api/v1/me/notices/seen', { ticket: number })).body).toEqual({ unseen: 0 })
    await write(rita, number, { kind: 'reply', text: 'Hello?' })
    await desk.drain()
    expect(await bell(tina)).toMatchObject([
      { seen: false, count: 1 },
      { seen: true, count: 3 },
    ])
    await later(20)
    await write(rita, number, { kind: 'reply', text: 'Anybody?' })
    await desk.drain()
    expect(await bell(tina)).toHaveLength(3)
  })

  test('tells the team of what nobody has, and those who are mentioned', async () => {
    const number = await open(null)
    expect(await bell(tom)).toMatchObject([{ entries: [{ kind: 'team_ticket' }] }])
    const html = `<p>Can <span data-mention="${lena.id}">@Lena Lead</span> look?</p>`
    await write(tina, number, { kind: 'note', html })
    await desk.drain()
    expect(await bell(lena)).toMatchObject([
      { entries: [{ kind: 'mentioned', data: { words: 'Can @Lena Lead look?' } }] },
    ])
  })

  test('says nothing of what one may not see, not even later', async () => {
    const number = await open()
    await write(tina, number, { kind: 'note', html: `<p><span data-mention="${rita.id}">@Rita</span> is angry</p>` })
    await desk.drain()
    expect(await bell(rita)).toEqual([])
    const { id } = await desk.db
      .selectFrom('people.team')
      .select('id')
      .where('name', '=', 'Private')
      .executeTakeFirstOrThrow()
    expect(await bell(tina)).toHaveLength(1)
    await desk.db.updateTable('ticket.ticket').set({ teamId: id }).where('number', '=', number).execute()
    expect(await bell(tina)).toEqual([])
    expect((await tina.get('/api/v1/me/notices/count')).body).toEqual({ unseen: 0 })
    await later(5)
    expect(await mailsTo(tina)).toEqual([])
    expect(await bell(secret)).toEqual([])
  })

  test('tells requesters that they were answered and that it is their turn', async () => {
    const number = await open()
    await write(tina, number, { kind: 'reply', text: 'Is it plugged in?' })
    await tina.put(`/api/v1/tickets/${number}/status`, { status: 'waiting_requester' })
    await desk.drain()
    expect((await bell(rita))[0].entries.map((one: { kind: string }) => one.kind)).toEqual(['your_status', 'answered'])
  })

  test('is kept once, however often the job of a fact is run', async () => {
    const number = await open()
    const fact = await desk.db
      .selectFrom('platform.fact')
      .selectAll()
      .where('name', '=', 'ticket.opened')
      .where('subjectId', '=', number)
      .executeTakeFirstOrThrow()
    const hearer = desk.assembly.hearers.all.find((one) => one.name === 'notices.opened')
    await desk.cx().tx(async (tx) => hearer?.handle(tx, fact as never))
    expect(await bell(tina)).toMatchObject([{ count: 1 }])
  })
})

describe('mail', () => {
  test('waits a moment, says all of it once, and is not sent for what was seen', async () => {
    const number = await open()
    await write(rita, number, { kind: 'reply', text: 'It jams <again>' })
    await desk.drain()
    expect(await mailsTo(tina)).toEqual([])
    await later(3)
    const [mail, ...others] = await mailsTo(tina)
    expect(others).toEqual([])
    expect(mail?.subject).toContain(`#${number} Printer jams`)
    expect(mail?.text).toContain('Lena Lead assigned it to you')
    expect(mail?.text).toContain('Rita Request wrote: It jams <again>')
    const seen = await open()
    await tina.put('/api/v1/me/notices/seen', { ticket: seen })
    await later(5)
    expect(await mailsTo(tina)).toHaveLength(1)
  })

  test('comes after the quiet hours', async () => {
    desk.clock.set('2026-03-03T22:30:00Z')
    await prefer(tom, { quiet: { from: 22 * 60, to: 7 * 60 } })
    await open(tom)
    await desk.passUntil('2026-03-04T06:59:00Z')
    expect((await bell(tom)).length).toBeGreaterThan(0)
    expect(await mailsTo(tom)).toEqual([])
    await desk.passUntil('2026-03-04T07:01:00Z')
    expect(await mailsTo(tom)).toHaveLength(1)
    await prefer(tom, { quiet: null })
  })

  test('comes once a day to who wants a digest', async () => {
    desk.clock.set('2026-03-05T09:00:00Z')
    await prefer(tom, { mail: 'digest', digestAt: 8 * 60 })
    const [first, second] = [await open(tom, 'First'), await open(tom, 'Second')]
    await desk.passUntil('2026-03-06T07:59:00Z')
    expect(await mailsTo(tom)).toEqual([])
    await desk.passUntil('2026-03-07T09:00:00Z')
    const mails = await mailsTo(tom)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.subject).toBe('Your day: news on 2 tickets')
    for (const words of [`#${first} First`, `#${second} Second`]) expect(mails[0]?.text).toContain(words)
    await prefer(tom, { mail: 'each' })
  })

  async function prefer(who: Persona, change: object) {
    const { kinds, mail, digestAt, quiet, version } = (await who.get('/api/v1/me/notice-preferences')).body
    const chosen = kinds.map(({ kind, bell: rings, mail: mailed, push }: Record<string, unknown>) => ({
      kind,
      bell: rings,
      // The promises of these tickets are another story.
      mail: mailed && !String(kind).startsWith('sla'),
      push,
    }))
    const body = { kinds: chosen, mail, digestAt, quiet, ...change }
    const answer = await who.put('/api/v1/me/notice-preferences', body, { headers: { 'if-match': `"${version}"` } })
    expect(answer.status, answer.text).toBe(200)
    return answer.body
  }
})

describe('a chat', () => {
  let server: http.Server
  let url: string
  let status = 200
  const heard: { text: string }[] = []
  const rule = { kinds: ['opened', 'resolved'], priorities: [], teams: [], subject: true }

  beforeAll(async () => {
    server = http.createServer((request, answer) => {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        heard.push(JSON.parse(body))
        answer.writeHead(status).end(status === 200 ? 'ok' : 'busy')
      })
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    url = `http://chat.example.org:${(server.address() as AddressInfo).port}/secret-hook`
    setWayOut({
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      mayConnect: () => true,
      mayBePlain: () => true,
    })
  })
  afterAll(() => {
    setWayOut()
    server.close()
  })

  test('is told by its web hook, tried again when it does not answer, and its address stays secret', async () => {
    const made = await admin.post('/api/v1/notice-channels', { name: 'Desk', active: true, kind: 'slack', rule, url })
    expect(made.status, made.text).toBe(201)
    expect(made.text).not.toContain('secret-hook')
    status = 503
    const number = await open(tina, '<Printer> & co')
    expect(heard.at(-1)?.text).toContain(`#${number} &lt;Printer&gt; &amp; co`)
    expect((await admin.get('/api/v1/notice-channels')).body.items[0].last).toMatchObject({
      state: 'queued',
      error: '503 busy',
    })
    status = 200
    const before = heard.length
    await later(1)
    expect(heard).toHaveLength(before + 1)
    await later(600)
    expect(heard).toHaveLength(before + 1)
    expect((await admin.get('/api/v1/notice-channels')).body.items[0].last).toMatchObject({
      state: 'sent',
      error: null,
    })
    const trial = await admin.post('/api/v1/notice-channels/trials', { kind: 'slack', channel: made.body.id })
    expect(trial.body).toEqual({ ok: true, answer: '200 ok' })
    const preview = await admin.post('/api/v1/notice-channels/preview', { rule, days: 30 })
    expect(preview.body.count).toBeGreaterThan(0)
    const saved = await admin.put(`/api/v1/notice-channels/${made.body.id}`, {
      name: 'Desk',
      active: false,
      kind: 'teams',
      rule,
    })
    expect(saved.body).toMatchObject({ active: false, version: 2 })
    expect((await admin.get(`/api/v1/notice-channels/${made.body.id}/versions`)).body.items).toHaveLength(2)
    const told = heard.length
    await open()
    expect(heard).toHaveLength(told)
    expect((await tina.get('/api/v1/notice-channels')).status).toBe(403)
    await admin.delete(`/api/v1/notice-channels/${made.body.id}`)
    expect((await admin.get('/api/v1/notice-channels')).body.items).toEqual([])
  })

  test('inside the own network is not called unless the desk allows it', async () => {
    setWayOut()
    const trial = await admin.post('/api/v1/notice-channels/trials', { kind: 'json', url: 'https://127.0.0.1/hook' })
    expect(trial.body).toEqual({ ok: false, answer: 'not a public address' })
  })
})

test('each chat gets what it takes', () => {
  const note = {
    kind: 'opened' as const,
    number: 7,
    subject: '[click](https://evil.example)',
    priority: 'high',
    team: 'Service desk',
    url: 'https://desk.example.org/desk/tickets/7',
    by: 'Ana',
  }
  expect(JSON.stringify(chatBody('teams', 'en', note))).toContain('\\\\[click\\\\]\\\\(https://evil.example\\\\)')
  expect(chatBody('matrix', 'de', note)).toMatchObject({ html: expect.stringContaining('Neu: #7') })
  expect(chatBody('json', 'en', note)).toMatchObject({
    number: 7,
    text: expect.stringContaining('(High · Service desk · Ana)'),
  })
})

test('web push: browsers are kept per person, and told of what is theirs', async () => {
  const asked: string[] = []
  const { publicKey } = (await tina.get('/api/v1/push-key')).body
  expect(publicKey).toBe((await tom.get('/api/v1/push-key')).body.publicKey)
  // A real key of a browser: uncompressed P-256, 65 bytes.
  const { createECDH, randomBytes } = await import('node:crypto')
  const ecdh = createECDH('prime256v1')
  const keys = { p256dh: ecdh.generateKeys('base64url'), auth: randomBytes(16).toString('base64url') }
  const browser = { endpoint: 'https://push.example.org/abc', keys, label: 'Firefox on Linux' }
  const kept = await tina.put('/api/v1/me/push-subscriptions', browser)
  expect(kept.status, kept.text).toBe(200)
  setWayOut({
    resolve: async (host) => {
      asked.push(host)
      return []
    },
    mayConnect: () => false,
    mayBePlain: () => false,
  })
  await tina.delete(`/api/v1/me/push-subscriptions/${kept.body.id}`)
  expect((await tina.post('/api/v1/me/push-subscriptions/trials')).body).toEqual({ sent: 0 })
  await open()
  expect(asked).toEqual([])
  setWayOut()
})
