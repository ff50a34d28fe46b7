import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type Cli, startCli, startOldPostgres } from './testkit.ts'

// Real processes, several a test, on machines that may be busy.
vi.setConfig({ testTimeout: 300_000 })

let cli: Cli

beforeAll(() => {
  cli = startCli()
})
afterEach(() => cli.killAll())
afterAll(() => cli.stop())

const oneLine = (words: RegExp) => expect.stringMatching(new RegExp(`^deskhand: [^\\n]*${words.source}[^\\n]*\\n$`))

test('says what it can do', async () => {
  const help = await cli.run(['--help'])
  expect(help.code).toBe(0)
  for (const command of [
    'serve',
    'demo',
    'migrate',
    'seed',
    'admin create',
    'admin api-key',
    'backup',
    'deliver',
    'doctor',
  ]) {
    expect(help.stdout).toContain(`  ${command} `)
    const own = await cli.run([...command.split(' '), '--help'])
    expect(own).toMatchObject({ code: 0, stdout: expect.stringContaining(`Usage: deskhand ${command}`) })
  }
})

test('does not guess what was meant', async () => {
  expect(await cli.run(['serv'])).toMatchObject({ code: 2, stderr: expect.stringContaining('no command "serv"') })
  expect(await cli.run(['serve', '--rolle', 'web'])).toMatchObject({ code: 2, stderr: oneLine(/'--rolle'/) })
  expect(await cli.run(['serve', '--role', 'boss'])).toMatchObject({ code: 1, stderr: oneLine(/web, jobs or all/) })
  expect((await cli.run([])).code).toBe(2)
})

test('names a wrong setting, also one from .env', async () => {
  expect(await cli.run(['serve'], { env: { PORT: 'many' } })).toMatchObject({
    code: 1,
    stderr: oneLine(/Setting PORT:/),
  })
  writeFileSync(join(cli.folder, '.env'), 'DATABASE_URL=mysql://nobody\n')
  expect(await cli.run(['serve'])).toMatchObject({ code: 1, stderr: oneLine(/Setting DATABASE_URL:/) })
  writeFileSync(join(cli.folder, '.env'), '')
})

test('says in one line that PostgreSQL cannot be reached or is too old', async () => {
  const unreachable = await cli.run(['serve', '--no-build'], { env: { DATABASE_URL: 'postgres://localhost:1/desk' } })
  expect(unreachable).toMatchObject({ code: 1, stderr: oneLine(/PostgreSQL cannot be reached: .*ECONNREFUSED/) })
  const old = await startOldPostgres('140011')
  const tooOld = await cli.run(['serve', '--no-build'], {
    env: { DATABASE_URL: `postgres://me@127.0.0.1:${old.port}/x` },
  })
  expect(tooOld).toMatchObject({ code: 1, stderr: oneLine(/PostgreSQL 14 is too old; Deskhand needs 15 or newer/) })
  old.close()
})

test('says in one line that a data folder cannot be made', async () => {
  const file = join(cli.folder, 'file')
  writeFileSync(file, '')
  const ended = await cli.run(['migrate'], { env: { DATA_DIR: join(file, 'data') } })
  expect(ended).toMatchObject({ code: 1, stderr: oneLine(/data folder .* cannot be used/) })
})

test('says in one line that a port is in use, and by which setting to change it', async () => {
  const other = createServer()
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port))
  })
  const web = await cli.run(['serve', '--no-build'], { env: { PORT: String(port) } })
  expect(web).toMatchObject({ code: 1, stderr: oneLine(new RegExp(`Port ${port} is in use .* set PORT`)) })
  const mail = await cli.run(['serve', '--no-build'], { env: { SMTP_IN_PORT: String(port) } })
  expect(mail).toMatchObject({
    code: 1,
    stderr: oneLine(new RegExp(`port ${port} for mail is in use; set SMTP_IN_PORT`)),
  })
  other.close()
})

test('serves, refuses a second process, stops on SIGTERM, and finds its data again', async () => {
  const first = await cli.serve()
  const health = await (await fetch(`${first.url}/api/v1/health`)).json()
  expect(health).toMatchObject({ status: 'ok', migrations: { pending: [] } })
  expect(first.stdout()).toMatch(/set-up\?token=\S+/)

  const second = await cli.run(['serve', '--no-build'])
  expect(second).toMatchObject({
    code: 1,
    stderr: oneLine(new RegExp(`in use by process ${first.pid} \\(deskhand serve`)),
  })

  const postmaster = Number(readFileSync(join(cli.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  expect(await first.end()).toMatchObject({ code: 0, stderr: '' })
  expect(() => process.kill(postmaster, 0)).toThrow('ESRCH')

  const again = await cli.serve()
  expect((await fetch(`${again.url}/api/v1/health`)).status).toBe(200)
  expect(await again.end('SIGINT')).toMatchObject({ code: 0 })
})

test('finishes a request that was begun when it is told to stop', async () => {
  const desk = await cli.serve()
  const { stdout } = await cli.run(['admin', 'api-key', '--name', 'slow', '--role', 'technician'])
  const authorization = `Bearer ${stdout.trim()}`
  // Node's own option; the browser's WebSocket, whose types these are, has none.
  const wsOptions = { headers: { authorization } } as unknown as string[]
  const live = new WebSocket(`${desk.url.replace('http', 'ws')}/api/v1/live`, wsOptions)
  const closed = once(live, 'close')
  await once(live, 'open')
  const socket = connect(Number(new URL(desk.url).port), '127.0.0.1')
  const body = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nslowly\r\n--b--\r\n'
  const headers = [
    'POST /api/v1/files HTTP/1.1',
    'host: localhost',
    `authorization: ${authorization}`,
    'content-type: multipart/form-data; boundary=b',
    `content-length: ${body.length}`,
  ]
  socket.write(`${headers.join('\r\n')}\r\n\r\n${body.slice(0, 20)}`)
  await sleep(500)
  const ended = desk.end()
  await sleep(500)
  socket.write(body.slice(20))
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 201 /)
  expect(await closed).toMatchObject([{ code: 1001 }])
  expect(await ended).toMatchObject({ code: 0 })
})

test('stops with npm, however npm ends', async () => {
  const first = await cli.serve({ npm: true })
  expect(await first.end()).toMatchObject({ code: 0 })
  expect(existsSync(join(cli.dataDir, 'deskhand.lock'))).toBe(false)
  const second = await cli.serve({ npm: true })
  second.end('SIGKILL')
  await vi.waitFor(() => expect(existsSync(join(cli.dataDir, 'deskhand.lock'))).toBe(false), { timeout: 30_000 })
})

test('after kill -9 the next start recovers by itself', async () => {
  for (let round = 0; round < 3; round += 1) {
    const desk = await cli.serve()
    expect((await desk.end('SIGKILL')).code).toBeNull()
  }
  const desk = await cli.serve()
  expect((await fetch(`${desk.url}/api/v1/health`)).status).toBe(200)
  await desk.end()
})

test('makes keys and administrators beside a running desk', async () => {
  const desk = await cli.serve()
  const key = await cli.run(['admin', 'api-key', '--name', 'test', '--role', 'technician'])
  expect(key).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^\S+\n$/) })
  const headers = { authorization: `Bearer ${key.stdout.trim()}` }
  expect((await fetch(`${desk.url}/api/v1/teams`, { headers })).status).toBe(200)
  expect(await cli.run(['admin', 'api-key', '--name', 'test', '--role', 'emperor'])).toMatchObject({
    code: 1,
    stdout: '',
    stderr: oneLine(/no role "emperor"; there are requester, technician, lead, administrator/),
  })

  const password = 'correct horse battery staple'
  const made = await cli.run(['admin', 'create', '--email', 'ada@example.org', '--password-stdin'], {
    stdin: `${password}\n`,
  })
  expect(made).toMatchObject({ code: 0, stderr: '' })
  const nobody = await cli.run(['admin', 'create', '--email', 'nobody'])
  expect(nobody).toMatchObject({ code: 1, stderr: oneLine(/"nobody" is no e-mail address/) })
  const short = await cli.run(['admin', 'create', '--email', 'bo@example.org', '--password-stdin'], {
    stdin: 'short\n',
  })
  expect(short).toMatchObject({ code: 1, stderr: oneLine(/A password has 10 to 256 characters/) })
  const body = JSON.stringify({ email: 'ada@example.org', password })
  const signIn = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
  expect((await fetch(`${desk.url}/api/v1/session`, signIn)).status).toBeLessThan(300)
  await desk.end()

  const later = await cli.serve()
  expect(later.stdout()).not.toContain('set-up?token')
  await later.end()
})

test('backs up a running desk into a folder that serves as its data', async () => {
  const desk = await cli.serve()
  const { stdout } = await cli.run(['admin', 'api-key', '--name', 'kept', '--role', 'lead'])
  const target = join(cli.folder, 'backups', 'first')
  expect(await cli.run(['backup', '--to', target])).toMatchObject({ code: 0, stderr: '' })
  expect(await cli.run(['backup', '--to', target])).toMatchObject({ code: 1, stderr: oneLine(/is there already/) })
  await desk.end()

  const restored = await cli.serve({ env: { DATA_DIR: target } })
  const headers = { authorization: `Bearer ${stdout.trim()}` }
  expect((await fetch(`${restored.url}/api/v1/teams`, { headers })).status).toBe(200)
  await restored.end()
})

test.runIf(process.platform === 'linux')('idles below 200 MB', async () => {
  const desk = await cli.serve()
  await fetch(`${desk.url}/api/v1/health`)
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${desk.pid}/status`, 'utf8'))?.[1]
  expect(Number(resident)).toBeLessThan(200 * 1024)
  await desk.end()
})

test('demonstrates the main job on real input', async () => {
  const env = { DATA_DIR: join(cli.folder, 'demo') }
  const demo = await cli.startUntil(['demo', '--no-build'], /Ctrl-C/, { env })
  expect(demo.stdout()).toMatch(/250 Stored as \d+\n.* it is a ticket:\n {2}#\d+ {2}new {2}\w+ {2}Label printer/)
  expect(demo.stdout()).not.toContain('set-up?token')
  const more = await cli.run(['seed', '--world', 'harbour-hospital'], { env })
  expect(more).toMatchObject({ code: 1, stderr: oneLine(/has tickets already/) })
  await demo.end()
})

test('the doctor finds what is wrong', async () => {
  const well = await cli.run(['doctor'])
  expect(well).toMatchObject({ code: 0, stdout: expect.stringContaining('ok    Database: PostgreSQL') })
  const env = { DATABASE_URL: 'postgres://localhost:1/desk', SMTP_OUT_URL: 'smtp://localhost:1' }
  const ill = await cli.run(['doctor'], { env })
  expect(ill.code).toBe(1)
  expect(ill.stdout).toMatch(/^fail {2}Database: .*ECONNREFUSED/m)
  expect(ill.stdout).toMatch(/^fail {2}Mail out: .*SMTP_OUT_URL/m)
})
