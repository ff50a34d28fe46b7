import { expect, test } from 'vitest'
import { startDesk } from './testkit.ts'

// Many clients name a type with every request, whether they send something or not.
const headers = { 'content-type': 'application/json' }

test('a body of nothing is none: needless where none is wanted, missed where one is', async () => {
  const desk = await startDesk()
  const key = await desk.asKey('technician')
  const { number } = (
    await key.post('/api/v1/tickets', { subject: 'Jams', description: 'It jams.', requester: { email: 'a@b.example' } })
  ).body
  const done = { cause: 'Worn rollers', action: 'Changed them', verification: 'Ten pages went through' }
  expect((await key.post(`/api/v1/tickets/${number}/resolution`, done)).status).toBe(201)
  expect((await key.delete(`/api/v1/tickets/${number}/resolution`, { headers })).status).toBeLessThan(300)
  const missing = await key.post(`/api/v1/tickets/${number}/messages`, undefined, { headers })
  expect(missing).toMatchObject({ status: 422, body: { code: 'http.invalid', field: 'body' } })
  await desk.drain()
})
