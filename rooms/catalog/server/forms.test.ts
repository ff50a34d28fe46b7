import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Speaker, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { formVersions } from './index.ts'

let desk: TestDesk
let admin: Speaker
let requester: Speaker
let form: string
let service: number

beforeAll(async () => {
  desk = await startDesk()
  admin = await desk.as('administrator')
  requester = await desk.as('requester')
  service = (await admin.post('/api/v1/services', { name: 'Rooms' })).body.id
  form = `/api/v1/services/${service}/form`
})
afterAll(() => desk.stop())

const seats = { key: 'seats', type: 'number', label: { en: 'Seats', de: 'Plätze' }, required: true, min: 1 }
const screen = { key: 'screen', type: 'checkbox', label: { en: 'Screen' }, required: false }

it('keeps every version, so that old answers stay readable', async () => {
  expect((await requester.get(form)).body).toMatchObject({ number: 0, versionId: null, fields: [] })
  const first = await admin.put(form, { fields: [seats] })
  const second = await admin.put(form, { fields: [{ ...seats, min: 2 }, screen] })
  expect([first.body.number, second.body.number]).toEqual([1, 2])
  expect((await requester.get(form)).body.fields).toEqual([{ ...seats, min: 2 }, screen])
  expect((await admin.get(`/api/v1/form-versions/${first.body.versionId}`)).body.fields).toEqual([seats])
  expect((await formVersions(desk.db, [first.body.versionId])).get(first.body.versionId)).toEqual([seats])
  const versions = (await admin.get(`${form}/versions`)).body.items
  expect(versions.map((version: { number: number }) => version.number)).toEqual([2, 1])
})

it('is read as it was at a moment, for answers that were given then', async () => {
  const then = desk.clock.now()
  desk.clock.set(new Date(then.getTime() + 60_000).toISOString())
  await admin.put(form, { fields: [screen] })
  const was = await requester.get(`${form}?at=${then.toISOString()}`)
  expect(was.body.fields).toEqual([{ ...seats, min: 2 }, screen])
  expect((await requester.get(`${form}?at=2001-01-01T00:00:00Z`)).body).toMatchObject({
    number: 1,
  })
  await admin.put(form, { fields: [{ ...seats, min: 2 }, screen] })
})

it('writes no version when nothing changed', async () => {
  const { body } = await admin.get(form)
  expect((await admin.put(form, { fields: body.fields })).body.number).toBe(body.number)
})

it('does not lose the version of another editor', async () => {
  const read = await admin.get(form)
  const ifMatch = { headers: { 'if-match': String(read.headers.etag) } }
  expect((await admin.put(form, { fields: [seats] }, ifMatch)).status).toBe(200)
  const late = await admin.put(form, { fields: [screen] }, ifMatch)
  expect(late).toMatchObject({ status: 412, body: { current: { fields: [seats] } } })
})

it('says everything that is wrong with a form and where', async () => {
  const fields = [seats, seats, { ...screen, type: 'choice', showIf: { field: 'later', equals: true } }]
  const refused = await admin.put(form, { fields })
  expect(refused.status).toBe(422)
  expect(refused.body.errors.map((error: { field: string }) => error.field)).toEqual([
    'body.fields.1.key',
    'body.fields.2.options',
    'body.fields.2.showIf.field',
  ])
})

it('is changed by administrators only', async () => {
  expect((await requester.put(form, { fields: [] })).status).toBe(403)
  expect((await requester.get(`${form}/versions`)).status).toBe(403)
})

it('tells which fields were added, changed and taken away', async () => {
  await admin.put(form, { fields: [{ ...seats, min: 9 }, screen] })
  await admin.put(form, { fields: [{ ...seats, min: 8 }] })
  const { data } = await desk.db
    .selectFrom('platform.fact')
    .select('data')
    .where('name', '=', 'service.form_changed')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(data).toMatchObject({ added: [], changed: ['seats'], removed: ['screen'] })
})
