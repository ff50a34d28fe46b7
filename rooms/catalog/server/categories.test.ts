import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Speaker, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import { categoryCards, findCategory } from './index.ts'

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

async function add(name: string, parentId: number | null = null): Promise<number> {
  const answer = await admin.post('/api/v1/categories', { name, parentId })
  expect(answer.status).toBe(201)
  return answer.body.id
}
const url = (id: number) => `/api/v1/categories/${id}`

it('is a tree, listed parents first with the path to each', async () => {
  const places = await add('Places')
  const rooms = await add('Rooms', places)
  await add('Theatre', rooms)
  const { body } = await technician.get('/api/v1/categories')
  const paths = body.items.map((item: { path: string[] }) => item.path.join('/'))
  expect(paths.filter((path: string) => path.startsWith('Places'))).toEqual([
    'Places',
    'Places/Rooms',
    'Places/Rooms/Theatre',
  ])
})

it('refuses the same name twice in one place only', async () => {
  const [a, b] = [await add('Alpha'), await add('Beta')]
  await add('Cable', a)
  await add('Cable', b)
  const again = await admin.post('/api/v1/categories', { name: 'cable', parentId: a })
  expect(again).toMatchObject({ status: 409, body: { code: 'catalog.category_name_taken', field: 'body.name' } })
})

it('cannot stand below itself', async () => {
  const top = await add('Top')
  const middle = await add('Middle', top)
  const low = await add('Low', middle)
  for (const parentId of [top, middle, low]) {
    const refused = await admin.patch(url(top), { parentId })
    expect(refused).toMatchObject({ status: 409, body: { code: 'catalog.category_cycle', field: 'body.parentId' } })
  }
  expect((await admin.patch(url(low), { parentId: top })).body.path).toEqual(['Top', 'Low'])
})

it('lets two moves that would close a ring together happen only one at a time', async () => {
  for (let round = 0; round < 5; round++) {
    const [a, b] = [await add(`Ring A${round}`), await add(`Ring B${round}`)]
    const answers = await Promise.all([admin.patch(url(a), { parentId: b }), admin.patch(url(b), { parentId: a })])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
  }
})

it('is merged: children move, the merged one is kept for reading, and its name shows the other', async () => {
  const [old, kept] = [await add('Old name'), await add('New name')]
  const child = await add('Child', old)
  const merged = await admin.post(`${url(old)}/merger`, { intoId: kept })
  expect(merged).toMatchObject({ status: 200, body: { id: kept } })
  expect((await technician.get(url(child))).body.path).toEqual(['New name', 'Child'])
  expect((await technician.get(url(old))).body).toMatchObject({ active: false, mergedIntoId: kept })
  expect((await requester.get(url(old))).status).toBe(404)
  expect((await technician.get('/api/v1/categories')).body.items).not.toContainEqual(
    expect.objectContaining({ id: old }),
  )
  expect((await categoryCards(desk.db, [old, child])).get(old)).toMatchObject({ id: kept, path: ['New name'] })
  expect((await admin.patch(url(old), { active: true })).body.code).toBe('catalog.category_merged')
  await add('Old name')
  await desk.drain()
})

it('is merged into an active category outside of itself only', async () => {
  const top = await add('Trunk')
  const branch = await add('Branch', top)
  const asleep = await add('Asleep')
  await admin.patch(url(asleep), { active: false })
  for (const intoId of [top, branch, asleep]) {
    const refused = await admin.post(`${url(top)}/merger`, { intoId })
    expect(refused).toMatchObject({ status: 422, body: { code: 'catalog.bad_merge', field: 'body.intoId' } })
  }
})

it('is deleted when it has neither children nor anything else that refers to it', async () => {
  const parent = await add('Parent')
  const child = await add('Only child', parent)
  expect((await admin.delete(url(parent))).body.code).toBe('catalog.category_in_use')
  expect((await admin.delete(url(child))).status).toBe(204)
  expect((await admin.delete(url(parent))).status).toBe(204)
})

it('is offered to requesters while it is active and its service is in the portal', async () => {
  const service = await admin.post('/api/v1/services', { name: 'Backstage', inPortal: false })
  const inside = await admin.post('/api/v1/categories', { name: 'Racks', serviceId: service.body.id })
  const asleep = await add('Sleeping')
  await admin.patch(url(asleep), { active: false })
  const seen = (await requester.get('/api/v1/categories')).body.items.map((item: { id: number }) => item.id)
  expect(seen).not.toContain(inside.body.id)
  expect(seen).not.toContain(asleep)
  expect((await requester.get(url(inside.body.id))).status).toBe(404)
  expect(
    (await technician.get(`/api/v1/categories?active=false`)).body.items.map((i: { id: number }) => i.id),
  ).toContain(asleep)
})

it('is found by its name when one carries it, and by its path', async () => {
  const [a, b] = [await add('North'), await add('South')]
  const door = await add('Door', a)
  await add('Door', b)
  expect(await findCategory(desk.db, 'door')).toBeUndefined()
  expect(await findCategory(desk.db, 'north / DOOR')).toMatchObject({ id: door })
  expect(await findCategory(desk.db, 'North')).toMatchObject({ id: a })
})
