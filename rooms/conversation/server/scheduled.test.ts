import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { setEnvironment } from '../../../platform/config/index.ts'
import { openSmtpSink } from '../../../platform/testkit/smtp-sink.ts'

let desk: TestDesk
let tina: Persona
let lena: Persona
let rita: Persona

beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
  tina = await desk.as('technician', { name: 'Tina Tier' })
  lena = await desk.as('lead', { name: 'Lena Lead' })
  rita = await desk.as('requester', { name: 'Rita Request', email: 'rita@example.org' })
})
afterAll(() => desk.stop())

const planned = (number: number) => `/api/v1/tickets/${number}/scheduled-replies`
const thread = async (number: number) => (await tina.get(`/api/v1/tickets/${number}/messages`)).body.items
const inHours = (hours: number) => new Date(desk.clock.now().getTime() + hours * 3_600_000).toISOString()
const later = (hours: number) => desk.clock.advance(hours * 3_600_000)

async function open(): Promise<number> {
  const opened = await rita.post('/api/v1/tickets', { subject: 'The printer jams', description: 'Tray 2.' })
  await desk.drain()
  return opened.body.number
}

test('a reply goes out at its time, in its author’s name, once', async () => {
  const number = await open()
  const made = await tina.post(planned(number), { html: '<p>Good morning</p>', sendAt: inHours(12) })
  expect(made.body).toMatchObject({ state: 'waiting', author: { id: tina.id }, mine: true, answeredSince: false })
  expect((await lena.get(planned(number))).body.items).toMatchObject([{ id: made.body.id, mine: false }])
  expect((await rita.get(planned(number))).status).toBe(403)
  later(11)
  await desk.drain()
  expect(await thread(number)).toHaveLength(1)
  later(2)
  await desk.drain()
  await desk.drain()
  const said = await thread(number)
  expect(said).toHaveLength(2)
  expect(said[1]).toMatchObject({ text: 'Good morning', direction: 'out', author: { id: tina.id } })
  expect((await lena.get(planned(number))).body.items).toEqual([])
})

test('it is held when the requester writes first, and its author is told and decides', async () => {
  const number = await open()
  const made = await tina.post(planned(number), { html: '<p>Any news?</p>', sendAt: inHours(5) })
  later(1)
  await rita.post(`/api/v1/tickets/${number}/messages`, { kind: 'reply', text: 'It works again.' })
  expect((await tina.get(planned(number))).body.items[0]).toMatchObject({ answeredSince: true, state: 'waiting' })
  later(5)
  await desk.drain()
  expect((await tina.get(planned(number))).body.items[0]).toMatchObject({ state: 'held' })
  expect(await thread(number)).toHaveLength(2)
  expect((await tina.get('/api/v1/tickets?flag=reply_held')).body.items).toMatchObject([{ number }])
  expect((await lena.post(`${planned(number)}/${made.body.id}/message`)).body.code).toBe('conversation.not_your_reply')
  expect((await tina.post(`${planned(number)}/${made.body.id}/message`)).body).toMatchObject({ text: 'Any news?' })
  expect((await tina.get('/api/v1/tickets?flag=reply_held')).body.items).toEqual([])
  expect((await tina.post(`${planned(number)}/${made.body.id}/message`)).status).toBe(404)
  await desk.drain()
})

test('it is changed and taken back by hand', async () => {
  const number = await open()
  const made = await tina.post(planned(number), { html: '<p>One</p>', sendAt: inHours(2), holdIfAnswered: false })
  const one = `${planned(number)}/${made.body.id}`
  expect((await lena.patch(one, { html: '<p>Two</p>' })).status).toBe(403)
  const changed = await tina.patch(one, { html: '<p>Two<script>x</script></p>', sendAt: inHours(8) })
  expect(changed.body).toMatchObject({ html: '<p>Two</p>', version: 2 })
  expect((await tina.patch(one, { sendAt: inHours(-1) })).body.field).toBe('body.sendAt')
  later(3)
  await desk.drain()
  expect(await thread(number)).toHaveLength(1)
  expect((await lena.delete(one)).body).toMatchObject({ kind: 'reply', html: '<p>Two</p>' })
  later(10)
  await desk.drain()
  expect(await thread(number)).toHaveLength(1)
})

test('whether its author may answer is asked when it is sent', async () => {
  const number = await open()
  const gone = await desk.as('technician', { name: 'Gone Soon' })
  await gone.post(planned(number), { html: '<p>Bye</p>', sendAt: inHours(2) })
  await desk.db.updateTable('people.person').set({ active: false }).where('id', '=', gone.id).execute()
  later(3)
  await desk.drain()
  expect(await thread(number)).toHaveLength(1)
  expect((await tina.get(planned(number))).body.items).toMatchObject([
    { state: 'refused', reason: 'Its author is no longer active.' },
  ])
})

test('its mail leaves when it is due, and what its author is writing meanwhile stays', async () => {
  const sink = await openSmtpSink()
  setEnvironment({ ...process.env, MAIL_FROM: 'desk@desk.example', SMTP_OUT_URL: sink.url })
  try {
    const number = await open()
    await desk.drain()
    const before = sink.taken.length
    await tina.post(planned(number), { html: '<p>As promised</p>', sendAt: inHours(1) })
    await tina.put(`/api/v1/tickets/${number}/drafts/reply`, { html: '<p>More later</p>', cc: [], attachments: [] })
    later(1)
    await desk.drain()
    expect(sink.taken.slice(before)).toEqual([expect.stringContaining('As promised')])
    expect((await thread(number)).at(-1)).toMatchObject({ delivery: { state: 'sent' }, undoUntil: null })
    const drafts = await tina.get(`/api/v1/tickets/${number}/drafts`)
    expect(drafts.body.items).toMatchObject([{ html: '<p>More later</p>' }])
  } finally {
    setEnvironment(process.env)
    await sink.close()
  }
})
