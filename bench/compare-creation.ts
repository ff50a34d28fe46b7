import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fillLoadWorld, openDatabaseOf } from './load-world.ts'
import { measure } from './measure.ts'
import { operations } from './operations.ts'
import { cpuOf } from './product/processes.ts'
import { type HttpClient, speakHttp } from './product/speak-http.ts'
import { command, startProduct } from './product/start-product.ts'
import { switchAll } from './promises.ts'

const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '10000' },
    data: { type: 'string' },
    /** Creations a turn. */
    count: { type: 'string', default: '400' },
    /** How often each of both is measured; they take turns, so that other work on the machine hits both alike. */
    turns: { type: 'string', default: '6' },
    concurrency: { type: 'string', default: '8' },
  },
})

/** Creating a ticket with policies, rules and triggers may cost so many times what it costs without any. */
const atMost = 1.5
const tickets = Number(values.tickets)
const dataDir = values.data ?? join(tmpdir(), `deskhand-bench-${tickets}`)
mkdirSync(dataDir, { recursive: true })
await fillLoadWorld(dataDir, tickets)
const product = { dataDir, env: {} }
const keyFor = (role: string) =>
  command(product, 'admin', 'api-key', '--name', `creation ${Date.now()}`, '--role', role)
const [key, adminKey] = [await keyFor('technician'), await keyFor('administrator')]
const desk = await startProduct(product)
const database = await openDatabaseOf(dataDir)
const [http, admin] = [speakHttp(desk.url, key), speakHttp(desk.url, adminKey)]

interface Sum {
  tookMs: number
  cpuMs: number
  count: number
}

try {
  const does = await operations(http, database.pool, tickets)
  const sums = { bare: nothing(), all: nothing() }
  await turn(admin, 'all', nothing())
  for (let nth = 0; nth < Number(values.turns) * 2; nth++)
    await turn(admin, nth % 2 ? 'all' : 'bare', sums[nth % 2 ? 'all' : 'bare'])
  const [bare, all] = [each(sums.bare), each(sums.all)]
  say('bare', bare)
  say('with policies, rules and triggers', all)
  const ratio = Math.round((all.cpuMs / bare.cpuMs) * 100) / 100
  const byClock = Math.round((all.tookMs / bare.tookMs) * 100) / 100
  console.log(
    `creation costs ${ratio} times the processor time and ${byClock} times the time of the bare one; ≤ ${atMost} ${ratio <= atMost ? 'met' : 'MISSED'}`,
  )
  process.exitCode = ratio <= atMost ? 0 : 1

  async function turn(admin: HttpClient, what: 'bare' | 'all', sum: Sum): Promise<void> {
    await switchAll(admin, what === 'all')
    // What the change forgot is remembered again before it is measured.
    await measure('create', 1, 20, does.create)
    const before = cpuOf(desk.pid)
    const started = performance.now()
    const { count } = await measure('create', Number(values.concurrency), Number(values.count), does.create)
    sum.tookMs += performance.now() - started
    const after = cpuOf(desk.pid)
    sum.cpuMs += after.program - before.program + after.database - before.database
    sum.count += count
  }
} finally {
  await switchAll(admin, true)
  http.close()
  admin.close()
  await database.close()
  await desk.stop()
}

function nothing(): Sum {
  return { tookMs: 0, cpuMs: 0, count: 0 }
}

function each({ tookMs, cpuMs, count }: Sum) {
  const rounded = (value: number) => Math.round((value / count) * 100) / 100
  return { tookMs: rounded(tookMs), cpuMs: rounded(cpuMs) }
}

function say(what: string, { tookMs, cpuMs }: { tookMs: number; cpuMs: number }): void {
  console.log(
    `${what.padEnd(36)}${`${Math.round(1000 / tookMs)}/s`.padStart(8)}  ${`cpu ${cpuMs} ms`.padStart(14)} a ticket`,
  )
}
