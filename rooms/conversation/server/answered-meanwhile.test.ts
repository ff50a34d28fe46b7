import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'

let desk: TestDesk
let tina: Persona
let ute: Persona
let rita: Persona

beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
  tina = await desk.as('technician', { name: 'Tina Tier' })
  ute = await desk.as('technician', { name: 'Ute Brandt' })
  rita = await desk.as('requester', { name: 'Rita Request' })
})
afterAll(() => desk.stop())

async function aTicket() {
  const { body } = await rita.post('/api/v1/tickets', { subject: 'The printer jams', description: 'Paper is stuck.' })
  const path = `/api/v1/tickets/${body.number}/messages`
  const newest = async () => (await tina.get(`${path}?order=newest`)).body.items[0].id as number
  return { path, newest }
}

test('a reply to what one has not read is refused and says whose; told so, it goes out', async () => {
  const { path, newest } = await aTicket()
  const read = await newest()
  const first = await tina.post(path, { kind: 'reply', text: 'Open tray 2.', after: read })
  expect(first.status).toBe(201)
  const second = await ute.post(path, { kind: 'reply', text: 'Open the back.', after: read })
  expect(second.status).toBe(409)
  expect(second.body).toMatchObject({
    code: 'conversation.answered_meanwhile',
    params: { name: 'Tina Tier', messageId: first.body.id },
  })
  expect(await newest()).toBe(first.body.id)
  const anyway = await ute.post(path, { kind: 'reply', text: 'Open the back.', after: first.body.id })
  expect(anyway.status).toBe(201)
  // One’s own words are no surprise, and neither are notes.
  expect((await ute.post(path, { kind: 'reply', text: 'Please.', after: first.body.id })).status).toBe(201)
  await tina.post(path, { kind: 'note', text: 'She called.' })
  const last = (await ute.get(`${path}?order=newest`)).body.items.find((m: { kind: string }) => m.kind === 'reply').id
  expect((await tina.post(path, { kind: 'reply', text: 'And tray 3.', after: last })).status).toBe(201)
  await desk.drain()
})

test('what the requester said meanwhile counts, and two at the same moment cannot both be first', async () => {
  const { path, newest } = await aTicket()
  const read = await newest()
  const both = await Promise.all([
    tina.post(path, { kind: 'reply', text: 'One.', after: read }),
    ute.post(path, { kind: 'reply', text: 'Two.', after: read }),
  ])
  expect(both.map((one) => one.status).sort()).toEqual([201, 409])
  const now = await newest()
  await rita.post(path, { kind: 'reply', text: 'It works again.' })
  const late = await tina.post(path, { kind: 'reply', text: 'Try this.', after: now })
  expect(late.body).toMatchObject({ code: 'conversation.answered_meanwhile', params: { name: 'Rita Request' } })
  await desk.drain()
})

test('a note is never refused for it, and neither is who does not say what they have read', async () => {
  const { path } = await aTicket()
  expect((await tina.post(path, { kind: 'note', text: 'Mine.', after: 0 })).status).toBe(201)
  expect((await tina.post(path, { kind: 'reply', text: 'Yours.' })).status).toBe(201)
  await desk.drain()
})
