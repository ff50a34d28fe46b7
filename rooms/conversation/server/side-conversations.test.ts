import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Persona, type Speaker, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { setEnvironment } from '../../../platform/config/index.ts'
import { openSmtpSink, type SmtpSink } from '../../../platform/testkit/smtp-sink.ts'

let desk: TestDesk
let key: Speaker
let tina: Persona
let rita: Persona
let sink: SmtpSink

beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
  key = await desk.asKey('administrator')
  tina = await desk.as('technician', { name: 'Tina Tier' })
  rita = await desk.as('requester', { name: 'Rita Request', email: 'rita@example.org' })
  sink = await openSmtpSink()
  setEnvironment({ ...process.env, MAIL_FROM: 'desk@desk.example', SMTP_OUT_URL: sink.url })
})
afterAll(async () => {
  await sink.close()
  await desk.stop()
  setEnvironment(process.env)
})

const sides = (number: number) => `/api/v1/tickets/${number}/side-conversations`
const supplier = { email: 'help@supplier.example', name: 'Supplier' }

async function open(): Promise<number> {
  const opened = await rita.post('/api/v1/tickets', { subject: 'The printer jams', description: 'Tray 2.' })
  await desk.drain()
  return opened.body.number
}

let nth = 0
async function answer(inReplyTo: string, mail: { from?: string; text?: string; headers?: string } = {}) {
  const raw = [
    `From: ${mail.from ?? 'Sam Supplier <help@supplier.example>'}`,
    'To: desk@desk.example',
    'Subject: Re: The printer jams',
    `Message-ID: <s${++nth}@supplier.example>`,
    `In-Reply-To: <${inReplyTo}>`,
    ...(mail.headers ? [mail.headers] : []),
    '',
    mail.text ?? 'Replace the roller, part 4711.',
    '',
  ].join('\r\n')
  const taken = await key.post('/api/v1/inbound-mail', raw, { headers: { 'content-type': 'message/rfc822' } })
  await desk.drain()
  return (await key.get(`/api/v1/inbound-mail/${taken.body.id}`)).body
}

const mailTo = (email: string) =>
  desk.db
    .selectFrom('platform.outbox')
    .selectAll()
    .where((eb) => eb('recipients', '@>', JSON.stringify({ to: [{ email }] }) as never))
    .orderBy('id')
    .execute()

const later = (minutes: number) => desk.clock.advance(minutes * 60_000)

/** Past the time in which a message could be taken back. */
async function settle(): Promise<void> {
  later(1)
  await desk.drain()
}

test('a ticket is forwarded, the answer comes back beside it, and the requester learns of neither', async () => {
  const number = await open()
  const [first] = (await tina.get(`/api/v1/tickets/${number}/messages`)).body.items
  const started = await tina.post(sides(number), {
    to: [supplier],
    html: '<p>Do you know this?</p>',
    messages: [first.id],
    waitForVendor: true,
  })
  expect(started.status).toBe(201)
  expect(started.body).toMatchObject({ state: 'open', participants: [supplier], subject: 'The printer jams' })
  expect((await tina.get(`/api/v1/tickets/${number}`)).body.status).toBe('waiting_vendor')
  await settle()
  const mail = (await mailTo('help@supplier.example')).at(-1)
  expect(mail?.state).toBe('sent')
  // No number in the subject: an answer without threading must not look like one to the ticket.
  expect(mail?.subject).toBe('The printer jams')
  expect(mail?.text).toContain('Do you know this?')
  expect(mail?.text).toContain('From: Rita Request <rita@example.org>')
  expect(mail?.html).toContain('Tray 2.')

  const ritasMails = (await mailTo('rita@example.org')).length
  const filed = await answer(mail?.messageId ?? '')
  expect(filed).toMatchObject({ state: 'filed', ticket: number })
  const [side] = (await tina.get(sides(number))).body.items
  expect(side.messages).toMatchObject([
    { direction: 'out', author: { id: tina.id }, delivery: { state: 'sent' } },
    {
      direction: 'in',
      author: { name: 'Sam Supplier' },
      text: 'Replace the roller, part 4711.',
      asked: true,
      hasSource: true,
    },
  ])
  expect((await tina.get(`/api/v1/tickets/${number}`)).body.status).toBe('open')
  // Nothing of it in the ticket's own conversation, nor anywhere a requester looks.
  expect((await tina.get(`/api/v1/tickets/${number}/messages`)).body.items).toHaveLength(1)
  expect((await mailTo('rita@example.org')).length).toBe(ritasMails)
  expect((await rita.get(sides(number))).status).toBe(403)
  const seen = await rita.get(`/api/v1/tickets/${number}/timeline?limit=200`)
  expect(seen.text).not.toMatch(/side|supplier/i)
  expect((await rita.get(`/api/v1/tickets/${number}`)).text).not.toMatch(/supplier/i)
  const known = (await tina.get(`/api/v1/tickets/${number}/timeline?limit=200`)).body.items
  expect(known.map((entry: { fact: string }) => entry.fact)).toContain('conversation.side_message_added')

  const source = await tina.get(`${sides(number)}/${side.id}/messages/${side.messages[1].id}/source`)
  expect(source.text).toContain('part 4711')
})

test('goes on both ways, is threaded, and opens again when an answer comes after it was closed', async () => {
  const number = await open()
  const started = await tina.post(sides(number), { to: [supplier], text: 'One' })
  const first = (await mailTo('help@supplier.example')).at(-1)
  await answer(first?.messageId ?? '', { text: 'Two' })
  const again = await tina.post(`${sides(number)}/${started.body.id}/messages`, { text: 'Three' })
  expect(again.body.messages.map((message: { text: string }) => message.text)).toEqual(['One', 'Two', 'Three'])
  const second = (await mailTo('help@supplier.example')).at(-1)
  expect(second).toMatchObject({ subject: 'Re: The printer jams', inReplyTo: `s${nth}@supplier.example` })
  expect(second?.mailReferences).toContain(first?.messageId)
  await tina.patch(`${sides(number)}/${started.body.id}`, { state: 'closed' })
  // An out-of-office wakes nothing.
  await answer(second?.messageId ?? '', { text: 'I am away', headers: 'Auto-Submitted: auto-replied' })
  expect((await tina.get(sides(number))).body.items[0].state).toBe('closed')
  await answer(second?.messageId ?? '', { text: 'Four', from: 'Colleague <other@supplier.example>' })
  const [side] = (await tina.get(sides(number))).body.items
  expect(side.state).toBe('open')
  expect(side.messages.at(-1)).toMatchObject({ text: 'Four', asked: false })
  await settle()
})

test('what leaves the desk is what was chosen: no notes, no files of strangers', async () => {
  const number = await open()
  const note = await tina.post(`/api/v1/tickets/${number}/messages`, { kind: 'note', text: 'She is new.' })
  const refused = await tina.post(sides(number), { to: [supplier], text: 'See', messages: [note.body.id] })
  expect(refused.body).toMatchObject({ code: 'conversation.message_not_found', field: 'body.messages' })
  const other = await open()
  const [foreign] = (await tina.get(`/api/v1/tickets/${other}/messages`)).body.items
  expect((await tina.post(sides(number), { to: [supplier], text: 'See', messages: [foreign.id] })).status).toBe(404)
  expect((await tina.post(sides(number), { to: [supplier], text: 'See', attachments: [1] })).status).toBe(422)
  expect((await tina.post(sides(number), { to: [supplier], text: ' ' })).body.code).toBe('conversation.empty_message')
  expect((await tina.post(sides(number), { to: [], text: 'See' })).status).toBe(422)
  expect((await rita.post(sides(number), { to: [supplier], text: 'See' })).status).toBe(403)
})

test('a mail that does not arrive puts its ticket in a list until it does or somebody has seen it', async () => {
  const number = await open()
  const failing = async () =>
    (await tina.get('/api/v1/tickets?flag=mail_failed')).body.items.map((t: { number: number }) => t.number)
  sink.answers.rcpt = () => '550 5.1.1 no such user'
  const reply = await tina.post(`/api/v1/tickets/${number}/messages`, { kind: 'reply', text: 'On it' })
  await settle()
  const messages = `/api/v1/tickets/${number}/messages`
  expect((await tina.get(messages)).body.items.at(-1).delivery).toMatchObject({ state: 'failed' })
  expect(await failing()).toEqual([number])
  const lists = (await tina.get('/api/v1/work-lists')).body.lists
  expect(lists.find((list: { key: string }) => list.key === 'undelivered')).toMatchObject({ count: 1 })
  expect((await rita.post(`${messages}/${reply.body.id}/attempts`)).status).toBe(403)
  sink.answers.rcpt = () => '250 OK'
  const again = await tina.post(`${messages}/${reply.body.id}/attempts`)
  expect(again.body.delivery.state).toBe('queued')
  await settle()
  expect(await failing()).toEqual([])
  expect((await tina.post(`${messages}/${reply.body.id}/attempts`)).status).toBe(409)

  sink.answers.rcpt = () => '550 5.1.1 no such user'
  const second = await tina.post(messages, { kind: 'reply', text: 'Again' })
  await settle()
  expect(await failing()).toEqual([number])
  await tina.delete(`${messages}/${second.body.id}/delivery-failure`)
  expect(await failing()).toEqual([])
  sink.answers = {}
})

test('what was just asked outside is taken back: mail, strand and waiting, and its words come back', async () => {
  const number = await open()
  const asked = await tina.post(sides(number), { to: [supplier], html: '<p>Oops</p>', waitForVendor: true })
  const [message] = asked.body.messages
  expect(message.undoUntil).not.toBeNull()
  const one = `${sides(number)}/${asked.body.id}/messages/${message.id}`
  const lena = await desk.as('lead')
  expect((await lena.delete(one)).body.code).toBe('conversation.not_yours')
  const before = sink.taken.length
  const undone = await tina.delete(one)
  expect(undone.body).toEqual({
    to: [supplier],
    subject: 'The printer jams',
    html: '<p>Oops</p>',
    attachments: [],
    over: true,
  })
  await settle()
  expect(sink.taken.length).toBe(before)
  expect((await tina.get(sides(number))).body.items).toEqual([])
  expect((await tina.get(`/api/v1/tickets/${number}`)).body.status).toBe('open')

  const again = await tina.post(sides(number), { to: [supplier], html: '<p>Do you know this?</p>' })
  const path = `${sides(number)}/${again.body.id}/messages`
  const second = await tina.post(path, { text: 'And this' })
  expect((await tina.delete(`${path}/${second.body.messages[1].id}`)).body).toMatchObject({ over: false })
  await settle()
  expect((await tina.get(sides(number))).body.items[0].messages).toMatchObject([{ undoUntil: null }])
  const sent = `${path}/${again.body.messages[0].id}`
  expect((await tina.delete(sent)).body.code).toBe('conversation.too_late_to_undo')
  expect((await tina.delete(`${path}/999999`)).status).toBe(404)
})
