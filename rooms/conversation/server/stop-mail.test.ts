import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Speaker, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { setEnvironment } from '../../../platform/config/index.ts'
import { openSmtpSink, type SmtpSink } from '../../../platform/testkit/smtp-sink.ts'

let desk: TestDesk
let sink: SmtpSink
let tina: Speaker

beforeAll(async () => {
  desk = await startDesk()
  sink = await openSmtpSink()
  setEnvironment({
    ...process.env,
    MAIL_FROM: 'desk@desk.example',
    SMTP_OUT_URL: sink.url,
    PUBLIC_URL: 'https://desk.example',
    ACKNOWLEDGE_TICKETS: 'false',
  })
  tina = await desk.asKey('administrator')
})
beforeEach(() => {
  sink.answers = {}
  sink.taken.length = 0
  sink.envelopes.length = 0
})
afterAll(async () => {
  await sink.close()
  await desk.stop()
  setEnvironment(process.env)
})

async function openWithCopies(): Promise<number> {
  const { body } = await tina.post('/api/v1/tickets', {
    subject: 'The printer jams',
    description: 'Since Monday.',
    requester: { email: 'rita@x.example', name: 'Rita Request' },
  })
  await desk.drain()
  await tina.post(`/api/v1/tickets/${body.number}/messages`, {
    kind: 'reply',
    text: 'We are on it.',
    cc: [{ email: 'carl@x.example', name: 'Carl Copy' }, { email: 'dora@x.example' }],
  })
  await desk.drain()
  return body.number
}

const takenBy = (email: string) => sink.taken.filter((_, at) => sink.envelopes[at]?.includes(email))
const headerOf = (email: string, name: string) => {
  const source =
    takenBy(email)
      .at(-1)
      ?.replace(/\r\n[ \t]+/g, ' ') ?? ''
  return new RegExp(`^${name}: (.*)$`, 'im').exec(source)?.[1]
}
const linkOf = (email: string) => headerOf(email, 'List-Unsubscribe')?.slice(1, -1) ?? ''
const tokenOf = (email: string) => linkOf(email).split('/stop/')[1] ?? ''
const watchersOf = async (number: number) =>
  (await tina.get(`/api/v1/tickets/${number}`)).body.watchers.map((one: { name: string }) => one.name)

const oneClick = (email: string, body: string, type: string) =>
  desk.anonymous.post(new URL(linkOf(email)).pathname, body, { headers: { 'content-type': type } })
const posted = 'List-Unsubscribe=One-Click'
const form = 'application/x-www-form-urlencoded'

test('who is in copy gets a copy with a link of their own; who asked does not, and nobody sees another’s', async () => {
  await openWithCopies()
  expect(sink.envelopes).toEqual([['rita@x.example'], ['carl@x.example'], ['dora@x.example']])
  expect(headerOf('rita@x.example', 'List-Unsubscribe')).toBeUndefined()
  expect(takenBy('rita@x.example')[0]).not.toContain('/stop/')
  expect(linkOf('carl@x.example')).toMatch(/^https:\/\/desk\.example\/stop\/\d+-\d+-[\w-]{22}$/)
  expect(headerOf('carl@x.example', 'List-Unsubscribe-Post')).toBe(posted)
  expect(linkOf('dora@x.example')).not.toBe(linkOf('carl@x.example'))
  // To each of them it is the same mail: an answer to all and the thread work as ever.
  for (const name of ['Message-ID', 'To', 'Cc', 'Subject']) {
    expect(headerOf('dora@x.example', name)).toBe(headerOf('rita@x.example', name))
  }
  const source = takenBy('carl@x.example')[0]?.replace(/=\r\n/g, '').replaceAll('=3D', '=') ?? ''
  expect(source.split(linkOf('carl@x.example'))).toHaveLength(4)
  expect(source).toContain('Stop mail about this ticket')
})

test('a link that is looked at changes nothing; one that is posted to ends the mails, and they can be had again', async () => {
  const number = await openWithCopies()
  const path = `/api/v1/mail-subscriptions/${tokenOf('carl@x.example')}`
  for (const _ of [1, 2]) {
    expect((await desk.anonymous.get(path)).body).toMatchObject({ number, follows: true, mayFollow: false })
  }
  expect(await watchersOf(number)).toContain('Carl Copy')
  const ended = await desk.anonymous.post(path, { follows: false })
  expect(ended.body).toMatchObject({ follows: false, mayFollow: true })
  expect(await watchersOf(number)).not.toContain('Carl Copy')
  const told = (await tina.get(`/api/v1/tickets/${number}/timeline`)).body.items.at(-1)
  expect(told).toMatchObject({
    fact: 'ticket.watcher_removed',
    actor: { name: 'Carl Copy' },
    data: { byLink: true },
  })

  sink.taken.length = 0
  sink.envelopes.length = 0
  await tina.post(`/api/v1/tickets/${number}/messages`, { kind: 'reply', text: 'It is done.' })
  await desk.drain()
  expect(sink.envelopes.flat().toSorted()).toEqual(['dora@x.example', 'rita@x.example'])

  expect((await desk.anonymous.post(path, { follows: true })).body).toMatchObject({ follows: true })
  expect(await watchersOf(number)).toContain('Carl Copy')
})

test.each([
  ['a form', posted, form],
  [
    'parts',
    `--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n`,
    'multipart/form-data; boundary=b',
  ],
])('a mail program ends the mails in one click, posting %s, as often as it likes', async (_, body, type) => {
  const number = await openWithCopies()
  for (const __ of [1, 2]) expect((await oneClick('carl@x.example', body, type)).status).toBe(200)
  expect(await watchersOf(number)).not.toContain('Carl Copy')
})

test('a post that does not say so, and a link that nobody signed, do nothing', async () => {
  const number = await openWithCopies()
  expect((await oneClick('carl@x.example', 'a=b', form)).status).toBe(400)
  const wrong = tokenOf('carl@x.example').replace(/-(\d+)-/, (_, id: string) => `-${Number(id) + 1}-`)
  expect((await desk.anonymous.get(`/api/v1/mail-subscriptions/${wrong}`)).status).toBe(404)
  expect((await desk.anonymous.post(`/stop/${wrong}`, posted, { headers: { 'content-type': form } })).status).toBe(404)
  expect(await watchersOf(number)).toContain('Carl Copy')
})

test('an answer to all does not bring back who left; their own mail and the desk do; an old link never undoes the desk', async () => {
  const number = await openWithCopies()
  const carl = `/api/v1/mail-subscriptions/${tokenOf('carl@x.example')}`
  await desk.anonymous.post(carl, { follows: false })
  const id = headerOf('rita@x.example', 'Message-ID')
  const mail = (from: string, cc: string) =>
    tina.post(
      '/api/v1/inbound-mail',
      `From: ${from}\r\nTo: desk@desk.example\r\nCc: ${cc}\r\nSubject: Re: printer\r\nIn-Reply-To: ${id}\r\nMessage-ID: <${from}-${number}>\r\n\r\nStill jams.\r\n`,
      { headers: { 'content-type': 'message/rfc822' } },
    )
  await mail('rita@x.example', 'carl@x.example')
  await desk.drain()
  expect(await watchersOf(number)).not.toContain('Carl Copy')
  await tina.post(`/api/v1/tickets/${number}/messages`, { kind: 'reply', text: 'Hm.', cc: ['carl@x.example'] })
  expect(await watchersOf(number)).toContain('Carl Copy')

  const person = (await tina.get(`/api/v1/tickets/${number}`)).body.watchers.find(
    (one: { name: string }) => one.name === 'Carl Copy',
  )
  await desk.anonymous.post(carl, { follows: false })
  const added = await tina.post(`/api/v1/tickets/${number}/watchers`, { person: person.id })
  expect(added.status, added.text).toBe(201)
  const taken = await tina.delete(`/api/v1/tickets/${number}/watchers/${person.id}`)
  expect(taken.status, taken.text).toBe(200)
  expect((await desk.anonymous.post(carl, { follows: true })).body).toMatchObject({ follows: false, mayFollow: false })
  expect(await watchersOf(number)).not.toContain('Carl Copy')
  await desk.drain()
})

test('a copy that is refused leaves the others delivered, once', async () => {
  sink.answers = { rcpt: (email) => (email === 'carl@x.example' ? '451 4.7.1 come back' : '250 OK') }
  const number = await openWithCopies()
  const mail = await desk.db
    .selectFrom('platform.outbox')
    .select(['state', 'deliveredTo'])
    .where('about', '=', `ticket:${number}`)
    .executeTakeFirstOrThrow()
  expect(mail).toEqual({ state: 'queued', deliveredTo: ['rita@x.example'] })
  sink.answers = {}
  desk.clock.set(new Date(desk.clock.now().getTime() + 10 * 60_000).toISOString())
  await desk.drain()
  expect(sink.envelopes).toEqual([['rita@x.example'], ['carl@x.example'], ['dora@x.example']])
})
