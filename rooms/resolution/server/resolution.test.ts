import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'

let desk: TestDesk
let tina: Persona
let rita: Persona

const solution = { cause: 'A torn sheet', action: 'Removed it', verification: 'Printed ten pages' }

beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
  tina = await desk.as('technician', { name: 'Tina Tier' })
  rita = await desk.as('requester', { name: 'Rita Request', email: 'rita@example.org' })
})
afterAll(() => desk.stop())

async function resolved(): Promise<number> {
  const opened = await rita.post('/api/v1/tickets', { subject: 'The printer jams', description: 'Help' })
  const answer = await tina.post(`/api/v1/tickets/${opened.body.number}/resolution`, solution)
  expect(answer.status).toBe(201)
  expect(answer.body.status).toBe('resolved')
  return opened.body.number
}

const statusOf = async (number: number) => (await tina.get(`/api/v1/tickets/${number}`)).body.status

async function tokenOf(number: number): Promise<string> {
  const mails = await desk.db
    .selectFrom('platform.outbox')
    .selectAll()
    .where('about', '=', `ticket:${number}`)
    .orderBy('id')
    .execute()
  const token = mails.map((mail) => /\/r\/([\w-]{40,})/.exec(JSON.stringify(mail))?.[1]).findLast((found) => found)
  if (!token) throw new Error('no mail with a link was queued')
  return token
}

test.each(['cause', 'action', 'verification'])('a resolution says its %s', async (field) => {
  const opened = await rita.post('/api/v1/tickets', { subject: 'x' })
  const url = `/api/v1/tickets/${opened.body.number}/resolution`
  const answer = await tina.post(url, { ...solution, [field]: ' ' })
  expect(answer.status).toBe(422)
  expect(answer.body.field).toBe(`body.${field}`)
  expect((await rita.post(url, solution)).status).toBe(403)
})

test('is on record, once, and closes by itself after some days of silence', async () => {
  const number = await resolved()
  expect((await tina.post(`/api/v1/tickets/${number}/resolution`, solution)).status).toBe(409)
  const record = await rita.get(`/api/v1/tickets/${number}/resolution`)
  expect(record.body.current).toMatchObject({ ...solution, resolvedBy: 'Tina Tier', closure: null })
  const closesAt = new Date(record.body.closesAt)
  desk.clock.set(new Date(closesAt.getTime() - 1000))
  await desk.drain()
  expect(await statusOf(number)).toBe('resolved')
  desk.clock.set(closesAt)
  await desk.drain()
  expect(await statusOf(number)).toBe('closed')
  const after = await rita.get(`/api/v1/tickets/${number}/resolution`)
  expect(after.body.current.closure).toMatchObject({ how: 'silence' })
})

describe('the requester', () => {
  test('confirms in the portal', async () => {
    const number = await resolved()
    const confirmed = await rita.put(`/api/v1/tickets/${number}/confirmation`)
    expect(confirmed.body.status).toBe('closed')
    const record = await tina.get(`/api/v1/tickets/${number}/resolution`)
    expect(record.body.current.closure).toMatchObject({ how: 'confirmed', by: 'Rita Request' })
  })

  test('reopens, and the withdrawn resolution stays on record', async () => {
    const number = await resolved()
    const reopened = await rita.delete(`/api/v1/tickets/${number}/resolution?reason=It%20jams%20again`)
    expect(reopened.body.status).toBe('open')
    const record = await tina.get(`/api/v1/tickets/${number}/resolution`)
    expect(record.body).toMatchObject({
      current: null,
      withdrawn: [{ ...solution, withdrawn: { by: 'Rita Request', reason: 'It jams again' } }],
    })
    expect((await tina.post(`/api/v1/tickets/${number}/resolution`, solution)).status).toBe(201)
  })

  test('reopens by answering', async () => {
    const number = await resolved()
    await rita.post(`/api/v1/tickets/${number}/messages`, { kind: 'reply', text: 'Still broken' })
    expect(await statusOf(number)).toBe('open')
  })

  test('who answers a closed ticket opens a follow-up that is linked to it', async () => {
    const number = await resolved()
    await rita.put(`/api/v1/tickets/${number}/confirmation`)
    const late = await rita.post(`/api/v1/tickets/${number}/messages`, { kind: 'reply', text: 'It is back' })
    expect(late.status).toBe(201)
    expect(late.body.ticketNumber).not.toBe(number)
    expect(await statusOf(number)).toBe('closed')
    const followUp = await tina.get(`/api/v1/tickets/${late.body.ticketNumber}`)
    expect(followUp.body).toMatchObject({
      status: 'new',
      subject: 'The printer jams',
      links: [{ relation: 'follows_up', direction: 'to', number }],
    })
  })
})

describe('the link in the mail', () => {
  test('opens a page that changes nothing; its button confirms, without signing in, and twice is once', async () => {
    const number = await resolved()
    const url = `/api/v1/confirmations/${await tokenOf(number)}`
    for (let scans = 0; scans < 3; scans++) {
      const page = await desk.anonymous.get(url)
      expect(page.body).toMatchObject({ number, status: 'resolved', answered: null, requesterName: 'Rita Request' })
    }
    const [first, second] = await Promise.all([
      desk.anonymous.post(url, { answer: 'confirm' }),
      desk.anonymous.post(url, { answer: 'confirm' }),
    ])
    expect([first.status, second.status]).toEqual([200, 200])
    expect(await statusOf(number)).toBe('closed')
    expect((await desk.anonymous.post(url, { answer: 'reopen' })).body.code).toBe('resolution.answered_already')
    const timeline = await tina.get(`/api/v1/tickets/${number}/timeline`)
    const closed = timeline.body.items.filter((entry: { fact: string }) => entry.fact === 'resolution.closed')
    expect(closed).toMatchObject([{ actor: { id: rita.id, name: 'Rita Request' }, data: { how: 'confirmed' } }])
  })

  test('reopens with a comment', async () => {
    const number = await resolved()
    const url = `/api/v1/confirmations/${await tokenOf(number)}`
    const answer = await desk.anonymous.post(url, { answer: 'reopen', comment: 'Tray 3 now' })
    expect(answer.body.answered).toBe('reopened')
    expect(await statusOf(number)).toBe('open')
    const thread = await tina.get(`/api/v1/tickets/${number}/messages`)
    expect(thread.body.items.at(-1)).toMatchObject({ direction: 'in', text: 'Tray 3 now', author: { id: rita.id } })
  })

  test('that nobody sent is nothing', async () => {
    const nothing = await desk.anonymous.get(`/api/v1/confirmations/${'x'.repeat(43)}`)
    expect(nothing.body.code).toBe('resolution.link_not_found')
  })
})
