import { join } from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '../../platform/db/embedded/index.ts'
import { openLog } from '../../platform/log/index.ts'
import { freePort } from '../product/free-port.ts'
import { speakHttp } from '../product/speak-http.ts'
import { command, type Product, type ProductOptions, startProduct } from '../product/start-product.ts'
import { judgeClocks } from './clock-verdict.ts'

export interface ClockOptions {
  dataDir: string
  /** How long tickets are opened for; each is watched for another minute, until its time is over. */
  seconds: number
  perSecond: number
  say?: (line: string) => void
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const now = () => Date.now()

/** Fractions of the one minute that is promised, far enough apart that none is overtaken by the next. */
const warnAt = [25, 50, 75]

/**
 * Two processes on one PostgreSQL, both in work; one of them, drawn by chance, is killed and started again and again. Then
 * looks whether each warning and each breach was told once, and how long after its moment.
 */
export async function clockRounds({ dataDir, seconds, perSecond, say = () => {} }: ClockOptions) {
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
    await promiseAMinute(clients[0] as (typeof clients)[0])

    const until = now() + seconds * 1000
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
    while (now() < until + 45_000) {
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
    return await judgeClocks(pool, warnAt, kills)
  } finally {
    for (const desk of running) await desk.stop().catch(() => undefined)
    await pool.end()
    await server.stop()
  }
}

async function promiseAMinute(http: ReturnType<typeof speakHttp>): Promise<void> {
  const { body: calendars } = await http.get('/api/v1/calendars')
  const always = calendars.items.find((one: { content: { alwaysOpen: boolean } }) => one.content.alwaysOpen)
  const goals = { firstResponse: 1, nextUpdate: null, resolution: null }
  const { status, body } = await http.post('/api/v1/sla-policies', {
    name: 'A minute',
    active: true,
    content: {
      conditions: {},
      calendarId: always.id,
      goals: { critical: goals, high: goals, moderate: goals, low: goals },
      pauseOn: [],
      warnAt,
      reopening: 'continue',
    },
  })
  if (status !== 201) throw new Error(`answered ${status}: ${JSON.stringify(body)}`)
}
