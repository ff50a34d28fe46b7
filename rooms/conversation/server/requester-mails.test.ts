import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Persona, type Speaker, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { setEnvironment } from '../../../platform/config/index.ts'

let desk: TestDesk
let tina: Persona
let rita: Persona
let key: Speaker
let day = 0

beforeAll(async () => {
  setEnvironment({ ...process.env, MAIL_FROM: 'desk@desk.example' })
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
  key = await desk.asKey('administrator')
})
afterAll(async () => {
  await desk.stop()
  setEnvironment(process.env)
})

/** So many days and hours after the day the test began on. */
async function passTo(days: number, hours = 0): Promise<void> {
  await desk.passUntil(new Date(Date.UTC(2026, 2, 2 + day + days, 9 + hours)).toISOString())
}

/** Each test has a month of its own; sessions do not last that long. */
async function newMonth(): Promise<void> {
  day += 50
  await desk.passUntil(new Date(Date.UTC(2026, 2, 2 + day, 9)).toISOString())
  tina = await desk.as('technician', { name: 'Tina Tier', email: 'tina@x.example' })
  rita = await desk.as('requester', { name: 'Rita Request', email: 'rita@x.example' })
}

const mailsAbout = async (number: number) => {
  const mails = await desk.db
    .selectFrom('platform.outbox')
    .select(['automatic', 'text', 'subject', 'messageId', 'recipients'])
    .where('about', '=', `ticket:${number}`)
    .where('automatic', '=', true)
    .orderBy('id')
    .execute()
  // Leads are told of tickets that are late, too.
  return mails
    .filter((mail) => mail.recipients.to.some(({ email }) => email === 'rita@x.example'))
    .filter((mail) => !/What happens next/.test(mail.text))
}

async function open(): Promise<number> {
  const opened = await rita.post('/api/v1/tickets', { subject: 'The printer jams', description: 'Tray 2.' })
  await desk.drain()
  expect(opened.status, opened.text).toBe(201)
  return opened.body.number
}

const reply = (number: number, text: string) => tina.post(`/api/v1/tickets/${number}/messages`, { kind: 'reply', text })
const setStatus = (number: number, status: string) => tina.put(`/api/v1/tickets/${number}/status`, { status })
const estimate = (number: number, at: string | null) => tina.patch(`/api/v1/tickets/${number}`, { estimatedAt: at })

async function comesIn(headers: Record<string, string>, text = 'Words.'): Promise<number> {
  const head = Object.entries({ From: 'Rita Request <rita@x.example>', To: 'desk@desk.example', ...headers })
  const raw = `${head.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${text}\r\n`
  const taken = await key.post('/api/v1/inbound-mail', raw, { headers: { 'content-type': 'message/rfc822' } })
  await desk.drain()
  return (await key.get(`/api/v1/inbound-mail/${taken.body.id}`)).body.ticket
}

test('the requester is told once when it should be solved, where that came to rest, and again when it moves', async () => {
  await newMonth()
  const number = await open()
  await tina.put(`/api/v1/tickets/${number}/assignment`, { assignee: tina.id })
  const at = (days: number) => new Date(desk.clock.now().getTime() + days * 86_400_000).toISOString()
  expect((await estimate(number, at(5))).status).toBe(200)
  await estimate(number, at(3))
  await passTo(0, 1)
  expect(await mailsAbout(number)).toMatchObject([
    {
      automatic: true,
      text: expect.stringMatching(/Tina Tier is working on your request\.[\s\S]+solved by \d+ April 2026/),
    },
  ])
  // Moved away and back within a moment: there is nothing to tell.
  const told = (await tina.get(`/api/v1/tickets/${number}`)).body.estimatedAt
  await estimate(number, at(6))
  await estimate(number, told)
  await passTo(0, 2)
  expect(await mailsAbout(number)).toHaveLength(1)
  await estimate(number, at(8))
  await passTo(0, 3)
  expect((await mailsAbout(number)).at(-1)?.text).toMatch(
    /The time has changed: we now expect[\s\S]+Before, we had said/,
  )
  await passTo(9)
  expect(await mailsAbout(number)).toHaveLength(2)
})

test('a ticket that waits for its requester reminds them after three and seven days, and then no more', async () => {
  await newMonth()
  const number = await open()
  await reply(number, 'Which message does it show?')
  await setStatus(number, 'waiting_requester')
  await passTo(2)
  expect(await mailsAbout(number)).toEqual([])
  await passTo(4)
  const [first, ...none] = await mailsAbout(number)
  expect(none).toEqual([])
  expect(first?.text).toMatch(/waits for an answer from you\.\n\nThis is what we wrote last:\n\n> Which message/)
  await passTo(8)
  expect((await mailsAbout(number)).at(-1)?.text).toContain('the last time that we remind you')
  await passTo(30)
  expect(await mailsAbout(number)).toHaveLength(2)
})

test('where the question is old, they are told that it is their turn; where it is new, it says so itself', async () => {
  await newMonth()
  const number = await open()
  await reply(number, 'Which message does it show?')
  await passTo(0, 5)
  await setStatus(number, 'waiting_requester')
  await passTo(0, 6)
  expect((await mailsAbout(number)).map((mail) => mail.text)).toEqual([
    expect.stringMatching(/we need an answer from you[\s\S]+> Which message/),
  ])
  await setStatus(number, 'open')
  const unasked = await open()
  await setStatus(unasked, 'waiting_requester')
  await passTo(1)
  expect(await mailsAbout(unasked)).toEqual([])
  await setStatus(unasked, 'open')
  await passTo(10)
  expect(await mailsAbout(unasked)).toEqual([])
})

test('an answer ends it, a question counts anew, and who is away is left alone', async () => {
  await newMonth()
  const [answered, asked, away] = [await open(), await open(), await open()]
  for (const number of [answered, asked, away]) {
    await reply(number, 'Which message does it show?')
    await setStatus(number, 'waiting_requester')
  }
  await passTo(2)
  await rita.post(`/api/v1/tickets/${answered}/messages`, { kind: 'reply', text: 'E14.' })
  await reply(asked, 'And which tray?')
  await comesIn({
    Subject: `Out of office [#${away}]`,
    'Auto-Submitted': 'auto-replied',
    'Message-ID': '<away@x.example>',
  })
  await passTo(4)
  for (const number of [answered, asked, away]) expect(await mailsAbout(number)).toEqual([])
  await passTo(6)
  expect((await mailsAbout(asked)).map((mail) => mail.text)).toEqual([expect.stringContaining('> And which tray?')])
  await passTo(20)
  expect(await mailsAbout(asked)).toHaveLength(2)
  expect(await mailsAbout(answered)).toEqual([])
  expect(await mailsAbout(away)).toEqual([])
})

test('a program that opened a ticket, and an address that is dead, are told nothing', async () => {
  await newMonth()
  const number = await comesIn({ From: 'monitor@x.example', 'Auto-Submitted': 'auto-generated', Subject: 'Disk full' })
  await reply(number, 'Who reads this?')
  await setStatus(number, 'waiting_requester')
  await estimate(number, new Date(desk.clock.now().getTime() + 86_400_000 * 30).toISOString())
  const other = await open()
  await reply(other, 'Which message does it show?')
  await setStatus(other, 'waiting_requester')
  await desk.db
    .updateTable('people.personAddress')
    .set({ bouncedAt: desk.clock.now(), bounceReason: 'gone' })
    .where('email', '=', 'rita@x.example')
    .execute()
  await passTo(10)
  await desk.db
    .updateTable('people.personAddress')
    .set({ bouncedAt: null, bounceReason: null })
    .where('email', '=', 'rita@x.example')
    .execute()
  expect(await mailsAbout(number)).toEqual([])
  expect(await mailsAbout(other)).toEqual([])
})

test('a ticket that closes by itself says so; an answer to that opens a follow-up, which names both numbers', async () => {
  await newMonth()
  const number = await open()
  await tina.post(`/api/v1/tickets/${number}/resolution`, {
    cause: 'Worn roller',
    action: 'The roller was replaced.',
    verification: 'Printed a page.',
  })
  await passTo(8)
  const [, closed, ...none] = await mailsAbout(number)
  expect(none).toEqual([])
  expect(closed?.text).toMatch(/request #\d+ is closed now[\s\S]+The roller was replaced[\s\S]+just answer this mail/)
  const followUp = await comesIn(
    {
      Subject: `Re: ${closed?.subject}`,
      'In-Reply-To': `<${closed?.messageId}>`,
      'Message-ID': '<again@x.example>',
    },
    'It jams again.',
  )
  expect(followUp).not.toBe(number)
  expect((await mailsAbout(followUp)).map((mail) => mail.text)).toEqual([
    expect.stringMatching(new RegExp(`#${number} is closed[\\s\\S]+#${followUp}[\\s\\S]+> It jams again`)),
  ])
})

test('who confirms is not told that it closed', async () => {
  await newMonth()
  const number = await open()
  const solution = { cause: 'Worn', action: 'Replaced.', verification: 'Printed.' }
  await tina.post(`/api/v1/tickets/${number}/resolution`, solution)
  await rita.put(`/api/v1/tickets/${number}/confirmation`)
  await passTo(10)
  expect(await mailsAbout(number)).toHaveLength(1)
})

test('what a desk does not want to tell is not told', async () => {
  setEnvironment({
    ...process.env,
    MAIL_FROM: 'desk@desk.example',
    TELL_ESTIMATE: 'never',
    TELL_WAITING: 'false',
    FIRST_REMINDER_DAYS: '0',
    LAST_REMINDER_DAYS: '0',
    TELL_CLOSED: 'false',
  })
  await newMonth()
  const number = await open()
  await reply(number, 'Which message does it show?')
  await estimate(number, new Date(desk.clock.now().getTime() + 86_400_000 * 30).toISOString())
  await passTo(1)
  await setStatus(number, 'waiting_requester')
  await passTo(20)
  expect(await mailsAbout(number)).toEqual([])
})
