import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { setWayOut } from '../../../platform/outside/index.ts'
import { type PushService, startPushService } from '../../../platform/testkit/push-service.ts'

let desk: TestDesk
let tina: Persona
let tom: Persona
let service: PushService
const subscriptions = '/api/v1/me/push-subscriptions'

beforeAll(async () => {
  desk = await startDesk({ now: '2026-03-02T09:00:00Z' })
  tina = await desk.as('technician', { name: 'Tina Tier', teams: ['Service desk'] })
  tom = await desk.as('technician', { name: 'Tom Tier', teams: ['Service desk'] })
  const { publicKey } = (await tina.get('/api/v1/push-key')).body
  service = await startPushService(() => publicKey)
  setWayOut({
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    mayConnect: () => true,
    mayBePlain: () => true,
  })
})
beforeEach(() => {
  service.answer(201)
  service.heard.length = 0
})
afterAll(async () => {
  setWayOut()
  await service?.stop()
  await desk?.stop()
})

/** Browsers are kept with https only; the push service of this file has no certificate. */
async function subscribe(who: Persona, label = 'Chrome, Linux'): Promise<void> {
  const { endpoint, keys } = service.browser
  const secure = endpoint.replace('http:', 'https:')
  const kept = await who.put(subscriptions, { endpoint: secure, keys, label })
  expect(kept.status, kept.text).toBe(200)
  await desk.db.updateTable('platform.pushSubscription').set({ endpoint }).where('id', '=', kept.body.id).execute()
}

test('what concerns somebody reaches their browser, readable by it alone', async () => {
  await subscribe(tina)
  const made = await tom.post('/api/v1/tickets', { subject: 'Drucker druckt „Grüße“ nicht', description: 'Seit neun.' })
  const { number } = made.body
  await tom.put(`/api/v1/tickets/${number}/assignment`, { team: null, assignee: tina.id })
  await desk.passUntil('2026-03-02T09:05:00Z')
  expect(service.heard).toMatchObject([
    {
      note: {
        title: expect.stringContaining(`#${number} Drucker druckt „Grüße“ nicht`),
        body: expect.stringContaining('Tom Tier'),
        url: `/desk/tickets/${number}`,
      },
      headers: { 'content-encoding': 'aes128gcm', ttl: '43200', urgency: 'normal' },
    },
  ])
})

test('a browser that is gone is forgotten', async () => {
  service.answer(410)
  expect((await tina.post(`${subscriptions}/trials`)).body).toEqual({ sent: 1 })
  await desk.drain()
  expect((await tina.get(subscriptions)).body.items).toEqual([])
})

test('whoever signs out, there or from elsewhere, gets no web push on it any more', async () => {
  const here = await desk.as('technician', { name: 'Ulla Unterwegs', email: 'ulla@desk.example' })
  await subscribe(here)
  expect((await here.get(subscriptions)).body.items).toHaveLength(1)
  const elsewhere = await desk.as('technician', { email: 'ulla@desk.example' })
  expect((await elsewhere.delete('/api/v1/me/sessions')).status).toBeLessThan(300)
  expect((await elsewhere.get(subscriptions)).body.items).toEqual([])
  await subscribe(elsewhere)
  await elsewhere.delete('/api/v1/session')
  const left = await desk.db
    .selectFrom('platform.pushSubscription')
    .selectAll()
    .where('personId', '=', here.id)
    .execute()
  expect(left).toEqual([])
})
