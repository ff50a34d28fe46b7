import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCx, systemActor } from '../../platform/cx.ts'
import { startPage } from '../../rooms/oncall/server/index.ts'
import { startDesk, type TestDesk } from './testkit.ts'

const pages = 150
const root = resolve(import.meta.dirname, '../..')

let desk: TestDesk
let folder: string
const processes: ChildProcess[] = []

beforeAll(async () => {
  desk = await startDesk()
  folder = await mkdtemp(join(tmpdir(), 'deskhand-pages-'))
})
afterAll(async () => {
  for (const one of processes) one.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
  await desk.stop()
})

/** A process of the desk that works off what is due, on the database of this test. */
function startProcess(nth: number): ChildProcess {
  const { connectionString, host, port, user, password, database } = desk.pool.options
  const address =
    connectionString ??
    `postgres://${encodeURIComponent(user ?? '')}${password ? `:${encodeURIComponent(String(password))}` : ''}@/${database}?host=${encodeURIComponent(host ?? '')}&port=${port ?? 5432}`
  const child = spawn(process.execPath, ['apps/cli/main.mjs', 'serve', '--role', 'jobs', '--no-build'], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, DATABASE_URL: address, DATA_DIR: join(folder, String(nth)), LOG_LEVEL: 'error' },
  })
  processes.push(child)
  return child
}

const counted = async () => {
  const { rows } = await desk.pool.query<{ pages: number; calls: number; mails: number; most: number }>(`
    select (select count(distinct page_id)::int from oncall.call) as pages,
      (select count(*)::int from oncall.call) as calls,
      (select count(*)::int from platform.outbox where about like 'page:%') as mails,
      (select coalesce(max(n), 0)::int from (select count(*) n from platform.outbox where about like 'page:%' group by about) x) as most`)
  return rows[0] ?? { pages: 0, calls: 0, mails: 0, most: 0 }
}

test('of two processes one is killed at its work: every page goes out, once', async () => {
  const admin = await desk.as('administrator')
  const tina = await desk.as('technician', { name: 'Tina Tier' })
  const made = await admin.post('/api/v1/on-call/ladders', {
    name: 'Anybody',
    doc: {
      rounds: 1,
      steps: [{ to: { kind: 'person', personId: tina.id }, ways: ['mail'], providerId: null, thenAfterMinutes: 1440 }],
    },
  })
  expect(made.status, made.text).toBe(201)
  const victim = startProcess(1)
  startProcess(2)
  const page = () =>
    makeCx(desk.assembly.ground, systemActor).tx((tx) =>
      startPage(tx, { ticketNumber: null, ladderId: made.body.id, reason: '' }),
    )
  // They come while the processes are at work, so that the blow falls in the middle of some.
  for (let nth = 0; nth < pages / 3; nth++) await page()
  await expect.poll(async () => (await counted()).calls > 0, { timeout: 90_000, interval: 20 }).toBe(true)
  for (let nth = 0; nth < pages / 3; nth++) await page()
  victim.kill('SIGKILL')
  for (let nth = 0; nth < pages / 3; nth++) await page()
  await expect.poll(async () => (await counted()).pages, { timeout: 90_000, interval: 200 }).toBe(pages)
  expect(await counted()).toEqual({ pages, calls: pages, mails: pages, most: 1 })
  const failures = await desk.pool.query('select alarm, error from platform.alarm_failure')
  expect(failures.rows).toEqual([])
}, 240_000)
