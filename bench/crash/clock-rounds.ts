import { join } from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '../../platform/db/embedded/index.ts'
import { openLog } from '../../platform/log/index.ts'
import { freePort } from '../product/free-port.ts'
import { speakHttp } from '../product/speak-http.ts'
import { command, type Product, type ProductOptions, startProduct } from '../product/start-product.ts'
import { judgeClocks } from './clock-verdict.ts'
import { promiseMinutes } from './promise-minutes.ts'

export interface ClockOptions {
  dataDir: string
  /** How long tickets are opened while both processes live, and then while one of them is killed again and again. */
  calmSeconds: number
  killSeconds: number
  perSecond: number
  say?: (line: string) => void
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const now = () => Date.now()
const minuteMs = 60_000

/**
 * Two processes on one PostgreSQL, both in work; after a while one of them, drawn by chance, is killed and started again and
 * again. Then looks whether each warning, breach, escalation and page was made once, and how long after its moment.
 */
export async function clockRounds({ dataDir, calmSeconds, killSeconds, perSecond, say = () => {} }: ClockOptions) {
  const server = await startEmbeddedPostgres({ dataDir: join(dataDir, 'database'), log: openLog('silent') })
  const pool = new pg.Pool({ ...server.connection, max: 2 })
  const places: ProductOptions[] = []
  for (const name of ['one', 'two'])
    places.push({
      dataDir: join(dataDir, name),
      ports: { http: await freePort(), smtp: await freePort() },
      env: { DATABASE_URL: server.url, LOG_LEVEL: 'error' },
    })
  const running: Product[] = []
  try {
    const key = await command(
      places[0] as ProductOptions,
      'admin',
      'api-key',
      '--name',
      'clocks',
      '--role',
      'administrator',
    )
    for (const place of places) running.push(await startProduct(place))
    const clients = running.map((desk) => speakHttp(desk.url, key))
    await promiseMinutes(clients[0] as (typeof clients)[0])

    const killFrom = now() + calmSeconds * 1000 + (killSeconds > 0 && calmSeconds > 0 ? minuteMs : 0)
    const until = (killSeconds > 0 ? killFrom : now()) + (killSeconds > 0 ? killSeconds : calmSeconds) * 1000
    const kills: [from: number, to: number][] = []
    const load = clients.map(async (http, index) => {
      for (let nth = 0; now() < until; nth++) {
        const requester = { email: `waits${nth % 20}@crash.example` }
        const ticket = { subject: `Waits ${index}-${nth}`, description: 'Nobody answers for a minute.', requester }
        // Nobody there: the next try is another ticket.
        const opened = await http.post('/api/v1/tickets', ticket).catch(() => undefined)
        if (opened?.status === 201 && nth % 3 === 0)
          await http
            .post(`/api/v1/tickets/${opened.body.number}/messages`, { kind: 'reply', text: 'Here we are.' })
            .catch(() => undefined)
        await pause(1000 / perSecond)
      }
    })
    // What was promised in calm is over before the first kill.
    await pause(Math.max(0, (killSeconds > 0 ? killFrom : until) - now()))
    while (killSeconds > 0 && now() < until + 45_000) {
      await pause(4000 + Math.random() * 8000)
      const which = Math.random() < 0.5 ? 0 : 1
      const from = now()
      await running[which]?.kill()
      await pause(Math.random() * 3000)
      running[which] = await startProduct(places[which] as ProductOptions)
      kills.push([from, now()])
      say(`killed process ${which + 1}, back after ${((now() - from) / 1000).toFixed(1)} s`)
    }
    await Promise.all(load)
    // Until the last ticket has had its minute, and a little for what is late.
    await pause(Math.max(0, until + 62_000 - now()) + 11_000)
    for (const http of clients) http.close()
    return await judgeClocks(pool, kills)
  } finally {
    for (const desk of running) await desk.stop().catch(() => undefined)
    await pool.end()
    await server.stop()
  }
}
