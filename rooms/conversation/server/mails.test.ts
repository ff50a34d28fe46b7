import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Persona, type Speaker, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'

let desk: TestDesk
let tina: Persona
let rita: Persona
let adam: Persona
let key: Speaker

beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
  tina = await desk.as('technician', { name: 'Tina Tier' })
  adam = await desk.as('administrator', { name: 'Adam Admin', email: 'adam@example.org' })
  rita = await desk.as('requester', { name: 'Rita Request', email: 'rita@example.org' })
  key = await desk.asKey('administrator')
})
afterAll(() => desk.stop())

const templates = '/api/v1/mail-templates'

async function open(who: Persona = rita, subject = 'The printer jams'): Promise<number> {
  const opened = await who.post('/api/v1/tickets', { subject, description: 'Tray 2 is stuck.\n\nSince Monday.' })
  await desk.drain()
  return opened.body.number
}

const mailsAbout = (number: number) =>
  desk.db.selectFrom('platform.outbox').selectAll().where('about', '=', `ticket:${number}`).orderBy('id').execute()

test('the acknowledgement says the number, what was asked, what happens next, and where to look', async () => {
  const [mail, ...more] = await mailsAbout(await open())
  expect(more).toEqual([])
  expect(mail).toMatchObject({ automatic: true, subject: expect.stringMatching(/^\[#\d+\] The printer jams$/) })
  expect(mail?.text).toMatch(
    /Hello Rita,[\s\S]+#\d+[\s\S]+> Tray 2 is stuck\.\n> Since Monday\.[\s\S]+What happens next[\s\S]+\/tickets\/\d+/,
  )
  expect(mail?.html).toContain('<!doctype html>')
  expect(mail?.html).not.toMatch(/<img|\{\{|src="http/)
})

test('a mail is in the language of the person, else of the desk; English where it is spoken neither', async () => {
  const greta = await desk.as('requester', { name: 'Greta Groß', email: 'greta@example.org' })
  await desk.db.updateTable('people.person').set({ language: 'de' }).where('id', '=', greta.id).execute()
  const [german] = await mailsAbout(await open(greta, 'Der Drucker klemmt'))
  expect(german?.text).toContain('Guten Tag Greta Groß')
  await desk.db.updateTable('people.person').set({ language: 'fi' }).where('id', '=', greta.id).execute()
  const [english] = await mailsAbout(await open(greta, 'Tulostin'))
  expect(english?.text).toContain('Hello Greta')
})

test('a reply carries the words, the signature and what it answers, and nothing of a stranger’s markup', async () => {
  const number = await open(rita, '<b>Bold</b> **stars**')
  await tina.put('/api/v1/me/signature', { text: 'Tina Tier\nSecond floor' })
  await tina.post(`/api/v1/tickets/${number}/messages`, { kind: 'reply', html: '<p>We are <b>on it</b>.</p>' })
  const mail = (await mailsAbout(number)).at(-1)
  expect(mail?.text).toMatch(
    /^We are on it\.\n\nTina Tier\nSecond floor\n\n#\d+ · See it in the portal <[^>]+>\n\nOn 2 March 2026 at 09:00, Rita Request wrote:\n> Tray 2/,
  )
  expect(mail?.html).toContain('<p>We are <b>on it</b>.</p>')
  expect(mail?.html).toContain('<blockquote type="cite"')
  expect(mail?.subject).toBe(`[#${number}] <b>Bold</b> **stars**`)
  const [acknowledgement] = await mailsAbout(number)
  expect(acknowledgement?.html).not.toContain('<b>Bold')
  await tina.put('/api/v1/me/signature', { text: '' })
})

test('copies in secret go to nobody but whom they are for', async () => {
  const number = await open()
  const sent = await tina.post(`/api/v1/tickets/${number}/messages`, {
    kind: 'reply',
    text: 'Done',
    cc: [{ email: 'boss@example.org' }],
    bcc: [{ email: 'audit@example.org' }],
  })
  expect(sent.status).toBe(201)
  const mail = (await mailsAbout(number)).at(-1)
  expect(mail?.recipients).toMatchObject({ cc: [{ email: 'boss@example.org' }], bcc: [{ email: 'audit@example.org' }] })
  expect((await tina.get(`/api/v1/tickets/${number}`)).text).not.toContain('audit@example.org')
  expect((await rita.get(`/api/v1/tickets/${number}/messages`)).text).not.toContain('audit@example.org')
})

test('an administrator changes the words, tries them on a real ticket, and cannot save what is broken', async () => {
  const name = 'conversation.acknowledgement'
  const number = await open()
  expect((await tina.get(templates)).status).toBe(403)
  const all = (await adam.get(templates)).body.items
  expect(all.map((one: { name: string }) => one.name)).toContain('people.invitation')
  const before = await adam.get(`${templates}/${name}/en`)
  expect(before.body).toMatchObject({ changed: false, version: 0 })

  const broken = await adam.put(`${templates}/${name}/en`, {
    subject: '[#{{ticket.number}}] {{ticket.subject}}',
    body: 'Hi\n\n{{requester.shoeSize}} {{ticket.number}} {{ticket.url}}',
  })
  expect(broken.body).toMatchObject({
    code: 'templates.broken',
    field: 'body.body',
    detail: 'Line 3: there is no variable {{requester.shoeSize}}.',
    problems: [{ line: 3, code: 'unknown', name: 'requester.shoeSize' }],
  })
  const lost = await adam.put(`${templates}/${name}/en`, { subject: 'Hello', body: '{{ticket.number}} {{ticket.url}}' })
  expect(lost.body).toMatchObject({ field: 'body.subject' })

  const words = {
    subject: '[#{{ticket.number}}] Received',
    body: 'Got it, {{requester.firstName}}: #{{ticket.number}}\n\n[Look]({{ticket.url}})',
  }
  const preview = await adam.post(`${templates}/${name}/previews`, { language: 'en', ...words, ticket: number })
  expect(preview.body).toMatchObject({ subject: `[#${number}] Received`, problems: [] })
  expect(preview.body.text).toContain(`Got it, Rita: #${number}`)
  const made = await adam.post(`${templates}/${name}/previews`, { language: 'en', ...words, body: 'x {{nope}' })
  expect(made.body.problems).not.toEqual([])

  const saved = await adam.put(`${templates}/${name}/en`, words, { headers: { 'if-match': '"0"' } })
  expect(saved.body).toMatchObject({ changed: true, version: 1 })
  expect((await adam.put(`${templates}/${name}/en`, words, { headers: { 'if-match': '"0"' } })).status).toBe(412)
  const [mail] = await mailsAbout(await open())
  expect(mail?.text).toMatch(/^Got it, Rita: #\d+/)

  expect((await adam.post(`${templates}/${name}/trials`, { language: 'en', ...words, ticket: number })).body).toEqual({
    to: 'adam@example.org',
  })
  const back = await adam.delete(`${templates}/${name}/en`)
  expect(back.body).toMatchObject({ changed: false, version: 2 })
  const [again] = await mailsAbout(await open())
  expect(again?.text).toContain('What happens next')
  const versions = (await adam.get(`${templates}/${name}/en/versions`)).body.items
  expect(versions).toMatchObject([
    { version: 2, body: null },
    { version: 1, body: words.body, savedBy: 'Adam Admin' },
  ])
})

test('a preview on a ticket one may not see shows nothing of it', async () => {
  const team = await adam.post('/api/v1/teams', { name: 'Human resources', visibility: 'members' })
  const number = await open(rita, 'Salary')
  await key.put(`/api/v1/tickets/${number}/assignment`, { team: team.body.id })
  const preview = await adam.post(`${templates}/conversation.acknowledgement/previews`, {
    language: 'en',
    subject: '{{ticket.subject}}',
    body: '{{summary}}',
    ticket: number,
  })
  expect(preview.status).toBe(404)
})

test('a mailbox sends as it was set up: from another address, with its signature, by a way of its own', async () => {
  const box = await adam.post('/api/v1/mailboxes', { address: 'sales@desk.example', name: 'Sales Desk' })
  const path = `/api/v1/mailboxes/${box.body.id}`
  expect((await tina.get(`${path}/sending`)).status).toBe(403)
  const given = await adam.put(`${path}/sender`)
  expect(given.body.sender).toBeGreaterThan(1)
  expect((await adam.put(`${path}/sender`)).body.sender).toBe(given.body.sender)
  const kept = await adam.put(
    `${path}/sending`,
    { fromEmail: 'hello@desk.example', signatures: { en: 'Your sales desk', de: ' ' }, ownSignatures: false },
    { headers: { 'if-match': `"${given.body.version}"` } },
  )
  expect(kept.body).toMatchObject({ signatures: { en: 'Your sales desk' }, sender: given.body.sender })
  const raw =
    'From: Rita Request <rita@example.org>\r\nTo: sales@desk.example\r\nSubject: A quote\r\nMessage-ID: <q1@x.example>\r\n\r\nPlease.\r\n'
  const taken = await key.post('/api/v1/inbound-mail', raw, { headers: { 'content-type': 'message/rfc822' } })
  await desk.drain()
  const { ticket } = (await key.get(`/api/v1/inbound-mail/${taken.body.id}`)).body
  await tina.put('/api/v1/me/signature', { text: 'Just Tina' })
  await tina.post(`/api/v1/tickets/${ticket}/messages`, { kind: 'reply', text: 'Here it is.' })
  const mail = (await mailsAbout(ticket)).at(-1)
  expect(mail).toMatchObject({
    fromEmail: 'hello@desk.example',
    fromName: 'Tina Tier · Sales Desk',
    senderId: given.body.sender,
    headers: { 'Reply-To': 'sales@desk.example' },
  })
  expect(mail?.text).toContain('Your sales desk')
  expect(mail?.text).not.toContain('Just Tina')
})
