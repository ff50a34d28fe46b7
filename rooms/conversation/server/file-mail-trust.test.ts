import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Persona, type Speaker, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { setDeskSetting } from '../../../platform/settings/index.ts'
import { replyAddress } from '../../intake/server/index.ts'
import { aRawMail } from '../../intake/testkit/index.ts'

let desk: TestDesk
let key: Speaker
let tina: Persona
let admin: Persona

beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
  key = await desk.asKey('administrator')
  tina = await desk.as('technician', { name: 'Tina Tier', email: 'tina@desk.example' })
  admin = await desk.as('administrator')
  await setDeskSetting(desk.cx(), 'intake.trustedAuthservIds', ['mx.desk.example'])
})
afterAll(() => desk.stop())

let nth = 0

interface Mail {
  from?: string
  to?: string
  subject?: string
  text?: string
  /** The message's own id, where a test needs to know it beforehand. */
  id?: string
  head?: Record<string, string>
}

async function receive(mail: Mail) {
  const messageId = mail.id ?? `t${++nth}@mail.example.org`
  const raw = aRawMail(
    {
      From: mail.from ?? 'Rita Request <rita@example.org>',
      To: mail.to ?? 'desk@localhost',
      Subject: mail.subject ?? 'The printer jams',
      'Message-ID': `<${messageId}>`,
      Date: 'Mon, 02 Mar 2026 08:59:00 +0000',
      ...mail.head,
    },
    mail.text ?? 'Paper is stuck.',
  )
  const taken = await key.post('/api/v1/inbound-mail', raw, { headers: { 'content-type': 'message/rfc822' } })
  expect(taken.status).toBe(202)
  await desk.drain()
  const { body } = await admin.get(`/api/v1/inbound-mail/${taken.body.id}`)
  return {
    number: body.ticket as number,
    messageId,
    state: body.state as string,
    reason: body.reason as string,
    itemId: body.id as number,
  }
}

const proved = (domain: string) => ({ 'Authentication-Results': `mx.desk.example; dmarc=pass header.from=${domain}` })
const forged = (domain: string) => ({ 'Authentication-Results': `mx.desk.example; dmarc=fail header.from=${domain}` })
const answerTo = (messageId: string) => ({ 'In-Reply-To': `<${messageId}>` })
const thread = async (number: number) => (await tina.get(`/api/v1/tickets/${number}/messages`)).body.items
const ticket = async (number: number) => (await tina.get(`/api/v1/tickets/${number}`)).body
const mailsAbout = (number: number) =>
  desk.db.selectFrom('platform.outbox').selectAll().where('about', '=', `ticket:${number}`).orderBy('id').execute()

describe('a signed reply address', () => {
  const signed = async (number: number) => {
    const box = { address: 'desk@localhost', replyTags: 'on' } as never
    return (await replyAddress(desk.db, box, 't', number)) ?? ''
  }

  test('finds the ticket when all else is lost, in upper case too', async () => {
    const first = await receive({})
    const to = await signed(first.number)
    expect(to).toMatch(new RegExp(`^desk\\+t${first.number}\\.[a-z2-7]{10}@localhost$`))
    expect((await receive({ to, subject: 'hello' })).number).toBe(first.number)
    expect((await receive({ to: to.toUpperCase(), subject: 'hello again' })).number).toBe(first.number)
  })

  test('with a wrong signature is worth nothing', async () => {
    const first = await receive({})
    const to = (await signed(first.number)).replace(/.(?=@)/, (char) => (char === 'a' ? 'b' : 'a'))
    expect((await receive({ to })).number).not.toBe(first.number)
    expect((await receive({ to: `desk+t${first.number}@localhost` })).number).not.toBe(first.number)
  })

  test('lets no stranger in', async () => {
    const first = await receive({})
    const stranger = await receive({ from: 'eve@elsewhere.example', to: await signed(first.number) })
    expect(stranger.number).not.toBe(first.number)
  })

  test('is asked for once a tag has come through', async () => {
    const { items } = (
      await admin
        .post('/api/v1/mailboxes', { address: 'help@desk.example', name: 'Help' })
        .then(async () => admin.get('/api/v1/mailboxes'))
    ).body
    const box = items.find((one: { address: string }) => one.address === 'help@desk.example')
    expect(box).toMatchObject({ replyTags: 'auto', tagsProved: false })
    expect(await replyAddress(desk.db, box, 't', 1)).toBeNull()
    await receive({ to: 'someone@x.example', head: { 'Delivered-To': 'help+anything@desk.example' } })
    expect(await replyAddress(desk.db, box, 't', 1)).toMatch(/^help\+t1\./)
    expect(await replyAddress(desk.db, { ...box, replyTags: 'off' }, 't', 1)).toBeNull()
    expect(
      await replyAddress(desk.db, { address: `${'a'.repeat(60)}@desk.example`, replyTags: 'on' } as never, 't', 1),
    ).toBeNull()
  })
})

describe('references', () => {
  test('a colleague who answers before the mail arrives that they answer', async () => {
    const early = await receive({
      from: 'carl@example.com',
      to: 'rita@example.org, desk@localhost',
      subject: 'Re: The scanner',
      head: answerTo('late-1@mail.example.org'),
    })
    const late = await receive({
      id: 'late-1@mail.example.org',
      subject: 'The scanner',
      head: { Cc: 'carl@example.com' },
    })
    expect(late.number).toBe(early.number)
    expect(await thread(early.number)).toHaveLength(2)
  })

  test('two answers to a mail that never came are two tickets', async () => {
    const one = await receive({ from: 'one@example.com', head: answerTo('never@mail.example.org') })
    const two = await receive({ from: 'two@example.com', head: answerTo('never@mail.example.org') })
    expect(two.number).not.toBe(one.number)
  })

  test('Outlook’s conversation, where references were lost', async () => {
    const index = Buffer.concat([Buffer.from([1]), Buffer.alloc(21, 7)])
    const first = await receive({ head: { 'Thread-Index': index.toString('base64') } })
    const answer = Buffer.concat([index, Buffer.alloc(5, 1)]).toString('base64')
    expect((await receive({ subject: 'RE: The printer jams', head: { 'Thread-Index': answer } })).number).toBe(
      first.number,
    )
    expect((await receive({ from: 'x@elsewhere.example', head: { 'Thread-Index': answer } })).number).not.toBe(
      first.number,
    )
  })
})

describe('who may join', () => {
  let organisation: number
  beforeAll(async () => {
    organisation = (
      await admin.post('/api/v1/organisations', { name: 'Example House', kind: 'customer', domains: ['house.example'] })
    ).body.id
  })
  const open = () => receive({ from: 'olga@house.example' })

  test.each([
    ['participants', 'colleague@house.example', true, false],
    ['organisation', 'colleague@house.example', true, true],
    ['organisation', 'colleague@house.example', false, false],
    ['organisation', 'stranger@else.example', true, false],
    ['domain', 'colleague@house.example', true, true],
    ['domain', 'stranger@else.example', true, false],
  ] as const)('%s: %s, with a mail of it: %s → %s', async (rule, from, holdsMail, joins) => {
    await setDeskSetting(desk.cx(), 'conversation.joinByMail', rule)
    const first = await open()
    const mail = holdsMail ? { head: answerTo(first.messageId) } : { subject: `Re: [#${first.number}] x` }
    const answer = await receive({ from, ...mail })
    await setDeskSetting(desk.cx(), 'conversation.joinByMail', null)
    expect(answer.number === first.number).toBe(joins)
    if (!joins)
      expect((await ticket(answer.number)).links).toMatchObject([{ relation: 'relates_to', number: first.number }])
  })

  test('a number is enough for a colleague whose organisation shares its tickets', async () => {
    await desk.db
      .updateTable('people.organisation')
      .set({ sharesTickets: true })
      .where('id', '=', organisation)
      .execute()
    const first = await open()
    const answer = await receive({ from: 'colleague@house.example', subject: `Re: [#${first.number}] x` })
    await desk.db
      .updateTable('people.organisation')
      .set({ sharesTickets: false })
      .where('id', '=', organisation)
      .execute()
    expect(answer.number).toBe(first.number)
  })

  test('the domain counts where there is no organisation, but not that of a public provider', async () => {
    await setDeskSetting(desk.cx(), 'conversation.joinByMail', 'domain')
    const firm = await receive({ from: 'a@firm.example' })
    const mail = await receive({ from: 'a.person@gmail.com' })
    expect((await receive({ from: 'b@firm.example', head: answerTo(firm.messageId) })).number).toBe(firm.number)
    expect((await receive({ from: 'b.person@gmail.com', head: answerTo(mail.messageId) })).number).not.toBe(mail.number)
    await setDeskSetting(desk.cx(), 'conversation.joinByMail', null)
  })

  test('colleagues stay out of the tickets of a private team', async () => {
    const team = (await admin.post('/api/v1/teams', { name: 'Confidants', visibility: 'members' })).body.id
    const first = await open()
    await desk.db.updateTable('ticket.ticket').set({ teamId: team }).where('number', '=', first.number).execute()
    const answer = await receive({ from: 'colleague@house.example', head: answerTo(first.messageId) })
    expect(answer.number).not.toBe(first.number)
  })

  test('somebody with a second address is still themselves', async () => {
    const first = await receive({ from: 'second@example.org' })
    const { requester } = await ticket(first.number)
    await admin.post(`/api/v1/persons/${requester.id}/addresses`, { email: 'second.private@example.net' })
    const answer = await receive({ from: 'second.private@example.net', head: answerTo(first.messageId) })
    expect(answer.number).toBe(first.number)
  })

  test('a forged sender with a number brings nobody in', async () => {
    const first = await receive({})
    const mail = { subject: `Re: [#${first.number}] x`, head: { Cc: 'eve@evil.example' } }
    expect((await receive(mail)).number).toBe(first.number)
    expect(
      (await receive({ ...mail, head: { ...mail.head, ...answerTo(first.messageId), ...forged('example.org') } }))
        .number,
    ).toBe(first.number)
    expect((await ticket(first.number)).watchers).toEqual([])
    await receive({ ...mail, head: { ...mail.head, ...proved('example.org') } })
    expect((await ticket(first.number)).watchers).toMatchObject([{ email: 'eve@evil.example' }])
  })
})

describe('a technician', () => {
  const from = 'Tina Tier <tina@desk.example>'

  test('answers as themselves when it is proved that they wrote it', async () => {
    const first = await receive({ head: { Cc: 'carl@example.net' } })
    const before = (await mailsAbout(first.number)).length
    await receive({
      from,
      text: 'Try tray 2.\n\n-- \nTina Tier, IT\n\nOn Mon, 2 Mar 2026 at 09:00, Rita Request <rita@example.org> wrote:\n> Paper is stuck.\n',
      head: { ...answerTo(first.messageId), ...proved('desk.example') },
    })
    const last = (await thread(first.number)).at(-1)
    expect(last).toMatchObject({
      kind: 'reply',
      direction: 'out',
      author: { id: tina.id },
      text: 'Try tray 2.',
      quotedText: null,
    })
    const mails = await mailsAbout(first.number)
    expect(mails).toHaveLength(before + 1)
    expect(mails.at(-1)).toMatchObject({
      recipients: { to: [{ email: 'rita@example.org' }], cc: [{ email: 'carl@example.net' }] },
    })
    expect((await ticket(first.number)).status).toBe('open')
  })

  test('does not send it twice to whom they wrote themselves', async () => {
    const first = await receive({ head: { Cc: 'carl@example.net' } })
    await receive({
      from,
      to: 'rita@example.org, desk@localhost',
      head: { ...answerTo(first.messageId), ...proved('desk.example') },
    })
    expect((await mailsAbout(first.number)).at(-1)?.recipients).toMatchObject({ to: [{ email: 'carl@example.net' }] })
  })

  test.each([
    ['is forged', forged('desk.example')],
    ['is not proved', {}],
    ['is proved of another name', proved('evil.example')],
    [
      'is proved by somebody nobody trusts',
      { 'Authentication-Results': 'mx.evil.example; dmarc=pass header.from=desk.example' },
    ],
    ['was written by their program', { ...proved('desk.example'), 'Auto-Submitted': 'auto-replied' }],
  ])('whose answer %s says nothing to the requester', async (_name, head) => {
    const first = await receive({})
    const before = (await mailsAbout(first.number)).length
    await receive({ from, text: 'Send me your password.', head: { ...answerTo(first.messageId), ...head } })
    const last = (await thread(first.number)).at(-1)
    expect(last).toMatchObject({ kind: 'note', author: { id: null }, text: 'Send me your password.' })
    expect(last.author.name).toContain('tina@desk.example')
    expect(await mailsAbout(first.number)).toHaveLength(before)
  })

  test('whom a form names in Reply-To has proved nothing', async () => {
    const first = await receive({})
    await receive({
      from: 'desk@localhost',
      head: { 'Reply-To': from, ...answerTo(first.messageId), ...proved('localhost') },
    })
    expect((await thread(first.number)).at(-1)).toMatchObject({ kind: 'note', author: { id: null } })
  })

  test('is a stranger where they may not see', async () => {
    const team = (await admin.post('/api/v1/teams', { name: 'Secret keepers', visibility: 'members' })).body.id
    const first = await receive({})
    await desk.db.updateTable('ticket.ticket').set({ teamId: team }).where('number', '=', first.number).execute()
    const answer = await receive({ from, head: { ...answerTo(first.messageId), ...proved('desk.example') } })
    expect(answer.number).not.toBe(first.number)
    expect(await ticket(answer.number)).toMatchObject({ requester: { email: 'tina@desk.example' } })
  })

  test('asks for something like anybody', async () => {
    const own = await receive({ from, subject: 'My own screen', head: proved('desk.example') })
    expect(await ticket(own.number)).toMatchObject({ requester: { id: tina.id }, status: 'new' })
    const more = await receive({
      from,
      subject: 'Re: My own screen',
      head: { ...answerTo(own.messageId), ...proved('desk.example') },
    })
    expect((await thread(more.number)).at(-1)).toMatchObject({
      kind: 'reply',
      direction: 'in',
      author: { id: tina.id },
    })
  })

  const forwarded = [
    'Please have a look.',
    '',
    '---------- Forwarded message ---------',
    'From: Fred Fresh <fred@example.com>',
    'Date: Mon, Mar 2, 2026 at 8:00 AM',
    'Subject: My keyboard',
    'To: Tina Tier <tina@desk.example>',
    'Cc: Gerda <gerda@example.com>',
    '',
    'It does not type.',
  ].join('\r\n')

  test('passes a mail on: a ticket of whoever wrote it', async () => {
    const { number } = await receive({
      from,
      subject: 'Fwd: My keyboard',
      text: forwarded,
      head: proved('desk.example'),
    })
    expect(await ticket(number)).toMatchObject({
      subject: 'My keyboard',
      requester: { email: 'fred@example.com', name: 'Fred Fresh' },
      reporter: { id: tina.id },
      watchers: [{ email: 'gerda@example.com' }],
    })
    expect(await thread(number)).toMatchObject([
      { kind: 'reply', direction: 'in', author: { email: 'fred@example.com' }, text: 'It does not type.' },
      { kind: 'note', author: { id: tina.id }, text: 'Please have a look.' },
    ])
    // The acknowledgement goes to whom the ticket is for.
    expect((await mailsAbout(number)).map((mail) => mail.recipients)).toMatchObject([
      { to: [{ email: 'fred@example.com' }] },
    ])
  })

  test('passes a whole message on; an answer to it finds the ticket', async () => {
    const inner =
      'From: Hanna <hanna@example.com>\r\nTo: tina@desk.example\r\nSubject: Mouse\r\nMessage-ID: <hanna-1@example.com>\r\n\r\nIt squeaks.'
    const { number } = await receive({
      from,
      subject: 'Fwd: Mouse',
      text: `--b\r\n\r\nthis one\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--b--`,
      head: { 'Content-Type': 'multipart/mixed; boundary=b', ...proved('desk.example') },
    })
    expect(await ticket(number)).toMatchObject({ subject: 'Mouse', requester: { email: 'hanna@example.com' } })
    const again = await receive({ from: 'hanna@example.com', head: answerTo('hanna-1@example.com') })
    expect(again.number).toBe(number)
  })

  test('whose name was forged opens nothing for others', async () => {
    const { number } = await receive({
      from,
      subject: 'Fwd: My keyboard',
      text: forwarded,
      head: forged('desk.example'),
    })
    expect(await ticket(number)).toMatchObject({ requester: { id: tina.id } })
  })

  test('passes on a mail of a ticket: a note there', async () => {
    const first = await receive({})
    const { number } = await receive({
      from,
      subject: 'Fwd: The printer jams',
      text: forwarded,
      head: { References: `<${first.messageId}>`, ...proved('desk.example') },
    })
    expect(number).toBe(first.number)
    expect((await thread(number)).at(-1)).toMatchObject({ kind: 'note', author: { id: tina.id } })
  })

  test('a requester who passes something on is just a sender', async () => {
    const { number } = await receive({ subject: 'Fwd: My keyboard', text: forwarded })
    expect(await ticket(number)).toMatchObject({ requester: { email: 'rita@example.org' } })
  })
})
