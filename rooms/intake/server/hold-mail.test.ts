import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Persona, type Speaker, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { setDeskSetting } from '../../../platform/settings/index.ts'
import { aRawMail } from '../testkit/index.ts'

let desk: TestDesk
let key: Speaker
let admin: Persona
let tina: Persona

beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
  key = await desk.asKey('administrator')
  admin = await desk.as('administrator', { email: 'admin@desk.example' })
  tina = await desk.as('technician')
})
afterAll(() => desk.stop())

let nth = 0

async function receive(head: Record<string, string> = {}, text = 'Paper is stuck.') {
  const messageId = `h${++nth}@mail.example.org`
  const fields = {
    From: 'rita@example.org',
    To: 'desk@localhost',
    Subject: `Printer of ${nth}`,
    'Message-ID': `<${messageId}>`,
    ...head,
  }
  const raw = aRawMail({ Date: 'Mon, 02 Mar 2026 08:59:00 +0000', ...fields }, text)
  const taken = await key.post('/api/v1/inbound-mail', raw, { headers: { 'content-type': 'message/rfc822' } })
  await desk.drain()
  const { body } = await admin.get(`/api/v1/inbound-mail/${taken.body.id}`)
  return { ...body, messageId } as {
    id: number
    state: string
    reason: string | null
    ticket: number | null
    storm: number | null
    messageId: string
  }
}

const outbox = () => desk.db.selectFrom('platform.outbox').selectAll().orderBy('id').execute()
const later = (minutes: number) => desk.clock.set(new Date(desk.clock.now().getTime() + minutes * 60_000).toISOString())
const put = (change: Record<string, unknown>) =>
  Promise.all(Object.entries(change).map(([name, value]) => setDeskSetting(desk.cx(), `intake.${name}`, value)))

describe('a storm', () => {
  test('of one sender is held, told once, and released or discarded together', async () => {
    await put({ stormSender: 3 })
    const from = { From: 'monitor@storm.example' }
    for (let i = 0; i < 3; i++) expect((await receive(from)).state).toBe('filed')
    const before = (await outbox()).length
    const held = [await receive(from), await receive(from), await receive(from)]
    expect(held.map((one) => one.state)).toEqual(['held', 'held', 'held'])
    expect(held[0]?.reason).toBe('There are more than 3 messages from monitor@storm.example in 10 minutes.')
    expect(new Set(held.map((one) => one.storm)).size).toBe(1)
    // Somebody else is not touched, and the administrators hear of it once; nobody else hears anything.
    const sent = (await outbox()).slice(before)
    expect(sent.map((mail) => mail.recipients)).toMatchObject([{ to: [{ email: 'admin@desk.example' }] }])
    expect((await receive()).state).toBe('filed')

    expect((await admin.get('/api/v1/inbound-mail/counts')).body).toMatchObject({ held: 3 })
    const list = await admin.get('/api/v1/inbound-mail?state=held&q=MONITOR@storm')
    expect(list.body.items).toHaveLength(3)
    const one = await admin.post('/api/v1/inbound-mail/discards', { ids: [held[0]?.id] })
    expect(one).toMatchObject({ status: 201, body: { changed: 1, more: false } })
    const rest = await admin.post('/api/v1/inbound-mail/attempts', {
      matching: { state: 'held', storm: held[1]?.storm },
    })
    expect(rest.body).toEqual({ changed: 2, more: false })
    await desk.drain()
    expect((await admin.get(`/api/v1/inbound-mail/${held[1]?.id}`)).body).toMatchObject({ state: 'filed' })
    expect((await admin.get(`/api/v1/inbound-mail/${held[0]?.id}`)).body).toMatchObject({ state: 'discarded' })
    await put({ stormSender: null })
  })

  test('on one subject is held whoever writes; it is over when it has been quiet', async () => {
    await put({ stormSubject: 2 })
    const about = (n: number) => ({
      From: `user${n}@calm.example`,
      Subject: n % 2 ? 'The network is down' : 'Re: the  network is down',
    })
    expect([await receive(about(1)), await receive(about(2)), await receive(about(3))].map((one) => one.state)).toEqual(
      ['filed', 'filed', 'held'],
    )
    later(11)
    expect((await receive(about(4))).state).toBe('filed')
    await put({ stormSubject: null })
  })

  test('nothing is selected by nothing, and only administrators select', async () => {
    expect((await admin.post('/api/v1/inbound-mail/discards', {})).status).toBe(422)
    expect((await tina.post('/api/v1/inbound-mail/discards', { ids: [1] })).status).toBe(403)
    expect((await admin.post('/api/v1/inbound-mail/attempts', { ids: [] })).body).toEqual({ changed: 0, more: false })
  })
})

describe('spam', () => {
  const spam = { From: 'sales@pills.example', 'X-Spam-Flag': 'YES' }
  test.each([
    ['file', 'filed'],
    ['hold', 'held'],
    ['ignore', 'ignored'],
  ])('as set: %s → %s', async (action, state) => {
    await put({ spamAction: action })
    expect((await receive(spam)).state).toBe(state)
    await put({ spamAction: null })
  })

  test('as a ticket that is marked as such, and nobody is answered', async () => {
    await put({ spamAction: 'mark' })
    const before = (await outbox()).length
    const { ticket } = await receive({ ...spam, From: 'other@pills.example' })
    expect((await tina.get(`/api/v1/tickets/${ticket}/spam`)).body).toMatchObject({ spam: true })
    expect((await tina.get(`/api/v1/tickets/${ticket}`)).body.status).toBe('closed')
    expect(await outbox()).toHaveLength(before)
    // More of the same sender, without the header, waits: all they ever sent is spam.
    expect((await receive({ From: 'other@pills.example' })).state).toBe('held')
    await put({ spammers: 'ignore' })
    expect((await receive({ From: 'other@pills.example' })).state).toBe('ignored')
    await put({ spammers: 'file' })
    expect((await receive({ From: 'other@pills.example' })).state).toBe('filed')
    await put({ spamAction: null, spammers: null })
  })

  test('is believed from trusted hops only', async () => {
    const cx = desk.cx()
    const { receiveMail } = await import('./receive-mail.ts')
    const raw = (from: string) => aRawMail({ From: from, To: 'desk@localhost', Subject: 'Buy', 'X-Spam-Flag': 'YES' })
    const give = async (from: string, remote: string) => {
      const { itemId } = await receiveMail(
        cx,
        (async function* () {
          yield Buffer.from(raw(from))
        })(),
        { door: 'smtp', from, to: ['desk@localhost'], remote },
        1_000_000,
      )
      await desk.drain()
      return (await admin.get(`/api/v1/inbound-mail/${itemId}`)).body.state
    }
    expect(await give('a@forged.example', '203.0.113.5')).toBe('filed')
    expect(await give('b@forged.example', '127.0.0.1')).toBe('held')
  })
})

describe('mail that came back', () => {
  const bounce = (to: string, messageId: string, status = '5.1.1') =>
    receive(
      {
        From: 'MAILER-DAEMON@mx.example',
        Subject: 'Undelivered Mail',
        'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
      },
      `--b\r\n\r\nSorry.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; ${to}\r\nAction: failed\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; 550 no\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <${messageId}>\r\n--b--`,
    )
  const sentOn = async (ticket: number | null) => {
    const mail = await desk.db
      .selectFrom('platform.outbox')
      .select('messageId')
      .where('about', '=', `ticket:${ticket}`)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    await desk.db
      .updateTable('platform.outbox')
      .set({ state: 'sent' })
      .where('messageId', '=', mail.messageId)
      .execute()
    return mail.messageId
  }
  const addressOf = async (ticket: number | null) => {
    const { requester, undeliverable } = (await tina.get(`/api/v1/tickets/${ticket}`)).body
    const person = (await admin.get(`/api/v1/persons/${requester.id}`)).body
    return { person, undeliverable, address: person.addresses[0] }
  }

  test('marks the address until a mail comes in from it', async () => {
    const { ticket } = await receive({ From: 'gone@example.org' })
    await bounce('gone@example.org', await sentOn(ticket))
    const marked = await addressOf(ticket)
    expect(marked.address.bounced).toMatchObject({ reason: 'The address does not exist. (5.1.1; 550 no)' })
    expect(marked.undeliverable).toMatchObject([{ email: 'gone@example.org' }])
    await receive({ From: 'gone@example.org' })
    expect((await addressOf(ticket)).address.bounced).toBeNull()
  })

  test('until somebody says that it works', async () => {
    const { ticket } = await receive({ From: 'shy@example.org' })
    await bounce('shy@example.org', await sentOn(ticket))
    const { person, address } = await addressOf(ticket)
    const cleared = await admin.delete(`/api/v1/persons/${person.id}/addresses/${address.id}/bounce`)
    expect(cleared.status).toBe(200)
    expect(cleared.body.addresses[0].bounced).toBeNull()
  })

  test.each([
    ['for its content', 'full@example.org', '5.7.1'],
    ['for somebody it was not sent to', 'bystander@example.org', '5.1.1'],
  ])('marks nobody %s', async (_why, to, status) => {
    await receive({ From: 'bystander@example.org' })
    const { ticket } = await receive({ From: 'full@example.org' })
    await bounce(to, await sentOn(ticket), status)
    const marked = await desk.db
      .selectFrom('people.personAddress')
      .select('email')
      .where('bouncedAt', 'is not', null)
      .execute()
    expect(marked).toEqual([])
  })
})

describe('another desk', () => {
  test('that answers our acknowledgement is not acknowledged again', async () => {
    const first = await receive({ From: 'support@otherdesk.example', Subject: 'Question' })
    const ack = (await outbox()).at(-1)
    expect(ack).toMatchObject({ about: `ticket:${first.ticket}`, automatic: true })
    const before = (await outbox()).length
    await receive({ From: 'support@otherdesk.example', Subject: `[TICKET-77] Received: ${ack?.subject}` })
    await receive({
      From: 'support@otherdesk.example',
      Subject: 'Your request 77',
      'In-Reply-To': `<${ack?.messageId}>`,
    })
    expect(await outbox()).toHaveLength(before)
  })

  test('that opens one ticket after another ends soon', async () => {
    const before = (await outbox()).length
    for (let i = 0; i < 8; i++)
      await receive({ From: 'robot@loop.example', Subject: `We have received your request (${900 + i})` })
    expect((await outbox()).length - before).toBe(3)
  })

  test('or a program never opens a resolved ticket again', async () => {
    const first = await receive({ From: 'solved@example.org' })
    await tina.post(`/api/v1/tickets/${first.ticket}/resolution`, { cause: 'a', action: 'b', verification: 'c' })
    const answer = { From: 'solved@example.org', 'In-Reply-To': `<${first.messageId}>` }
    await receive({ ...answer, 'X-Autoreply': 'yes' })
    expect((await tina.get(`/api/v1/tickets/${first.ticket}`)).body.status).toBe('resolved')
    await receive(answer)
    expect((await tina.get(`/api/v1/tickets/${first.ticket}`)).body.status).toBe('open')
  })
})
