import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'

let desk: TestDesk
let tina: Persona
let rita: Persona

beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
  tina = await desk.as('technician', { name: 'Tina Tier' })
  rita = await desk.as('requester', { name: 'Rita Request', email: 'rita@example.org' })
})
afterAll(() => desk.stop())

async function open(): Promise<number> {
  const opened = await rita.post('/api/v1/tickets', {
    subject: 'The printer jams',
    description: 'Paper is stuck.\nTray 2.',
  })
  expect(opened.status).toBe(201)
  return opened.body.number
}

const messages = (number: number) => `/api/v1/tickets/${number}/messages`

async function upload(who: Persona, name: string, content: string, type = 'text/plain'): Promise<number> {
  const boundary = 'b0undary'
  const body = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n${content}\r\n--${boundary}--\r\n`
  const answer = await who.post('/api/v1/files', body, {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
  expect(answer.status).toBe(201)
  return answer.body.id
}

describe('the thread', () => {
  test('begins with the words the ticket was opened with', async () => {
    const number = await open()
    const thread = await tina.get(messages(number))
    expect(thread.body.items).toMatchObject([
      {
        kind: 'reply',
        direction: 'in',
        author: { id: rita.id, name: 'Rita Request' },
        text: 'Paper is stuck.\nTray 2.',
      },
    ])
    expect(thread.body.items[0].html).toContain('Paper is stuck.')
  })

  test('a reply is mailed to the requester, opens the ticket, and is threaded below what they have', async () => {
    const number = await open()
    await desk.drain()
    const reply = await tina.post(messages(number), { kind: 'reply', html: '<p>We are <b>on it</b>.</p>' })
    expect(reply.status).toBe(201)
    expect(reply.body).toMatchObject({ direction: 'out', text: 'We are on it.', author: { id: tina.id } })
    expect(['queued', 'held']).toContain(reply.body.delivery.state)
    expect((await tina.get(`/api/v1/tickets/${number}`)).body.status).toBe('open')
    const mails = await desk.db
      .selectFrom('platform.outbox')
      .selectAll()
      .where('about', '=', `ticket:${number}`)
      .orderBy('id')
      .execute()
    // The acknowledgement first, then the reply below it.
    expect(mails.map((mail) => mail.subject)).toEqual([
      `[#${number}] The printer jams`,
      `[#${number}] The printer jams`,
    ])
    expect(JSON.stringify(mails[1])).toContain(String(mails[0]?.messageId).replace(/[<>]/g, ''))
  })

  test('a note is for technicians only', async () => {
    const number = await open()
    const note = await tina.post(messages(number), { kind: 'note', text: 'Rita is new here.' })
    expect(note.body).toMatchObject({ kind: 'note', delivery: { state: 'none' } })
    expect((await tina.get(messages(number))).body.items).toHaveLength(2)
    expect((await rita.get(messages(number))).body.items).toHaveLength(1)
    expect((await rita.post(messages(number), { kind: 'note', text: 'me too' })).status).toBe(403)
  })

  test('what a requester writes opens a ticket that waited for them', async () => {
    const number = await open()
    await tina.put(`/api/v1/tickets/${number}/status`, { status: 'waiting_requester' })
    await rita.post(messages(number), { kind: 'reply', text: 'Here is the serial number: 42.' })
    expect((await tina.get(`/api/v1/tickets/${number}`)).body.status).toBe('open')
  })

  test('HTML is made safe, whoever wrote it', async () => {
    const number = await open()
    const reply = await tina.post(messages(number), {
      kind: 'reply',
      html: '<p onclick="x()">Hi<script>alert(1)</script><a href="javascript:x()">y</a></p>',
    })
    expect(reply.body.html).not.toMatch(/script|onclick/i)
    expect(reply.body.html).toContain('Hi')
  })

  test('says nothing with nothing', async () => {
    const number = await open()
    const empty = await tina.post(messages(number), { kind: 'reply', text: '  ' })
    expect(empty.body).toMatchObject({ code: 'conversation.empty_message', field: 'body.text' })
    const paragraph = await tina.post(messages(number), { kind: 'reply', html: '<p><br></p><p>&nbsp;</p>' })
    expect(paragraph.body).toMatchObject({ code: 'conversation.empty_message', field: 'body.html' })
  })

  test('pages', async () => {
    const number = await open()
    for (const nth of [1, 2, 3]) await tina.post(messages(number), { kind: 'note', text: `note ${nth}` })
    const first = await tina.get(`${messages(number)}?limit=2`)
    expect(first.body.items).toHaveLength(2)
    const second = await tina.get(`${messages(number)}?limit=2&cursor=${first.body.nextCursor}`)
    expect(second.body.items.map((message: { text: string }) => message.text)).toEqual(['note 2', 'note 3'])
    expect(second.body.nextCursor).toBeNull()
  })
})

describe('attachments', () => {
  test('are read by whoever reads the message, and by nobody else', async () => {
    const number = await open()
    const file = await upload(tina, '../../etc/löse sung.html', '<script>alert(1)</script>', 'text/html')
    const reply = await tina.post(messages(number), { kind: 'reply', text: 'See attached.', attachments: [file] })
    const [attached] = reply.body.attachments
    expect(attached).toMatchObject({ name: 'löse sung.html', size: 25 })
    const download = await rita.get(attached.url)
    expect(download.text).toBe('<script>alert(1)</script>')
    expect(download.headers['content-type']).toBe('application/octet-stream')
    expect(download.headers['content-disposition']).toMatch(/^attachment/)
    const stranger = await desk.as('requester')
    expect((await stranger.get(attached.url)).status).toBe(404)
    const hidden = await upload(tina, 'log.txt', 'secret')
    const note = await tina.post(messages(number), { kind: 'note', text: 'log', attachments: [hidden] })
    expect((await rita.get(note.body.attachments[0].url)).status).toBe(404)
  })

  test('a file of somebody else cannot be attached', async () => {
    const number = await open()
    const file = await upload(tina, 'a.txt', 'a')
    const stolen = await rita.post(messages(number), { kind: 'reply', text: 'mine', attachments: [file] })
    expect(stolen.body).toMatchObject({ code: 'files.foreign', field: 'body.attachments' })
  })
})

describe('undo', () => {
  test('takes a reply back in its first seconds, mail and all, and returns its words', async () => {
    const number = await open()
    await desk.drain()
    const reply = await tina.post(messages(number), { kind: 'reply', html: '<p>Oops</p>' })
    expect(reply.body.undoUntil).not.toBeNull()
    const undone = await tina.delete(`${messages(number)}/${reply.body.id}`)
    expect(undone.body).toMatchObject({ kind: 'reply', html: '<p>Oops</p>' })
    expect((await tina.get(messages(number))).body.items).toHaveLength(1)
    const left = await desk.db
      .selectFrom('platform.outbox')
      .select('state')
      .where('about', '=', `ticket:${number}`)
      .where('state', 'in', ['queued', 'held', 'sending', 'sent'])
      .execute()
    expect(left).toHaveLength(1)
  })

  test('is for its author, and not for ever', async () => {
    const number = await open()
    const lena = await desk.as('lead')
    const reply = await tina.post(messages(number), { kind: 'reply', text: 'On my way' })
    expect((await lena.delete(`${messages(number)}/${reply.body.id}`)).body.code).toBe('conversation.not_yours')
    desk.clock.advance(60_000)
    expect((await tina.delete(`${messages(number)}/${reply.body.id}`)).body.code).toBe('conversation.too_late_to_undo')
  })
})

describe('drafts', () => {
  test('are kept for their writer, and gone once sent', async () => {
    const number = await open()
    const drafts = `/api/v1/tickets/${number}/drafts`
    const kept = await tina.put(`${drafts}/reply`, { html: '<p>Dear</p>', cc: [], attachments: [] })
    expect(kept.status).toBe(200)
    await tina.put(`${drafts}/reply`, {
      html: '<p>Dear Rita</p>',
      cc: [{ email: 'boss@example.org' }],
      attachments: [],
    })
    expect((await tina.get(drafts)).body.items).toMatchObject([{ kind: 'reply', html: '<p>Dear Rita</p>' }])
    expect((await (await desk.as('lead')).get(drafts)).body.items).toEqual([])
    await tina.post(messages(number), { kind: 'reply', html: '<p>Dear Rita</p>' })
    expect((await tina.get(drafts)).body.items).toEqual([])
  })
})

describe('canned replies', () => {
  test('are filled in for the ticket at hand, and cannot be saved broken', async () => {
    const lena = await desk.as('lead')
    const broken = await lena.post('/api/v1/canned-replies', { title: 'Broken', html: '<p>{{requester.shoeSize}}</p>' })
    expect(broken.body).toMatchObject({ code: 'conversation.unknown_variable', field: 'body.html' })
    const made = await lena.post('/api/v1/canned-replies', {
      title: 'Greeting',
      html: '<p>Hello {{requester.firstName}}, about #{{ticket.number}}</p>',
    })
    expect(made.status).toBe(201)
    const number = await open()
    const filled = await tina.get(`/api/v1/tickets/${number}/canned-replies/${made.body.id}`)
    expect(filled.body.html).toBe(`<p>Hello Rita, about #${number}</p>`)
    const twice = await lena.post('/api/v1/canned-replies', { title: 'greeting', html: '<p>x</p>' })
    expect(twice.body.code).toBe('conversation.title_taken')
    expect((await tina.post('/api/v1/canned-replies', { title: 'Mine', html: 'x' })).status).toBe(403)
  })
})
