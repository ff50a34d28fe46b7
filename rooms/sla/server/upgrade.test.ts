import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'

let desk: TestDesk
let admin: Persona
const monday = '2026-03-02T09:00:00Z'

beforeAll(async () => {
  desk = await startDesk({ now: monday })
  admin = await desk.as('administrator')
})
afterAll(() => desk.stop())

const clocksOf = async (number: number) =>
  (await admin.get(`/api/v1/tickets/${number}/clocks`)).body.items.map(
    ({ target, state, startedAt }: Record<string, unknown>) => ({ target, state, startedAt }),
  )

test('open tickets of a desk without clocks get them once, from the upgrade on', async () => {
  const [standard] = (await admin.get('/api/v1/sla-policies')).body.items
  const hold = (active: boolean) =>
    admin.put(`/api/v1/sla-policies/${standard.id}`, { name: standard.name, active, content: standard.content })
  await hold(false)
  const fromAna = { subject: 'Printer jams', requester: { email: 'ana@corp.example' } }
  const open = async () => (await admin.post('/api/v1/tickets', fromAna)).body.number as number
  const [fresh, answered, solved] = [await open(), await open(), await open()]
  await admin.post(`/api/v1/tickets/${answered}/messages`, { kind: 'reply', text: 'We look at it.' })
  const resolution = { cause: 'Dust', action: 'Cleaned', verification: 'Printed' }
  await admin.post(`/api/v1/tickets/${solved}/resolution`, resolution)
  await desk.drain()
  await hold(true)
  expect(await clocksOf(fresh)).toEqual([])

  const startedAt = '2026-03-02T11:00:00.000Z'
  desk.clock.set(startedAt)
  await desk.db
    .updateTable('sla.upgrade')
    .set({ nextAt: new Date(startedAt) })
    .execute()
  await desk.drain()
  const running = (target: string) => ({ target, state: 'running', startedAt })
  expect(await clocksOf(fresh)).toEqual(expect.arrayContaining([running('first_response'), running('resolution')]))
  expect(await clocksOf(answered)).toEqual([running('resolution')])
  expect(await clocksOf(solved)).toEqual([])
  const facts = () =>
    desk.db.selectFrom('platform.fact').select('subjectId').where('name', '=', 'sla.applied').execute()
  expect((await facts()).map((fact) => fact.subjectId).sort()).toEqual([fresh, answered].sort())

  // Once more it finds nothing to do.
  await desk.db
    .updateTable('sla.upgrade')
    .set({ nextAt: new Date(startedAt) })
    .execute()
  await desk.drain()
  expect(await facts()).toHaveLength(2)
})
