import { Type } from 'typebox'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { setEnvironment } from '../../platform/config/index.ts'
import { openNotices } from '../../platform/db/notices.ts'
import { openLog } from '../../platform/log/index.ts'
import { declareDeskSettings } from '../../platform/settings/declare.ts'
import { deskSetting, loadDeskSettings, watchSettings } from '../../platform/settings/index.ts'
import { declaredSetting, declaredSettings, registerDeskSettings } from '../../platform/settings/registry.ts'
import { rooms } from './compose.ts'
import { type Persona, startDesk, type TestDesk } from './testkit.ts'

let desk: TestDesk
let judith: Persona
const url = '/api/v1/settings'
const undo = 'conversation.undoSeconds'

beforeAll(async () => {
  desk = await startDesk()
  judith = await desk.as('administrator', { name: 'Judith Penrose' })
})
afterEach(() => setEnvironment(process.env))
afterAll(() => desk.stop())

const valueNow = (key: string) => {
  const setting = declaredSetting(key)
  if (!setting) throw new Error(`no ${key}`)
  return deskSetting(setting)
}
const itemOf = async (key: string) =>
  (await judith.get(url)).body.items.find((item: { key: string }) => item.key === key)

it('a change holds at once, is on record with before and after, and can be taken back to the default', async () => {
  expect(await itemOf(undo)).toMatchObject({ value: 10, default: 10, fixedBy: null, changed: null })
  const changed = await judith.patch(url, { [undo]: 30 })
  expect(changed.status).toBe(200)
  expect(valueNow(undo)).toBe(30)
  expect(await itemOf(undo)).toMatchObject({ value: 30, changed: { by: 'Judith Penrose' } })
  await judith.patch(url, { [undo]: null })
  expect(valueNow(undo)).toBe(10)
  const past = await judith.get(`${url}/changes?key=${undo}`)
  expect(past.body.items).toMatchObject([
    { key: undo, before: 30, after: 10, by: 'Judith Penrose' },
    { key: undo, before: 10, after: 30, by: 'Judith Penrose' },
  ])
})

it('the record comes page by page, newest first', async () => {
  await judith.patch(url, { [undo]: 11 })
  await judith.patch(url, { [undo]: 12 })
  const first = await judith.get(`${url}/changes?limit=1`)
  expect(first.body.items).toMatchObject([{ before: 11, after: 12 }])
  const second = await judith.get(`${url}/changes?limit=1&cursor=${first.body.nextCursor}`)
  expect(second.body.items).toMatchObject([{ before: 10, after: 11 }])
  await judith.patch(url, { [undo]: null })
})

it('what does not fit is refused by field, and then nothing is changed', async () => {
  const refused = await judith.patch(url, {
    [undo]: 301,
    'conversation.acknowledge': 'often',
    'resolution.autoCloseDays': 3,
  })
  expect(refused.status).toBe(422)
  expect(refused.body.code).toBe('settings.invalid')
  expect(refused.body.errors.map((error: { field: string }) => error.field)).toEqual([
    `body.${undo}`,
    'body.conversation.acknowledge',
  ])
  expect(valueNow('resolution.autoCloseDays')).toBe(7)
  expect((await judith.patch(url, { 'conversation.colour': 1 })).body.code).toBe('settings.unknown')
})

it('of two administrators who read the same, the second is told and shown what holds', async () => {
  const { version } = (await judith.get(url)).body
  const first = await judith.patch(url, { [undo]: 20 }, { headers: { 'if-match': `"${version}"` } })
  expect(first.headers.etag).toBe(`"${first.body.version}"`)
  const second = await judith.patch(url, { [undo]: 40 }, { headers: { 'if-match': `"${version}"` } })
  expect(second.status).toBe(412)
  expect(second.body.current.version).toBe(first.body.version)
  expect(valueNow(undo)).toBe(20)
  await judith.patch(url, { [undo]: null })
})

it('saving what holds already changes nothing and is not on record', async () => {
  await judith.patch(url, { [undo]: 25 })
  const before = (await judith.get(url)).body.version
  await judith.patch(url, { [undo]: 25 })
  expect((await judith.get(url)).body.version).toBe(before)
  await judith.patch(url, { [undo]: null })
})

it('a variable fixes a setting: its value is shown and cannot be changed', async () => {
  await judith.patch(url, { [undo]: 60 })
  setEnvironment({ ...process.env, UNDO_SEND_SECONDS: '5' })
  expect(valueNow(undo)).toBe(5)
  expect(await itemOf(undo)).toMatchObject({ value: 5, fixedBy: 'UNDO_SEND_SECONDS' })
  const refused = await judith.patch(url, { [undo]: 7 })
  expect(refused).toMatchObject({ status: 409, body: { code: 'settings.fixed', field: `body.${undo}` } })
  setEnvironment(process.env)
  expect(valueNow(undo)).toBe(60)
  await judith.patch(url, { [undo]: null })
})

it('a stored value that an upgrade made invalid gives way to the default', async () => {
  await desk.db
    .insertInto('platform.setting')
    .values({ key: 'people.sessionDays', value: '"a month"', version: 1, changedBy: 'before', changedAt: new Date() })
    .execute()
  await loadDeskSettings(desk.db)
  expect(valueNow('people.sessionDays')).toBe(30)
})

it('another process hears of a change, also of one it missed while its line was down', async () => {
  const log = openLog('silent')
  const notices = await openNotices(desk.pool.options, log, [watchSettings(desk.db, log)])
  try {
    await judith.patch(url, { [undo]: 42 })
    // This process plays the other one: what its own commit taught it is not what is written, until it hears of it.
    await desk.db.updateTable('platform.setting').set({ value: '44' }).where('key', '=', undo).execute()
    const hear = async () => {
      await desk.pool.query("select pg_notify('deskhand_settings', '')")
      return valueNow(undo)
    }
    await expect.poll(hear, { timeout: 20_000 }).toBe(44)
    await desk.db.updateTable('platform.setting').set({ value: '43' }).where('key', '=', undo).execute()
    await desk.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen deskhand_settings%' and datname = current_database()",
    )
    await expect.poll(() => valueNow(undo), { timeout: 20_000 }).toBe(43)
  } finally {
    await notices.stop()
  }
})

it('says everything in English and German, and each default fits', () => {
  for (const { key, words, schema } of declaredSettings()) {
    for (const said of [words.en, words.de]) {
      expect([key, said.label.length > 0 && said.help.length > 0]).toEqual([key, true])
      const choices = (schema as { enum?: string[] }).enum
      if (choices) expect([key, Object.keys(said.choices ?? {})]).toEqual([key, choices])
    }
  }
})

it('refuses to start with a default that does not fit or a key that is taken', () => {
  const words = { en: { label: 'a', help: 'b' }, de: { label: 'a', help: 'b' } }
  const { wrong } = declareDeskSettings('test', {
    wrong: { group: 'tickets', schema: Type.Integer({ minimum: 1 }), default: 0, words },
  })
  const { right } = declareDeskSettings('test', {
    right: { group: 'tickets', schema: Type.Integer({ minimum: 1 }), default: 1, words },
  })
  expect(() => registerDeskSettings([wrong])).toThrow('test.wrong')
  expect(() => registerDeskSettings([right, right])).toThrow('test.right')
  registerDeskSettings(rooms.flatMap((room) => Object.values(room.deskSettings ?? {})))
})
