import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Speaker, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'

let desk: TestDesk
let admin: Speaker
let technician: Speaker
let requester: Speaker

beforeAll(async () => {
  desk = await startDesk()
  admin = await desk.as('administrator')
  technician = await desk.as('technician')
  requester = await desk.as('requester')
})
afterAll(() => desk.stop())

const names = (answer: { body: { items: { name: string }[] } }) => answer.body.items.map((item) => item.name)

it('starts with services, categories, a matrix and a form', async () => {
  const services = await technician.get('/api/v1/services')
  expect(names(services)).toEqual(['General help', 'Hardware', 'Software', 'Accounts & access', 'Network'])
  const form = services.body.items.find((service: { hasForm: boolean }) => service.hasForm)
  expect((await requester.get(`/api/v1/services/${form.id}/form`)).body.fields).toHaveLength(6)
  expect((await requester.get('/api/v1/categories')).body.items.length).toBeGreaterThan(10)
  expect((await requester.get('/api/v1/priority-matrix')).body.cells[0]).toEqual(['critical', 'high', 'moderate'])
})

it('is changed by administrators only, and read by nobody who has not signed in', async () => {
  const body = { name: 'Telephony' }
  expect((await requester.post('/api/v1/services', body)).status).toBe(403)
  expect((await technician.post('/api/v1/services', body)).status).toBe(403)
  expect((await desk.speaker({}).get('/api/v1/services')).status).toBe(401)
  const added = await admin.post('/api/v1/services', body)
  expect(added.status).toBe(201)
  expect(added.body).toMatchObject({ name: 'Telephony', active: true, inPortal: true, defaultKind: 'incident' })
})

it('shows requesters only what the portal offers, without the words for technicians', async () => {
  const hidden = await admin.post('/api/v1/services', { name: 'Server room', inPortal: false, description: 'Keys!' })
  const shown = await admin.post('/api/v1/services', { name: 'Printing', description: 'Vendor: 555' })
  expect(names(await requester.get('/api/v1/services'))).not.toContain('Server room')
  expect((await requester.get(`/api/v1/services/${hidden.body.id}`)).status).toBe(404)
  expect((await requester.get(`/api/v1/services/${hidden.body.id}/form`)).status).toBe(404)
  expect((await requester.get(`/api/v1/services/${shown.body.id}`)).body.description).toBe('')
  expect((await technician.get(`/api/v1/services/${shown.body.id}`)).body.description).toBe('Vendor: 555')
  await admin.patch(`/api/v1/services/${shown.body.id}`, { active: false })
  expect((await requester.get(`/api/v1/services/${shown.body.id}`)).status).toBe(404)
})

it('is found by a part of its name in any language', async () => {
  expect(names(await technician.get('/api/v1/services?q=netzw'))).toEqual(['Network'])
})

it('refuses a second service of the same name, whatever its case', async () => {
  const again = await admin.post('/api/v1/services', { name: 'HARDWARE' })
  expect(again).toMatchObject({ status: 409, body: { code: 'catalog.service_name_taken', field: 'body.name' } })
})

it('refuses a team that does not exist', async () => {
  const answer = await admin.post('/api/v1/services', { name: 'Owned', ownerTeamId: 999_999 })
  expect(answer).toMatchObject({ status: 422, body: { code: 'catalog.unknown_reference', field: 'body.ownerTeamId' } })
})

it('does not lose the change of another editor', async () => {
  const { body } = await admin.post('/api/v1/services', { name: 'Wall displays' })
  const read = await admin.get(`/api/v1/services/${body.id}`)
  const ifMatch = { headers: { 'if-match': String(read.headers.etag) } }
  expect((await admin.patch(`/api/v1/services/${body.id}`, { description: 'one' }, ifMatch)).status).toBe(200)
  const late = await admin.patch(`/api/v1/services/${body.id}`, { description: 'two' }, ifMatch)
  expect(late).toMatchObject({ status: 412, body: { code: 'http.stale', current: { description: 'one', version: 2 } } })
})

it('tells each change once, with before and after', async () => {
  const { body } = await admin.post('/api/v1/services', { name: 'Badges' })
  await admin.patch(`/api/v1/services/${body.id}`, { icon: 'id-badge', active: true })
  await admin.patch(`/api/v1/services/${body.id}`, { icon: 'id-badge' })
  const facts = await desk.db
    .selectFrom('platform.fact')
    .select(['name', 'data'])
    .where('subjectKind', '=', 'service')
    .where('subjectId', '=', body.id)
    .orderBy('id')
    .execute()
  expect(facts).toEqual([
    { name: 'service.added', data: { name: 'Badges' } },
    { name: 'service.changed', data: { changes: { icon: { before: 'help', after: 'id-badge' } } } },
  ])
})

it('is put in order', async () => {
  const before = (await admin.get('/api/v1/services')).body.items as { id: number; name: string }[]
  const network = before.find((service) => service.name === 'Network')
  const after = await admin.put('/api/v1/service-order', { ids: [network?.id] })
  expect(names(after)[0]).toBe('Network')
  expect(names(after)[1]).toBe('General help')
  expect(names(await requester.get('/api/v1/services'))[0]).toBe('Network')
})

it('is deleted when nothing refers to it, and else says why not', async () => {
  const { body } = await admin.post('/api/v1/services', { name: 'Short-lived' })
  expect((await admin.delete(`/api/v1/services/${body.id}`)).status).toBe(204)
  const hardware = (await admin.get('/api/v1/services?q=hardware')).body.items[0]
  const refused = await admin.delete(`/api/v1/services/${hardware.id}`)
  expect(refused).toMatchObject({ status: 409, body: { code: 'catalog.service_in_use' } })
})

it('changes the matrix as a whole, up to five by five', async () => {
  const read = await admin.get('/api/v1/priority-matrix')
  const step = { label: { en: 'A step' } }
  const wider = {
    impacts: [step, step],
    urgencies: [step, step, step, step, step],
    cells: [
      ['critical', 'critical', 'high', 'high', 'low'],
      ['high', 'moderate', 'low', 'low', 'low'],
    ],
  }
  expect((await technician.put('/api/v1/priority-matrix', wider)).status).toBe(403)
  const uneven = await admin.put('/api/v1/priority-matrix', { ...wider, cells: [wider.cells[0], ['low', 'low']] })
  expect(uneven).toMatchObject({ status: 422, body: { code: 'catalog.bad_matrix', field: 'body.cells.1' } })
  const ifMatch = { headers: { 'if-match': String(read.headers.etag) } }
  expect((await admin.put('/api/v1/priority-matrix', wider, ifMatch)).body).toMatchObject({ ...wider, version: 2 })
  expect((await admin.put('/api/v1/priority-matrix', wider, ifMatch)).status).toBe(412)
  await desk.drain()
})
