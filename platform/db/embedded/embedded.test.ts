import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { backUpCluster } from './back-up-cluster.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './index.ts'
import { readPostmaster } from './postmaster.ts'
import { lifeOf } from './process-identity.ts'

// Real servers, several a test, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000 })

const log = { info: () => {}, warn: () => {} }
const cleanups: (() => unknown)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

function newFolder(name = 'da ta'): string {
  const home = mkdtempSync(join(tmpdir(), 'deskhand-embedded-'))
  cleanups.push(() => rmSync(home, { recursive: true, force: true }))
  return join(home, name)
}

async function start(dataDir: string, options: { share?: boolean } = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, log, command: 'deskhand test', ...options })
  cleanups.push(server.stop)
  return server
}

async function ask<T>(server: EmbeddedPostgres, sql: string, database = 'deskhand'): Promise<T[]> {
  const client = new pg.Client({ ...server.connection, database })
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.map((row: unknown[]) => row[0] as T)
  } finally {
    await client.end()
  }
}

/** A process of its own that runs the server and then `work`, of which the first printed line is awaited. */
async function startInChild(dataDir: string, work: string, stderr: 'inherit' | 'ignore' = 'inherit') {
  const program = `
    import pg from 'pg'
    import { startEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))}
    const log = { info() {}, warn() {} }
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log, command: 'deskhand child' })
    const client = new pg.Client(server.connection)
    await client.connect()
    ${work}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', stderr],
  })
  cleanups.push(() => child.kill('SIGKILL'))
  const lines: string[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => lines.push(...text.trim().split('\n')))
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  return { child, lines }
}

async function killHard(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

const insertForEver = `
  await client.query('create table kept (n int)')
  for (let n = 1; ; n += 1) { await client.query('insert into kept values ($1)', [n]); console.log(n) }`

test('makes the database at the first start and finds it again at the second', async () => {
  const folder = newFolder()
  const first = await start(folder)
  expect(first.version).toMatch(/^18\.\d+$/)
  await ask(first, 'create table kept as select 42 as n')
  await first.stop()
  await first.stop()
  expect(lifeOf(first.pid)).toBeNull()

  const second = await start(folder)
  expect(await ask(second, 'select n from kept')).toEqual([42])
  expect(readdirSync(folder).sort()).toEqual(['deskhand.lock', 'postgres', 'postgres.log'])
})

test('is durable, not reachable over the network, and private to its account', async () => {
  const folder = newFolder()
  const server = await start(folder)
  const settings = await ask<string>(
    server,
    `select name || '=' || setting from pg_settings
     where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses', 'data_checksums') order by name`,
  )
  expect(settings).toEqual([
    'data_checksums=on',
    'fsync=on',
    'full_page_writes=on',
    'listen_addresses=',
    'synchronous_commit=on',
  ])
  expect(statSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700)
})

test('knows letters beyond ASCII, sorts by code point, and has the extensions that Deskhand needs', async () => {
  const server = await start(newFolder())
  for (const name of ['pg_trgm', 'unaccent', 'citext', 'btree_gin']) await ask(server, `create extension ${name}`)
  expect(await ask(server, `select lower('ÄRGER')`)).toEqual(['ärger'])
  expect(await ask(server, `select similarity('Ärger', 'ärger')`)).toEqual([1])
  expect(await ask(server, `select similarity('ÄÖÜ', 'xyz')`)).toEqual([0])
  expect(await ask(server, `select show_trgm('äöü') <> '{}'`)).toEqual([true])
  expect(await ask(server, `select x from unnest(array['a', 'Z', 'ä', 'B']) x order by x`)).toEqual([
    'B',
    'Z',
    'a',
    'ä',
  ])
})

test('its url works where a connection string is wanted', async () => {
  const server = await start(newFolder())
  const client = new pg.Client(server.url)
  await client.connect()
  expect((await client.query('select current_database() as name')).rows).toEqual([{ name: 'deskhand' }])
  await client.end()
})

test('loses nothing that was acknowledged when everything is killed', async () => {
  const folder = newFolder()
  const { child, lines } = await startInChild(folder, insertForEver)
  while (lines.length < 200) await once(child.stdout!, 'data')
  const postmaster = readPostmaster(join(folder, 'postgres'))!.pid
  process.kill(postmaster, 'SIGKILL')
  await killHard(child)

  const server = await start(folder)
  const [count] = await ask<string>(server, 'select count(*) from kept')
  expect(Number(count)).toBeGreaterThanOrEqual(lines.length)
})

test.runIf(process.platform === 'linux')('stops the server that a killed process left running', async () => {
  const folder = newFolder()
  const { child, lines } = await startInChild(folder, insertForEver)
  while (lines.length < 20) await once(child.stdout!, 'data')
  const orphan = readPostmaster(join(folder, 'postgres'))!.pid
  killWatcherOf(orphan)
  await killHard(child)
  expect(lifeOf(orphan)).not.toBeNull()

  const server = await start(folder)
  expect(lifeOf(orphan)).toBeNull()
  expect(Number((await ask(server, 'select count(*) from kept'))[0])).toBeGreaterThanOrEqual(lines.length)
})

test('the server ends by itself when its process is killed', async () => {
  const folder = newFolder()
  const { child } = await startInChild(folder, `console.log('up'); setInterval(() => {}, 1000)`)
  const { pid } = readPostmaster(join(folder, 'postgres'))!
  await killHard(child)
  await expect.poll(() => lifeOf(pid), { timeout: 10_000 }).toBeNull()
})

test('starts over a postmaster.pid whose number another program has by now', async () => {
  const folder = newFolder()
  const first = await start(folder)
  const file = join(folder, 'postgres', 'postmaster.pid')
  const text = readFileSync(file, 'utf8')
  await first.stop()
  writeFileSync(file, text.replace(/^\d+/, String(process.pid)))
  expect(await ask(await start(folder), 'select 1')).toEqual([1])
})

test('a second process on the folder is refused in one line, or may share the server', async () => {
  const folder = newFolder()
  const { child } = await startInChild(folder, `console.log('up'); setInterval(() => {}, 1000)`)
  await expect(start(folder)).rejects.toMatchObject({
    code: 'db.folder_in_use',
    detail: `The data folder ${folder} is in use by process ${child.pid} (deskhand child); stop that first, or give this process another DATA_DIR.`,
  })
  const shared = await start(folder, { share: true })
  expect(shared.shared).toBe(true)
  expect(await ask(shared, 'select 1')).toEqual([1])
  await shared.stop()
  expect(child.exitCode).toBeNull()
  expect(await ask(shared, 'select 2')).toEqual([2])
})

test('takes over the lock of a dead process, even when another has its number now', async () => {
  const folder = newFolder()
  const first = await start(folder)
  await first.stop()
  writeFileSync(join(folder, 'deskhand.lock'), JSON.stringify({ pid: 1, life: 'an earlier one', command: 'deskhand' }))
  await (await start(folder)).stop()
  writeFileSync(join(folder, 'deskhand.lock'), '')
  await start(folder)
})

test('of many that find a dead lock at once, one gets the folder', async () => {
  const folder = newFolder()
  await (await start(folder)).stop()
  writeFileSync(join(folder, 'deskhand.lock'), JSON.stringify({ pid: 1, life: 'an earlier one', command: 'deskhand' }))
  const work = `console.log('up'); setInterval(() => {}, 1000)`
  const children = await Promise.all([1, 2, 3, 4].map(() => startInChild(folder, work, 'ignore')))
  expect(children.filter(({ lines }) => lines.includes('up'))).toHaveLength(1)
})

test('refuses data of another PostgreSQL version and foreign folders', async () => {
  const folder = newFolder()
  await (await start(folder)).stop()
  const versionFile = join(folder, 'postgres', 'PG_VERSION')
  writeFileSync(versionFile, '17\n')
  await expect(start(folder)).rejects.toMatchObject({ code: 'db.other_version', detail: expect.stringContaining('17') })
  rmSync(versionFile)
  await expect(start(folder)).rejects.toMatchObject({ code: 'db.folder_unusable' })
})

test('names a data folder that cannot be made', async () => {
  const file = newFolder('file')
  writeFileSync(file, '')
  await expect(start(join(file, 'data'))).rejects.toMatchObject({
    code: 'db.folder_unusable',
    detail: expect.stringContaining('ENOTDIR'),
  })
})

test('works in a folder whose path is too long for a socket', async () => {
  const server = await start(newFolder('x'.repeat(120)))
  expect(server.connection.host.length).toBeLessThan(90)
  expect(await ask(server, 'select 1')).toEqual([1])
})

test('says in words why PostgreSQL itself refused', async () => {
  const folder = newFolder()
  await (await start(folder)).stop()
  writeFileSync(join(folder, 'postgres', 'local.conf'), 'max_connections = many\n')
  await expect(start(folder)).rejects.toMatchObject({
    code: 'db.did_not_start',
    detail: expect.stringContaining(join(folder, 'postgres.log')),
  })
})

test('a copy made while people work starts and holds what was committed before', async () => {
  const folder = newFolder()
  const { child, lines } = await startInChild(folder, insertForEver)
  const shared = await start(folder, { share: true })
  await ask(shared, `create table many as select n, repeat('x', 500) as filler from generate_series(1, 50000) n`)
  const before = lines.length
  const copy = newFolder('copy')
  await backUpCluster(shared, join(folder, 'postgres'), join(copy, 'postgres'))
  expect(child.exitCode).toBeNull()
  expect(await ask(shared, 'select count(*)::int from pg_replication_slots')).toEqual([0])

  const restored = await start(copy)
  expect((await ask<number>(restored, 'select count(*)::int from kept'))[0]).toBeGreaterThanOrEqual(before)
  expect(await ask(restored, 'select count(*)::int from many')).toEqual([50_000])
  await ask(restored, 'create table after_restore ()')
})

/** The shell that holds a pipe to the process and ends the server after it. */
function killWatcherOf(postmaster: number): void {
  const watcher = readdirSync('/proc').find((pid) => {
    if (!/^\d+$/.test(pid)) return false
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
      return words.includes('deskhand-watch') && words.includes(String(postmaster))
    } catch {
      return false
    }
  })
  process.kill(Number(watcher), 'SIGKILL')
}
