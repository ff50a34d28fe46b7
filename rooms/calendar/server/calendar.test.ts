import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'
import type { CalendarContent } from '../contract/http.ts'
import { calendars } from './index.ts'

let desk: TestDesk
let admin: Persona

const url = '/api/v1/calendars'
const workday = [{ from: '08:00', to: '17:00' }]
const berlin: CalendarContent = {
  timeZone: 'Europe/Berlin',
  alwaysOpen: false,
  week: [workday, workday, workday, workday, [{ from: '08:00', to: '12:00' }], [], []],
  place: { country: 'DE', state: 'BY', region: null },
  days: [{ on: '2026-12-24', yearly: true, name: 'Christmas Eve', intervals: [{ from: '08:00', to: '12:00' }] }],
}

beforeAll(async () => {
  desk = await startDesk({ now: '2026-12-21T09:00:00Z' })
  admin = await desk.as('administrator')
})
afterAll(() => desk.stop())

const add = (name: string, content: object = berlin) => admin.post(url, { name, content })
const workingTimeOf = async (id: number) => (await calendars.get(desk.db)).byId(id).time
const at = (text: string) => Date.parse(text)

test('a new desk has a default calendar and one that is always open', async () => {
  const { body } = await admin.get(url)
  expect(body.items.map((one: { name: string; isDefault: boolean }) => [one.name, one.isDefault])).toEqual([
    ['Business hours', true],
    ['Around the clock', false],
  ])
})

test('holidays and own days count, own days before holidays', async () => {
  const { body, status } = await add('Munich')
  expect(status).toBe(201)
  const time = await workingTimeOf(body.id)
  // Epiphany is one in Bavaria; from 24 December 11:00 one hour is left, the 25th is a holiday, then a weekend.
  expect(time.isOpen(at('2026-01-06T10:00:00+01:00'))).toBe(false)
  expect(time.isOpen(at('2026-10-03T10:00:00+02:00'))).toBe(false)
  expect(time.add(at('2026-12-24T11:00:00+01:00'), 2 * 3_600_000)).toBe(at('2026-12-28T09:00:00+01:00'))
  const other = await add('Berlin', { ...berlin, place: { country: 'DE', state: 'BE', region: null } })
  expect((await workingTimeOf(other.body.id)).isOpen(at('2026-01-06T10:00:00+01:00'))).toBe(true)
})

test('the preview shows two weeks, the next holidays and four working hours from now', async () => {
  const { body } = await admin.post(`${url}/preview`, berlin)
  expect(body).toMatchObject({ openNow: true, fourHoursFromNow: '2026-12-21T13:00:00.000Z' })
  expect(body.days).toHaveLength(14)
  expect(body.days[0]).toEqual({ on: '2026-12-21', open: workday, special: null })
  expect(body.days[3]).toMatchObject({ on: '2026-12-24', open: [{ from: '08:00', to: '12:00' }] })
  expect(body.days[4]).toEqual({ on: '2026-12-25', open: [], special: { en: 'Christmas Day', de: '1. Weihnachtstag' } })
  expect(body.holidays[0]).toMatchObject({ on: '2026-12-25' })
})

test('a change makes a version; what it was stays readable', async () => {
  const { body: made } = await add('Desk in Hamburg')
  const before = (await calendars.get(desk.db)).byId(made.id).versionId
  const content = { ...berlin, alwaysOpen: true }
  const stale = await admin.put(`${url}/${made.id}`, { name: 'Hamburg', content }, { headers: { 'if-match': '"9"' } })
  expect(stale.status).toBe(412)
  const changed = await admin.put(`${url}/${made.id}`, { name: 'Hamburg', content }, { headers: { 'if-match': '"1"' } })
  expect(changed.body).toMatchObject({ name: 'Hamburg', version: 2 })
  const sunday = at('2026-12-20T03:00:00Z')
  expect((await workingTimeOf(made.id)).isOpen(sunday)).toBe(true)
  expect((await calendars.get(desk.db)).byVersion(before).time.isOpen(sunday)).toBe(false)
  const versions = (await admin.get(`${url}/${made.id}/versions`)).body.items
  expect(versions.map((one: { number: number }) => one.number)).toEqual([2, 1])
  expect(await admin.post(`${url}/${made.id}/versions`, { version: 1 })).toMatchObject({
    status: 201,
    body: { version: 3 },
  })
  expect((await admin.get(`${url}/${made.id}`)).body).toMatchObject({ name: 'Hamburg', content: { alwaysOpen: false } })
  expect((await admin.post(`${url}/${made.id}/versions`, { version: 9 })).body.code).toBe('calendar.version_not_found')
})

test('the default can be another one, and cannot be removed', async () => {
  const { body: made } = await add('Head office')
  expect((await admin.put(`${url}/default`, { id: made.id })).body.isDefault).toBe(true)
  expect((await admin.delete(`${url}/${made.id}`)).body.code).toBe('calendar.is_default')
  const [, second] = (await admin.get(url)).body.items
  expect((await admin.put(`${url}/default`, { id: second.id })).status).toBe(200)
  expect((await admin.delete(`${url}/${made.id}`)).status).toBe(204)
  expect((await admin.get(`${url}/${made.id}`)).status).toBe(404)
  expect((await add('Head office')).status).toBe(201)
})

test.each([
  ['calendar.unknown_time_zone', { timeZone: 'Europe/Atlantis' }],
  ['calendar.never_open', { week: [[], [], [], [], [], [], []], days: [] }],
  ['calendar.overlapping_hours', { week: [[...workday, { from: '16:00', to: '18:00' }], [], [], [], [], [], []] }],
  ['calendar.unknown_place', { place: { country: 'XX', state: null, region: null } }],
  ['calendar.unknown_place', { place: { country: 'DE', state: 'ZZ', region: null } }],
  ['calendar.bad_date', { days: [{ on: '2026-02-30', yearly: false, name: '', intervals: [] }] }],
])('%s is refused', async (code, wrong) => {
  const { status, body } = await add('Wrong', { ...berlin, ...wrong })
  expect([status, body.code]).toEqual([422, code])
})

test('a name is there once; only administrators change calendars', async () => {
  expect((await add('Business hours')).body.code).toBe('calendar.name_taken')
  const technician = await desk.as('technician')
  expect((await technician.get(url)).status).toBe(200)
  expect((await technician.post(url, { name: 'Mine', content: berlin })).status).toBe(403)
})

test('places are named in the language of the reader', async () => {
  const { body } = await admin.get(`${url}/places?language=de`)
  const germany = body.items.find((one: { code: string }) => one.code === 'DE')
  expect(germany.name).toBe('Deutschland')
  expect(germany.states).toContainEqual(expect.objectContaining({ code: 'BY', name: 'Bayern' }))
})
