import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDesk, type TestDesk } from './testkit.ts'

// That the example itself loads is tested where it is written, in db/seeds.
const path = '/api/v1/example-desk'
const password = 'seven quiet lanterns'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
})
afterAll(() => desk.stop())

test('the example is offered to a desk without tickets, and kept out of one that has its own', async () => {
  const admin = await desk.as('administrator')
  expect((await admin.get(path)).body).toEqual({ state: 'ready', accounts: [] })
  expect((await admin.post(path, { password: 'short' })).body).toMatchObject({ status: 422, field: 'body.password' })

  await admin.post('/api/v1/tickets', { subject: 'Ours', requester: { email: 'bo@acme.example' } })
  expect((await admin.get(path)).body).toEqual({ state: 'in_use', accounts: [] })
  expect((await admin.post(path, { password })).body).toMatchObject({ status: 409, code: 'example.desk_in_use' })
  await desk.drain()
})
