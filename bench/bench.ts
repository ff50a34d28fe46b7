import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { boards } from './boards.ts'
import { fillLoadWorld, openDatabaseOf } from './load-world.ts'
import { hasDovecot, measureImap } from './mail-imap.ts'
import { type MailMeasured, measureMail } from './mail-in.ts'
import { measureLarge } from './mail-large.ts'
import { type Measured, measure } from './measure.ts'
import { operations } from './operations.ts'
import { catchUp } from './product/catch-up.ts'
import { cpuOf, machineTime, memoryOf } from './product/processes.ts'
import { speakHttp } from './product/speak-http.ts'
import { command, type ProductOptions, startProduct } from './product/start-product.ts'

const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '10000' },
    /** Reuses or keeps the loaded data folder. */
    data: { type: 'string' },
    /** Only these, e.g. `list,search`. */
    only: { type: 'string' },
    /** Writes a CPU profile of the product into this folder. */
    profile: { type: 'string' },
    scale: { type: 'string', default: '1' },
  },
})

const tickets = Number(values.tickets)
const wanted = values.only?.split(',')
const scale = Number(values.scale)
const targets: Record<string, { p95Ms?: number; perSecond?: number; concurrency: number }> = {
  list: { p95Ms: 20, concurrency: 1 },
  ticket: { p95Ms: 20, concurrency: 1 },
  search: { p95Ms: 50, concurrency: 1 },
  board: { p95Ms: 50, concurrency: 1 },
  create: { perSecond: 250, concurrency: 8 },
  reply: { perSecond: 250, concurrency: 8 },
  'e-mail to committed ticket': { perSecond: 80, concurrency: 8 },
}

const dataDir = values.data ?? join(tmpdir(), `deskhand-bench-${tickets}`)
mkdirSync(dataDir, { recursive: true })
const product: ProductOptions = {
  dataDir,
  // What is measured is the desk, not its brakes against strangers.
  env: { UNDO_SEND_SECONDS: '0' },
  ...(values.profile ? { nodeFlags: ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] } : {}),
}

console.log(`Load world of ${tickets} tickets in ${dataDir}`)
await fillLoadWorld(dataDir, tickets)
const key = await command(product, 'admin', 'api-key', '--name', `bench ${Date.now()}`, '--role', 'technician')
const lead = await command(product, 'admin', 'api-key', '--name', `bench lead ${Date.now()}`, '--role', 'lead')
const desk = await startProduct(product)
const database = await openDatabaseOf(dataDir)
const http = speakHttp(desk.url, key)
const leading = speakHttp(desk.url, lead)
const results: (Measured | MailMeasured)[] = []
try {
  const { due, seconds } = await catchUp(database.pool)
  if (due > 0) console.log(`Did what had come due first: ${due} jobs and clocks in ${seconds} s`)
  const does = await operations(http, database.pool, tickets)
  const board = await boards(leading, database.pool)
  const idle = memoryOf(desk.pid)
  const steps: [string, string, (index: number) => Promise<void>, number][] = [
    ['list', 'list', does.list, 600],
    ['ticket', 'ticket', does.openTicket, 600],
    ['search', 'search', does.search, 300],
    ['board', 'board', board, 300],
    ['create', 'create', does.create, 1500],
    ['reply', 'reply', does.reply, 1500],
  ]
  for (const [name, what, once, count] of steps) {
    if (wanted && !wanted.includes(name)) continue
    // What lasts is measured: every connection has been used, and has planned its statements.
    await measure(what, 8, Math.ceil(count / 3), once)
    for (const concurrency of [1, 8])
      show(
        await metered(() => measure(what, concurrency, Math.ceil(count * scale * (concurrency === 8 ? 2 : 1)), once)),
      )
  }
  if (!wanted || wanted.includes('mail'))
    for (const concurrency of [1, 8])
      show(
        await metered(() =>
          measureMail(database.pool, desk.ports.smtp, concurrency, Math.ceil((concurrency === 1 ? 200 : 1500) * scale)),
        ),
      )
  if (!wanted || wanted.includes('imap')) await collecting()
  const memory = memoryOf(desk.pid)
  const large =
    !wanted || wanted.includes('large') ? await measureLarge(database.pool, desk.ports.smtp, desk.pid) : undefined
  if (large)
    console.log(
      `${large.what}: a ticket after ${large.seconds} s; the process held ${large.beforeMb} MB before and ${large.peakMb} MB at most`,
    )
  console.log(
    `\nMemory of the process: ${idle.residentMb} MB idle, ${memory.residentMb} MB now, ${memory.peakMb} MB at most`,
  )
  keep({ memory: { idleMb: idle.residentMb, ...memory }, ...(large ? { large } : {}) })
} finally {
  http.close()
  leading.close()
  await database.close()
  await desk.stop()
}

/** Over IMAP; what other doors do is measured above, and this needs a mail server. */
async function collecting(): Promise<void> {
  if (!hasDovecot()) {
    console.log('e-mail over IMAP to ticket   left out: Dovecot is not installed (Debian: dovecot-imapd)')
    return
  }
  const words = ['--name', `bench imap ${Date.now()}`, '--role', 'administrator']
  const admin = speakHttp(desk.url, await command(product, 'admin', 'api-key', ...words))
  try {
    show(await metered(() => measureImap(database.pool, admin, Math.ceil(1500 * scale))))
  } finally {
    admin.close()
  }
}

/** Adds what one operation cost in processor time. */
async function metered<T extends Measured>(work: () => Promise<T>): Promise<T> {
  const [before, began] = [cpuOf(desk.pid), machineTime()]
  const result = await work()
  const [after, ended] = [cpuOf(desk.pid), machineTime()]
  const each = (used: number) => Math.round((used / result.count) * 100) / 100
  return {
    ...result,
    stolen: Math.round(((ended.stolen - began.stolen) / (ended.all - began.all)) * 100) / 100,
    cpuMs: { program: each(after.program - before.program), database: each(after.database - before.database) },
  }
}

function show(result: Measured | MailMeasured): void {
  results.push(result)
  const target = targets[result.what]
  const counts = !target || target.concurrency !== result.concurrency
  const met =
    counts ||
    ((target.p95Ms ?? Number.POSITIVE_INFINITY) >= result.p95Ms && (target.perSecond ?? 0) <= result.perSecond)
  const goal = counts ? '' : target.p95Ms ? `p95 ≤ ${target.p95Ms} ms` : `≥ ${target.perSecond}/s`
  const columns = [
    result.what.padEnd(27),
    `c${result.concurrency}`.padEnd(3),
    `${result.perSecond}/s`.padStart(10),
    `p50 ${result.p50Ms} ms`.padStart(14),
    `p95 ${result.p95Ms} ms`.padStart(14),
    `max ${result.maxMs} ms`.padStart(14),
    result.cpuMs ? `cpu ${result.cpuMs.program} + ${result.cpuMs.database} ms` : '',
    (result.stolen ?? 0) > 0.02 ? `stolen ${Math.round((result.stolen ?? 0) * 100)} %` : '',
    goal && `${goal} ${met ? 'met' : 'MISSED'}`,
  ]
  console.log(columns.join('  '))
  if ('accepted' in result && result.accepted !== result.ticketsFound)
    console.log(`  ${result.accepted} accepted, only ${result.ticketsFound} became tickets`)
}

function keep(more: object): void {
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${tickets}-${new Date().toISOString().replaceAll(':', '-')}.json`)
  writeFileSync(
    file,
    `${JSON.stringify({ tickets, cpus: cpus().map((cpu) => cpu.model), node: process.version, results, ...more }, null, 2)}\n`,
  )
  console.log(`Written to ${file}`)
}
