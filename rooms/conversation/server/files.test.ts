import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { setEnvironment } from '../../../platform/config/index.ts'
import { openSmtpSink, type SmtpSink } from '../../../platform/testkit/smtp-sink.ts'

const PIXELS = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let desk: TestDesk
let sink: SmtpSink
let tina: Persona
let rita: Persona
let stranger: Persona

beforeAll(async () => {
  desk = await startDesk()
  sink = await openSmtpSink()
  setEnvironment({
    ...process.env,
    MAIL_FROM: 'desk@desk.example',
    SMTP_OUT_URL: sink.url,
    UNDO_SEND_SECONDS: '0',
    ACKNOWLEDGE_TICKETS: 'false',
  })
  tina = await desk.as('technician', { name: 'Tina Tier' })
  rita = await desk.as('requester', { name: 'Rita Request', email: 'rita@x.example' })
  stranger = await desk.as('requester')
})
beforeEach(() => {
  sink.taken.length = 0
})
afterAll(async () => {
  await sink.close()
  await desk.stop()
  setEnvironment(process.env)
})

const messages = (number: number) => `/api/v1/tickets/${number}/messages`

async function open(): Promise<number> {
  const opened = await rita.post('/api/v1/tickets', { subject: 'The printer jams', description: 'Tray 2.' })
  await desk.drain()
  return opened.body.number
}

async function upload(who: Persona, name: string, content: Buffer | string, type = 'text/plain'): Promise<number> {
  const boundary = 'edge'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)])
  const sent = await who.post('/api/v1/files', body, {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
  return sent.body.id
}

/** The names in a zip archive, by its central directory. */
function namesIn(zip: string): string[] {
  return [...zip.matchAll(/PK\u0001\u0002[\s\S]{24}([\s\S]{2})[\s\S]{16}/g)].map((match) => {
    const length = (match[1] ?? '').charCodeAt(0)
    return zip.slice(match.index + 46, match.index + 46 + length)
  })
}

test('a picture in the text travels within the mail, and stands in the text for whoever reads the thread', async () => {
  const number = await open()
  const [picture, plan] = [await upload(tina, 'shot.png', PIXELS, 'image/png'), await upload(tina, 'plan.txt', 'plan')]
  const sent = await tina.post(messages(number), {
    kind: 'reply',
    html: `<p>Look: <img alt="shot.png" width="640" src="/api/v1/files/${picture}"></p>`,
    attachments: [picture, plan],
  })
  await desk.drain()
  const mail = sink.taken[0]?.replace(/=\r\n/g, '') ?? ''
  expect(mail).toContain(`cid:file-${picture}@deskhand`)
  expect(mail).toMatch(new RegExp(`content-id: <file-${picture}@deskhand>`, 'i'))
  expect(mail).toMatch(/Content-Disposition: inline; filename=shot\.png/)
  expect(mail).toMatch(/Content-Disposition: attachment; filename=plan\.txt/)
  const seen = (await rita.get(`${messages(number)}/${sent.body.id}`)).body
  expect(seen.html).toContain(`src="/api/v1/files/${picture}"`)
  expect(seen.attachments).toMatchObject([
    { id: picture, inline: true },
    { id: plan, inline: false },
  ])
  expect((await rita.get(`/api/v1/files/${picture}`)).status).toBe(200)
  expect((await stranger.get(`/api/v1/files/${picture}`)).status).toBe(404)
})

test('a picture in a question to a supplier travels within its mail, above the signature', async () => {
  const number = await open()
  await tina.put('/api/v1/me/signature', { text: 'Tina Tier\nSecond line' })
  const picture = await upload(tina, 'part.png', PIXELS, 'image/png')
  const started = await tina.post(`/api/v1/tickets/${number}/side-conversations`, {
    to: [{ email: 'help@supplier.example' }],
    html: `<p>Do you have this? <img src="/api/v1/files/${picture}"></p>`,
    attachments: [picture],
  })
  expect(started.body.messages[0].attachments).toMatchObject([{ id: picture, inline: true }])
  await desk.drain()
  const mail = sink.taken.at(-1)?.replace(/=\r\n/g, '') ?? ''
  expect(mail).toMatch(/<!doctype html>/i)
  expect(mail).toContain(`cid:file-${picture}@deskhand`)
  expect(mail).toMatch(/Content-Disposition: inline; filename=part\.png/)
  expect(mail.indexOf('Second line')).toBeGreaterThan(mail.indexOf('Do you have this?'))
})

test('a draft gives its files back after a reload', async () => {
  const number = await open()
  const id = await upload(tina, 'plan.txt', 'plan')
  await tina.put(`/api/v1/tickets/${number}/drafts/reply`, { html: '<p>See</p>', cc: [], attachments: [id] })
  expect((await tina.get(`/api/v1/tickets/${number}/drafts`)).body.items).toMatchObject([
    { attachments: [id], files: [{ id, name: 'plan.txt', size: 4 }] },
  ])
})

test('the files of a message, and of a ticket, come as one archive; those of notes for technicians only', async () => {
  const number = await open()
  const say = async (kind: string, ...names: string[]) => {
    const attachments: number[] = []
    for (const name of names) attachments.push(await upload(tina, name, `the words of ${name}`))
    return (await tina.post(messages(number), { kind, text: 'See', attachments })).body.id
  }
  const reply = await say('reply', 'a.txt', 'a.txt')
  const note = await say('note', 'secret.txt')
  const one = await rita.get(`${messages(number)}/${reply}/files`)
  expect(one.headers).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': expect.stringContaining('attachment; filename="#'),
  })
  expect(namesIn(one.binary)).toEqual(['a.txt', 'a (2).txt'])
  expect(one.text).toContain('the words of a.txt')

  const whole = `/api/v1/tickets/${number}/files`
  expect(namesIn((await tina.get(whole)).binary)).toEqual(['a.txt', 'a (2).txt', 'secret.txt'])
  expect(namesIn((await rita.get(whole)).binary)).toEqual(['a.txt', 'a (2).txt'])
  expect((await rita.get(`${messages(number)}/${note}/files`)).status).toBe(404)
  expect((await stranger.get(whole)).status).toBe(404)
  expect((await rita.get(`/api/v1/tickets/${await open()}/files`)).body.code).toBe('conversation.no_files')
  await desk.drain()
})
