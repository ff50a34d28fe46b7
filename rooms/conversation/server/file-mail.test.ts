import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Persona, type Speaker, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'

let desk: TestDesk
let key: Speaker
let tina: Persona

beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
  key = await desk.asKey('administrator')
  tina = await desk.as('technician', { name: 'Tina Tier' })
})
afterAll(() => desk.stop())

let nth = 0

interface Mail {
  from?: string
  to?: string
  cc?: string
  subject?: string
  headers?: Record<string, string>
  text?: string
}

/** Hands a mail to the desk as a mail server would, and returns what became of it. */
async function receive(mail: Mail): Promise<{ ticket: number; messageId: string; state: string }> {
  const messageId = `m${++nth}@mail.example.org`
  const head = {
    From: mail.from ?? 'Rita Request <rita@example.org>',
    To: mail.to ?? 'desk@localhost',
    ...(mail.cc ? { Cc: mail.cc } : {}),
    Subject: mail.subject ?? 'The printer jams',
    'Message-ID': `<${messageId}>`,
    Date: 'Mon, 02 Mar 2026 08:59:00 +0000',
    ...mail.headers,
  }
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`)
  const raw = `${lines.join('\r\n')}\r\n\r\n${mail.text ?? 'Paper is stuck.'}\r\n`
  const taken = await key.post('/api/v1/inbound-mail', raw, { headers: { 'content-type': 'message/rfc822' } })
  expect(taken.status).toBe(202)
  await desk.drain()
  const filed = await key.get(`/api/v1/inbound-mail/${taken.body.id}`)
  return { ticket: filed.body.ticket, messageId, state: filed.body.state }
}

const thread = async (number: number) => (await tina.get(`/api/v1/tickets/${number}/messages`)).body.items
const ticket = async (number: number) => (await tina.get(`/api/v1/tickets/${number}`)).body

describe('a new mail', () => {
  test('opens a ticket for its sender; the people in Cc follow it', async () => {
    const { ticket: number, state } = await receive({ cc: 'Carl Colleague <carl@example.org>', subject: 'No network' })
    expect(state).toBe('filed')
    expect(await ticket(number)).toMatchObject({
      subject: 'No network',
      channel: 'email',
      requester: { name: 'Rita Request', email: 'rita@example.org' },
      watchers: [{ email: 'carl@example.org' }],
    })
    const [first] = await thread(number)
    expect(first).toMatchObject({ text: 'Paper is stuck.', direction: 'in', hasSource: true })
    const timeline = await tina.get(`/api/v1/tickets/${number}/timeline`)
    expect(timeline.body.items[0]).toMatchObject({ fact: 'ticket.opened', actor: { name: 'Rita Request' } })
    const source = await tina.get(`/api/v1/tickets/${number}/messages/${first.id}/source`)
    expect(source.text).toContain('Subject: No network')
  })

  test('of a stranger is acknowledged in the language it is written in, and so is all that follows', async () => {
    const { ticket: number } = await receive({
      from: 'Lotte Klein <lotte@kunde.example>',
      text: 'Guten Tag, der Drucker druckt nicht mehr. Können Sie bitte helfen?',
    })
    const mails = await desk.db
      .selectFrom('platform.outbox')
      .select('text')
      .where('about', '=', `ticket:${number}`)
      .execute()
    expect(mails.map((mail) => mail.text)).toEqual([expect.stringContaining('Guten Tag')])
    const { requester } = await ticket(number)
    const lotte = desk.db.selectFrom('people.person').select('language').where('id', '=', requester.id)
    expect(await lotte.executeTakeFirst()).toEqual({ language: 'de' })
    // Whoever is known keeps what they chose.
    await receive({
      from: 'lotte@kunde.example',
      text: 'The printer does not print again. Can you please help with it?',
    })
    expect(await lotte.executeTakeFirst()).toEqual({ language: 'de' })
  })
})

describe('an answer', () => {
  test('finds its ticket by what it refers to, ours or theirs', async () => {
    const first = await receive({})
    const colleague = await receive({
      from: 'Carl <carl2@example.org>',
      subject: 'Re: The printer jams',
      headers: { 'In-Reply-To': `<${first.messageId}>` },
    })
    // A stranger so far: a ticket of his own, linked, so that nothing leaks.
    expect(colleague.ticket).not.toBe(first.ticket)
    expect((await ticket(colleague.ticket)).links).toMatchObject([{ relation: 'relates_to', number: first.ticket }])

    await tina.post(`/api/v1/tickets/${first.ticket}/messages`, { kind: 'reply', text: 'Which tray?' })
    const sent = await desk.db
      .selectFrom('platform.outbox')
      .select('messageId')
      .where('about', '=', `ticket:${first.ticket}`)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const answer = await receive({
      subject: 'AW: [something else]',
      text: 'Tray 2.',
      headers: { References: `<unknown@elsewhere> <${sent.messageId}>` },
    })
    expect(answer.ticket).toBe(first.ticket)
    expect((await thread(first.ticket)).at(-1)).toMatchObject({ text: 'Tray 2.', direction: 'in' })
  })

  test('of a colleague in Cc to the original mail lands on the same ticket', async () => {
    const first = await receive({ cc: 'cora@example.org' })
    const answer = await receive({ from: 'cora@example.org', headers: { 'In-Reply-To': `<${first.messageId}>` } })
    expect(answer.ticket).toBe(first.ticket)
  })

  test('finds its ticket by the number in the subject, but only for those who have part in it', async () => {
    const first = await receive({})
    const own = await receive({ subject: `Re: [#${first.ticket}] The printer jams`, text: 'Me again' })
    expect(own.ticket).toBe(first.ticket)
    const stranger = await receive({
      from: 'eve@elsewhere.example',
      subject: `Re: [#${first.ticket}] The printer jams`,
    })
    expect(stranger.ticket).not.toBe(first.ticket)
  })

  test('wakes a ticket that waits for its requester, unless a program wrote it', async () => {
    const { ticket: number, messageId } = await receive({})
    await tina.put(`/api/v1/tickets/${number}/status`, { status: 'waiting_requester' })
    const headers = { 'In-Reply-To': `<${messageId}>` }
    await receive({ text: 'I am on leave.', headers: { ...headers, 'Auto-Submitted': 'auto-replied' } })
    expect((await ticket(number)).status).toBe('waiting_requester')
    await receive({ text: 'Here I am.', headers })
    expect((await ticket(number)).status).toBe('open')
  })

  test('to a closed ticket opens a follow-up', async () => {
    const { ticket: number, messageId } = await receive({})
    await tina.post(`/api/v1/tickets/${number}/resolution`, { cause: 'a', action: 'b', verification: 'c' })
    await tina.put(`/api/v1/tickets/${number}/confirmation`)
    const late = await receive({ text: 'It is back.', headers: { 'In-Reply-To': `<${messageId}>` } })
    expect((await ticket(number)).status).toBe('closed')
    expect((await ticket(late.ticket)).links).toMatchObject([{ relation: 'follows_up', direction: 'to', number }])
  })
})

test('what follows a mail that was marked as spam opens nothing', async () => {
  const first = await receive({ from: 'sales@pills.example', subject: 'Buy now' })
  expect((await tina.put(`/api/v1/tickets/${first.ticket}/spam`, {})).status).toBe(200)
  const again = await receive({
    from: 'sales@pills.example',
    subject: 'Re: Buy now',
    headers: { 'In-Reply-To': `<${first.messageId}>` },
  })
  expect(again.state).toBe('ignored')
  expect(await thread(first.ticket)).toHaveLength(1)
})

test('an acknowledgement goes to a person once, and to no program', async () => {
  const person = await receive({ from: 'ann@example.org' })
  const program = await receive({ from: 'monitor@example.org', headers: { 'Auto-Submitted': 'auto-generated' } })
  const mails = async (number: number) =>
    desk.db.selectFrom('platform.outbox').selectAll().where('about', '=', `ticket:${number}`).execute()
  const acknowledgements = await mails(person.ticket)
  expect(acknowledgements).toMatchObject([{ automatic: true }])
  expect(acknowledgements[0]?.headers).not.toHaveProperty('Auto-Submitted')
  expect(await mails(program.ticket)).toHaveLength(0)
})

test('the same mail twice is one message', async () => {
  const first = await receive({ from: 'dora@example.org' })
  nth--
  const again = await receive({ from: 'dora@example.org' })
  expect(again.state).toBe('duplicate')
  expect(await thread(first.ticket)).toHaveLength(1)
})
