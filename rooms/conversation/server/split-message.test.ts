import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Persona, type Speaker, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'

let desk: TestDesk
let key: Speaker
let tina: Persona
let rita: Persona
let stranger: Persona

beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
  key = await desk.asKey('administrator')
  tina = await desk.as('technician', { name: 'Tina Tier' })
  rita = await desk.as('requester', { name: 'Rita Request', email: 'rita@example.org' })
  stranger = await desk.as('requester')
})
afterAll(() => desk.stop())

const messagesOf = (number: number) => `/api/v1/tickets/${number}/messages`

/** A ticket by mail with an answer of its requester that has a picture and another matter in it. */
async function aThread(tag: string) {
  const send = async (head: Record<string, string>, body: string) => {
    const lines = Object.entries({ From: 'Rita Request <rita@example.org>', To: 'desk@localhost', ...head })
    const raw = [...lines.map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n')
    const taken = await key.post('/api/v1/inbound-mail', raw, { headers: { 'content-type': 'message/rfc822' } })
    await desk.drain()
    const filed = (await key.get(`/api/v1/inbound-mail/${taken.body.id}`)).body
    expect(filed.state).toBe('filed')
    return filed as { ticket: number; message: number }
  }
  const first = await send({ Subject: 'The printer jams', 'Message-ID': `<${tag}-1@example.org>` }, 'Paper is stuck.')
  const body = [
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>The printer works. By the way, my screen flickers: <img src="cid:shot"></p>',
    '--b',
    'Content-Type: image/png; name=shot.png',
    'Content-ID: <shot>',
    'Content-Disposition: inline; filename=shot.png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    '--b--',
  ].join('\r\n')
  const answer = await send(
    {
      Subject: 'Re: The printer jams',
      'Message-ID': `<${tag}-2@example.org>`,
      'In-Reply-To': `<${tag}-1@example.org>`,
      'MIME-Version': '1.0',
      'Content-Type': 'multipart/related; boundary=b',
    },
    body,
  )
  expect(answer.ticket).toBe(first.ticket)
  return answer
}

test('a message becomes a ticket of whoever wrote it, with its files, linked with the first, and stays there', async () => {
  const { ticket, message } = await aThread('whole')
  const split = await tina.post(`${messagesOf(ticket)}/${message}/split-off`, { subject: 'Screen flickers' })
  expect(split.body).toEqual({ number: expect.any(Number) })
  await desk.drain()
  const fresh = (await tina.get(`/api/v1/tickets/${split.body.number}`)).body
  expect(fresh).toMatchObject({
    subject: 'Screen flickers',
    status: 'new',
    channel: 'email',
    requester: { name: 'Rita Request' },
    links: [{ relation: 'split_from', direction: 'to', number: ticket }],
  })
  expect((await tina.get(`/api/v1/tickets/${ticket}`)).body.links).toMatchObject([
    { relation: 'split_from', direction: 'from', number: fresh.number },
  ])
  const before = (await tina.get(messagesOf(ticket))).body.items.find((one: { id: number }) => one.id === message)
  const [copy] = (await rita.get(messagesOf(fresh.number))).body.items
  expect(copy).toMatchObject({ text: before.text, html: before.html, author: { name: 'Rita Request' } })
  expect(copy.sentAt).toBe(before.sentAt)
  expect(copy.attachments).toEqual(before.attachments)
  expect(copy.attachments[0]).toMatchObject({ name: 'shot.png', inline: true })
  // Whoever asked is told the new number, and an answer to that goes to the new ticket.
  const told = await desk.db.selectFrom('platform.outbox').selectAll().orderBy('id', 'desc').limit(1).execute()
  expect(JSON.stringify(told)).toContain(`#${fresh.number}`)
})

test('what the desk wrote becomes a ticket of the requester; a note never does', async () => {
  const { ticket } = await aThread('desk')
  const reply = await tina.post(messagesOf(ticket), {
    kind: 'reply',
    text: 'We also renew your certificate next week.',
  })
  const split = await tina.post(`${messagesOf(ticket)}/${reply.body.id}/split-off`, { subject: 'Certificate' })
  const [copy] = (await tina.get(messagesOf(split.body.number))).body.items
  expect(copy).toMatchObject({ author: { name: 'Tina Tier' }, text: 'We also renew your certificate next week.' })
  expect((await tina.get(`/api/v1/tickets/${split.body.number}`)).body.requester.name).toBe('Rita Request')
  const note = await tina.post(messagesOf(ticket), { kind: 'note', text: 'She is a VIP.' })
  const refused = await tina.post(`${messagesOf(ticket)}/${note.body.id}/split-off`, { subject: 'Secret' })
  expect(refused.body.code).toBe('conversation.note_not_split')
  await desk.drain()
})

test('only who may open tickets for others splits, only messages of that ticket, and once a key', async () => {
  const { ticket, message } = await aThread('rights')
  const path = `${messagesOf(ticket)}/${message}/split-off`
  expect((await rita.post(path, { subject: 'Mine' })).status).toBe(403)
  expect((await stranger.post(path, { subject: 'Theirs' })).status).toBe(403)
  const other = await aThread('other')
  const crossed = await tina.post(`${messagesOf(ticket)}/${other.message}/split-off`, { subject: 'Crossed' })
  expect(crossed.status).toBe(404)
  const headers = { headers: { 'idempotency-key': 'split-once' } }
  const once = await tina.post(path, { subject: 'Once' }, headers)
  const twice = await tina.post(path, { subject: 'Once' }, headers)
  expect(twice.body).toEqual(once.body)
  await desk.drain()
})
