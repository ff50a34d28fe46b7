import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Persona, type Speaker, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { setOutside } from '../../../platform/remote-picture/index.ts'
import { setDeskSetting } from '../../../platform/settings/index.ts'
import { addMessage } from './add-message.ts'

const PIXELS = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let desk: TestDesk
let key: Speaker
let tina: Persona
let rita: Persona
let stranger: Persona
let pictures: Server
let port: number
let asked = 0

beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
  key = await desk.asKey('administrator')
  tina = await desk.as('technician', { name: 'Tina Tier' })
  rita = await desk.as('requester', { name: 'Rita Request', email: 'rita@example.org' })
  stranger = await desk.as('requester')
  pictures = createServer((request, response) => {
    asked += 1
    response.writeHead(request.url === '/logo.png' ? 200 : 404).end(request.url === '/logo.png' ? PIXELS : undefined)
  })
  await new Promise<void>((resolve) => pictures.listen(0, '127.0.0.1', resolve))
  port = (pictures.address() as AddressInfo).port
  setOutside({
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    mayConnect: (address) => address === '127.0.0.1',
  })
})
afterAll(async () => {
  setOutside()
  pictures.close()
  await desk.stop()
})

const messages = (number: number) => `/api/v1/tickets/${number}/messages`

async function open(): Promise<number> {
  const opened = await rita.post('/api/v1/tickets', { subject: 'The printer jams', description: 'Paper is stuck.' })
  return opened.body.number
}

let nth = 0

/** Hands a raw mail to the desk; returns its ticket and its message. */
async function receive(head: Record<string, string>, body: string): Promise<{ number: number; id: number }> {
  const all = {
    From: 'Rita Request <rita@example.org>',
    To: 'desk@localhost',
    Subject: `Mail ${++nth}`,
    'Message-ID': `<thread${nth}@mail.example.org>`,
    Date: 'Mon, 02 Mar 2026 08:59:00 +0000',
    'MIME-Version': '1.0',
    ...head,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  const raw = `${lines.join('\r\n')}\r\n\r\n${body}\r\n`
  const taken = await key.post('/api/v1/inbound-mail', raw, { headers: { 'content-type': 'message/rfc822' } })
  await desk.drain()
  const filed = (await key.get(`/api/v1/inbound-mail/${taken.body.id}`)).body
  expect(filed.state).toBe('filed')
  return { number: filed.ticket, id: filed.message }
}

const html = (body: string) => receive({ 'Content-Type': 'text/html; charset=utf-8' }, body)

describe('paging', () => {
  test('the newest come first when asked, and no page has more than was asked for', async () => {
    const number = await open()
    for (let n = 1; n <= 6; n++) await tina.post(messages(number), { kind: n % 2 ? 'note' : 'reply', text: `No ${n}` })
    const latest = await tina.get(`${messages(number)}?order=newest&limit=3`)
    expect(latest.body.items.map((one: { text: string }) => one.text)).toEqual(['No 6', 'No 5', 'No 4'])
    expect(latest.body.total).toBe(7)
    const before = await tina.get(`${messages(number)}?order=newest&limit=3&cursor=${latest.body.nextCursor}`)
    expect(before.body.items.map((one: { text: string }) => one.text)).toEqual(['No 3', 'No 2', 'No 1'])
    // A requester sees and counts no notes.
    expect((await rita.get(`${messages(number)}?order=newest`)).body.total).toBe(4)
    await desk.drain()
  })

  test('a giant message is cut in the list and whole by itself', async () => {
    const number = await open()
    const giant = `<table>${'<tr><td>one more line</td></tr>'.repeat(20_000)}</table>`
    await desk.cx().tx((tx) =>
      addMessage(tx, {
        ticketNumber: number,
        kind: 'reply',
        direction: 'in',
        author: { id: rita.id, name: 'Rita' },
        html: giant,
      }),
    )
    const list = await tina.get(messages(number))
    const [, message] = list.body.items
    expect(message.cut).toBe(true)
    expect(list.text.length).toBeLessThan(200_000)
    const whole = await tina.get(`${messages(number)}/${message.id}`)
    expect(whole.body).toMatchObject({ cut: false })
    expect(whole.body.html.length).toBeGreaterThan(500_000)
    expect((await stranger.get(`${messages(number)}/${message.id}`)).status).toBe(404)
  })
})

describe('pictures from elsewhere', () => {
  const at = (path: string) => `http://pictures.example:${port}${path}`
  const picture = (place: { number: number; id: number }, url: string) =>
    `${messages(place.number)}/${place.id}/picture?url=${encodeURIComponent(url)}`

  test('are blocked, then fetched by the desk for those who may read the message, and only those it names', async () => {
    const place = await html(
      `<p>News</p><img src="${at('/logo.png')}" width="200"><img src="${at('/seen.png')}" width="1" height="1"><img src="${at('/gone.png?a=1&amp;b=2')}">`,
    )
    const [message] = (await tina.get(messages(place.number))).body.items
    expect(message.pictures).toBe('blocked')
    expect(message.html).not.toMatch(/ src="http/)
    asked = 0
    const logo = await tina.get(picture(place, at('/logo.png')))
    expect(logo.status).toBe(200)
    expect(logo.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
    expect(String(logo.headers['content-security-policy'])).toContain('sandbox')
    await rita.get(picture(place, at('/logo.png')))
    expect(asked).toBe(1)
    // A server that does not have it is not asked again at once.
    expect((await tina.get(picture(place, at('/gone.png?a=1&b=2')))).status).toBe(404)
    expect((await tina.get(picture(place, at('/gone.png?a=1&b=2')))).status).toBe(404)
    expect(asked).toBe(2)
    // Neither what counts readers nor anything that the message does not name.
    expect((await tina.get(picture(place, at('/seen.png')))).status).toBe(404)
    expect((await tina.get(picture(place, at('/other.png')))).status).toBe(404)
    expect((await stranger.get(picture(place, at('/logo.png')))).status).toBe(404)
    expect((await desk.anonymous.get(picture(place, at('/logo.png')))).status).toBe(401)
    expect(asked).toBe(2)
  })

  test('of a trusted sender are shown without asking, to whoever trusts them', async () => {
    const place = await html(`<p>More</p><img src="${at('/logo.png')}">`)
    const state = async (who: Persona) => (await who.get(messages(place.number))).body.items[0].pictures
    const first = (await tina.get(messages(place.number))).body.items[0]
    expect((await tina.put(`/api/v1/me/picture-senders/${first.author.id}`)).status).toBe(204)
    expect(await state(tina)).toBe('allowed')
    expect(await state(rita)).toBe('blocked')
    expect((await tina.get('/api/v1/me/picture-senders')).body.items).toEqual([
      { id: first.author.id, name: 'Rita Request' },
    ])
    expect((await tina.delete(`/api/v1/me/picture-senders/${first.author.id}`)).status).toBe(204)
    expect(await state(tina)).toBe('blocked')
    // Nobody learns who exists by trusting numbers.
    expect((await rita.put('/api/v1/me/picture-senders/987654321')).status).toBe(204)
  })

  test('are not fetched at all where the desk says so', async () => {
    const place = await html(`<p>Even more</p><img src="${at('/logo.png?off')}">`)
    const set = (value: boolean | null) => setDeskSetting(desk.cx(), 'conversation.remotePictures', value)
    await set(false)
    asked = 0
    expect((await tina.get(messages(place.number))).body.items[0].pictures).toBe('off')
    expect((await tina.get(picture(place, at('/logo.png?off')))).status).toBe(404)
    expect(asked).toBe(0)
    await set(null)
  })
})

describe('where a message came from', () => {
  test('its header and the servers it passed, with what each took', async () => {
    const place = await receive(
      {
        Received:
          'from out.example.org (out.example.org [192.0.2.1]) by mx.desk.example with ESMTPS id 2; Mon, 02 Mar 2026 09:00:30 +0000\r\nReceived: from [10.0.0.5] by out.example.org with ESMTPSA id 1; Mon, 02 Mar 2026 08:59:00 +0000',
        Subject: '=?utf-8?Q?Gr=C3=BC=C3=9Fe?=',
        Cc: 'Carl <carl@example.org>',
      },
      'Hello',
    )
    const origin = await tina.get(`${messages(place.number)}/${place.id}/origin`)
    expect(origin.body.headers).toContainEqual({ name: 'Subject', value: 'Grüße' })
    expect(origin.body.hops).toMatchObject([
      { from: '[10.0.0.5]', by: 'out.example.org', protocol: 'ESMTPSA', seconds: null },
      { from: 'out.example.org', by: 'mx.desk.example', protocol: 'ESMTPS', seconds: 90 },
    ])
    expect(origin.body.size).toBeGreaterThan(100)
    const [message] = (await tina.get(messages(place.number))).body.items
    expect(message.recipients.cc).toMatchObject([{ email: 'carl@example.org', name: 'Carl' }])
    // None of it is the requester's business.
    const [seen] = (await rita.get(messages(place.number))).body.items
    expect(seen).toMatchObject({ recipients: null, hasSource: false })
    expect((await rita.get(`${messages(place.number)}/${place.id}/origin`)).status).toBe(403)
  })

  test('of an answer: whom it went to, and the mail as it was sent', async () => {
    const number = await open()
    const reply = await tina.post(messages(number), { kind: 'reply', text: 'On my way.' })
    await desk.drain()
    const list = await tina.get(messages(number))
    const message = list.body.items.find((one: { id: number }) => one.id === reply.body.id)
    expect(message.recipients.to).toMatchObject([{ email: 'rita@example.org' }])
    expect(message.hasSource).toBe(true)
    const origin = await tina.get(`${messages(number)}/${message.id}/origin`)
    expect(origin.body.headers.map((one: { name: string }) => one.name)).toContain('Message-ID')
    expect((await tina.get(`${messages(number)}/${message.id}/source`)).text).toContain('On my way.')
    const note = await tina.post(messages(number), { kind: 'note', text: 'x' })
    expect((await tina.get(`${messages(number)}/${note.body.id}/source`)).body.code).toBe('conversation.no_source')
    expect((await tina.get(`${messages(number)}/${note.body.id}/origin`)).status).toBe(404)
  })
})

describe('files', () => {
  const boundary = 'b0undary'
  async function upload(name: string, type: string, content: string): Promise<number> {
    const body = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n${content}\r\n--${boundary}--\r\n`
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
    return (await tina.post('/api/v1/files', body, { headers })).body.id
  }

  test('are given out in parts, so that a film can be wound on, and not again when unchanged', async () => {
    const id = await upload('talk.mp3', 'audio/mpeg', '0123456789')
    const part = await tina.get(`/api/v1/files/${id}?show=true`, { headers: { range: 'bytes=2-5' } })
    expect(part).toMatchObject({ status: 206, text: '2345' })
    expect(part.headers).toMatchObject({
      'content-range': 'bytes 2-5/10',
      'content-length': '4',
      'content-type': 'audio/mpeg',
    })
    expect((await tina.get(`/api/v1/files/${id}`, { headers: { range: 'bytes=50-' } })).status).toBe(416)
    const again = { 'if-none-match': String(part.headers.etag) }
    expect((await tina.get(`/api/v1/files/${id}`, { headers: again })).status).toBe(304)
    expect((await stranger.get(`/api/v1/files/${id}`, { headers: again })).status).toBe(404)
  })

  test('that could run are shown as text, in a box', async () => {
    const id = await upload('page.html', 'text/html', '<script>alert(1)</script>')
    const shown = await tina.get(`/api/v1/files/${id}?show=true`)
    expect(shown.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(String(shown.headers['content-security-policy'])).toContain('sandbox')
    expect(shown.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN' })
    const saved = await tina.get(`/api/v1/files/${id}`)
    expect(saved.headers).toMatchObject({ 'content-type': 'application/octet-stream' })
    expect(String(saved.headers['content-disposition'])).toMatch(/^attachment/)
  })

  test('that are e-mails can be read, with files of their own', async () => {
    const inner = [
      'From: Otto Other <otto@example.net>',
      'To: rita@example.org',
      'Subject: The contract',
      'Date: Sun, 01 Mar 2026 10:00:00 +0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="in"',
      '',
      '--in',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p onclick="x()">Please sign.</p><script>alert(1)</script>',
      '--in',
      'Content-Type: text/csv; name="terms.csv"',
      'Content-Disposition: attachment; filename="terms.csv"',
      '',
      'a;b',
      '--in--',
    ].join('\r\n')
    const id = await upload('contract.eml', 'message/rfc822', inner)
    const plain = await upload('notes.txt', 'text/plain', 'x')
    const number = await open()
    const sent = await tina.post(messages(number), { kind: 'reply', text: 'See', attachments: [id, plain] })
    const base = `${messages(number)}/${sent.body.id}/attachments/${id}/mail`
    const mail = await rita.get(base)
    expect(mail.body).toMatchObject({
      from: { name: 'Otto Other', email: 'otto@example.net' },
      to: [{ email: 'rita@example.org' }],
      subject: 'The contract',
      date: '2026-03-01T10:00:00.000Z',
      files: [{ name: 'terms.csv', type: 'text/csv', url: `${base}/parts/0` }],
    })
    expect(mail.body.html).toContain('Please sign.')
    expect(mail.body.html).not.toMatch(/script|onclick/)
    const part = await rita.get(`${base}/parts/0`)
    expect(part.text.trim()).toBe('a;b')
    expect(String(part.headers['content-security-policy'])).toContain('sandbox')
    expect((await rita.get(`${base}/parts/7`)).status).toBe(404)
    expect((await stranger.get(base)).status).toBe(404)
    expect((await rita.get(`${messages(number)}/${sent.body.id}/attachments/${plain}/mail`)).body.code).toBe(
      'conversation.not_a_mail',
    )
    // A file of another message is not one of this.
    const foreign = await upload('foreign.eml', 'message/rfc822', inner)
    expect((await tina.get(`${messages(number)}/${sent.body.id}/attachments/${foreign}/mail`)).status).toBe(404)
    await desk.drain()
  })
})
