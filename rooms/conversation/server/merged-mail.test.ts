import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Persona, type Speaker, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'

let desk: TestDesk
let key: Speaker
let tina: Persona
let a: number
let b: number

beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
  key = await desk.asKey('administrator')
  tina = await desk.as('technician', { name: 'Tina Tier', email: 'tina@desk.example' })
})
afterAll(() => desk.stop())

let nth = 0
interface Mail {
  from?: string
  to?: string
  cc?: string
  subject?: string
  headers?: Record<string, string>
}

async function receive(mail: Mail): Promise<{ ticket: number; id: string; state: string }> {
  const id = `m${++nth}@mail.example`
  const head = {
    From: mail.from ?? 'bob@corp.example',
    To: mail.to ?? 'desk@localhost',
    ...(mail.cc ? { Cc: mail.cc } : {}),
    Subject: mail.subject ?? 'The printer jams',
    'Message-ID': `<${id}>`,
    ...mail.headers,
  }
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`)
  const raw = `${lines.join('\r\n')}\r\n\r\nWords of mail ${nth}.\r\n`
  const taken = await key.post('/api/v1/inbound-mail', raw, { headers: { 'content-type': 'message/rfc822' } })
  await desk.drain()
  const seen = (await key.get(`/api/v1/inbound-mail/${taken.body.id}`)).body
  return { ticket: seen.ticket, id, state: seen.state }
}

const answering = (id: string) => ({ subject: 'Re: it', headers: { 'In-Reply-To': `<${id}>` } })
const merge = (from: number, into: number, addWatchers: boolean) =>
  tina.put(`/api/v1/tickets/${from}/merge`, { into, addWatchers })
const watchers = async (number: number): Promise<string[]> =>
  (await tina.get(`/api/v1/tickets/${number}`)).body.watchers.map((one: { email: string }) => one.email)
const words = async (number: number): Promise<string[]> =>
  (await tina.get(`/api/v1/tickets/${number}/messages`)).body.items.map((one: { text: string }) => one.text.trim())
const linksOf = async (number: number): Promise<[string, number][]> =>
  (await tina.get(`/api/v1/tickets/${number}`)).body.links.map((one: { relation: string; number: number }) => [
    one.relation,
    one.number,
  ])

/** Bob's ticket (with Cleo in copy), merged into Ana's; the Message-ID of Bob's mail. */
async function merged(addWatchers: boolean): Promise<string> {
  const asked = await receive({ from: 'ana@other.example', subject: 'Nothing prints' })
  const mine = await receive({ cc: 'cleo@corp.example' })
  ;[a, b] = [asked.ticket, mine.ticket]
  expect((await merge(b, a, addWatchers)).status).toBe(200)
  return mine.id
}

describe('an answer to a merged ticket lands where it goes on', () => {
  test.each([
    ['by the mail it answers', (id: string, _: string) => answering(id)],
    ['by the number in its subject', () => ({ subject: `Re: [#${b}] The printer jams` })],
    ['by its signed address', (_: string, signed: string) => ({ subject: 'Re: it', to: signed })],
  ])('%s', async (_, how) => {
    const asked = await receive({ from: 'ana@other.example', subject: 'Nothing prints' })
    const mine = await receive({})
    ;[a, b] = [asked.ticket, mine.ticket]
    await tina.post(`/api/v1/tickets/${b}/messages`, { kind: 'reply', text: 'Which printer?' })
    const [mail] = await desk.db
      .selectFrom('platform.outbox')
      .select('headers')
      .where('about', '=', `ticket:${b}`)
      .orderBy('id', 'desc')
      .execute()
    await merge(b, a, true)
    const signed = (mail?.headers as Record<string, string> | undefined)?.['Reply-To'] ?? 'desk@localhost'
    const got = await receive({ ...how(mine.id, signed), ...(signed === 'desk@localhost' ? answering(mine.id) : {}) })
    expect(got.ticket).toBe(a)
    expect(await words(a)).toContain(`Words of mail ${nth}.`)
    expect(await words(b)).not.toContain(`Words of mail ${nth}.`)
  })

  test('also down a chain, and on the ticket itself again once it is taken out', async () => {
    const id = await merged(true)
    const last = await receive({ from: 'dora@corp.example', subject: 'The server is down' })
    await merge(a, last.ticket, true)
    expect((await receive(answering(id))).ticket).toBe(last.ticket)
    await tina.delete(`/api/v1/tickets/${b}/merge`)
    expect((await receive(answering(id))).ticket).toBe(b)
  })

  test('and wakes that one, not the merged one', async () => {
    const id = await merged(true)
    await tina.put(`/api/v1/tickets/${a}/status`, { status: 'waiting_requester' })
    await receive(answering(id))
    expect((await tina.get(`/api/v1/tickets/${a}`)).body.status).toBe('open')
    expect((await tina.get(`/api/v1/tickets/${b}`)).body.status).toBe('closed')
  })
})

describe('who may say something there', () => {
  test('the people of the merged ticket, who follow it and bring others', async () => {
    const id = await merged(true)
    expect(await watchers(a)).toEqual(['bob@corp.example', 'cleo@corp.example'])
    const got = await receive({ ...answering(id), from: 'cleo@corp.example', cc: 'dirk@corp.example' })
    expect(got.ticket).toBe(a)
    expect(await watchers(a)).toContain('dirk@corp.example')
  })

  test('the same where they were not to read it: they say it, follow nothing and bring nobody', async () => {
    const id = await merged(false)
    const got = await receive({ ...answering(id), cc: 'eve@corp.example' })
    expect(got.ticket).toBe(a)
    expect(await watchers(a)).toEqual([])
    const bob = await desk.as('requester', { email: 'bob@corp.example' })
    expect((await bob.get(`/api/v1/tickets/${a}`)).status).toBe(404)
  })

  test('a stranger gets a ticket of their own that is linked, and no copy of anything', async () => {
    const id = await merged(true)
    const got = await receive({ ...answering(id), from: 'mallory@evil.example' })
    expect(got.ticket).not.toBe(a)
    expect(await linksOf(got.ticket)).toEqual([['relates_to', a]])
    expect(await watchers(a)).not.toContain('mallory@evil.example')
    const mallory = await desk.as('requester', { email: 'mallory@evil.example' })
    expect((await mallory.get(`/api/v1/tickets/${got.ticket}`)).body.links).toEqual([])
  })

  test('a technician who asked in the merged ticket is the one who asked', async () => {
    const asked = await receive({ from: 'ana@other.example', subject: 'Nothing prints' })
    const own = await receive({ from: 'tina@desk.example', subject: 'My own printer' })
    await merge(own.ticket, asked.ticket, false)
    expect((await receive({ ...answering(own.id), from: 'tina@desk.example' })).ticket).toBe(asked.ticket)
    const { items } = (await tina.get(`/api/v1/tickets/${asked.ticket}/messages`)).body
    expect(items.at(-1)).toMatchObject({ direction: 'in', kind: 'reply', author: { name: 'Tina Tier' } })
  })
})

describe('once the ticket that carries it on is closed', () => {
  const close = async (number: number) => {
    await tina.post(`/api/v1/tickets/${number}/resolution`, { cause: 'x', action: 'y', verification: 'z' })
    await tina.put(`/api/v1/tickets/${number}/status`, { status: 'closed' })
  }

  test('who follows it gets a follow-up of it', async () => {
    const id = await merged(true)
    await close(a)
    const got = await receive(answering(id))
    expect(await linksOf(got.ticket)).toEqual([['follows_up', a]])
  })

  test('who does not gets one of the ticket they know', async () => {
    const id = await merged(false)
    await close(a)
    const got = await receive(answering(id))
    expect(await linksOf(got.ticket)).toEqual([['follows_up', b]])
  })
})

test('merging writes to nobody', async () => {
  const count = async () => (await desk.db.selectFrom('platform.outbox').select('id').execute()).length
  await merged(true)
  const before = await count()
  await desk.drain()
  await tina.delete(`/api/v1/tickets/${b}/merge`)
  await desk.drain()
  expect(await count()).toBe(before)
})
