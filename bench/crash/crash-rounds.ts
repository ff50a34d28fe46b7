import { openDatabase } from '../../apps/server/database.ts'
import { openLog } from '../../platform/log/index.ts'
import { freePort } from '../product/free-port.ts'
import { speakHttp } from '../product/speak-http.ts'
import { command, type ProductOptions, startProduct } from '../product/start-product.ts'
import { type Clients, startClients } from './clients.ts'
import { settle } from './settle.ts'
import { openSink } from './sink.ts'
import { judge, type Verdict } from './verdict.ts'

export interface CrashOptions {
  dataDir: string
  rounds: number
  /** How long the desk runs in full work before it is killed, at least and at most. */
  betweenMs: [number, number]
  say?: (line: string) => void
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Lets a desk work under load, kills it and its database at random moments, and looks at what became of the promises. */
export async function crashRounds({ dataDir, rounds, betweenMs, say = () => {} }: CrashOptions): Promise<Verdict> {
  const sink = await openSink(40)
  const ports = { http: await freePort(), smtp: await freePort() }
  const options: ProductOptions = {
    dataDir,
    ports,
    env: { SMTP_OUT_URL: sink.url, UNDO_SEND_SECONDS: '0', LOG_LEVEL: 'error' },
  }
  const key = await command(options, 'admin', 'api-key', '--name', 'crash test', '--role', 'technician')
  let desk = await startProduct(options)
  try {
    const clients = startClients({ url: desk.url, smtpPort: ports.smtp, key }, await ticketsToAnswer(desk.url, key), {
      http: 4,
      smtp: 3,
    })
    for (let round = 1; round <= rounds; round++) {
      await someProgress(clients)
      const ranMs = betweenMs[0] + Math.random() * (betweenMs[1] - betweenMs[0])
      await pause(ranMs)
      await desk.kill()
      const { mails, tickets, replies } = clients.promised
      say(
        `killed ${round} of ${rounds} in full work: ${mails.size} mails, ${tickets.size} tickets, ${replies.size} replies promised`,
      )
      desk = await startProduct(options)
    }
    await clients.stop()
    const database = await openDatabase({
      databaseUrl: process.env.DATABASE_URL,
      dataDir,
      poolSize: 2,
      log: openLog('silent'),
      command: 'crash test',
      share: true,
    })
    try {
      await settle(database.pool, 180_000)
      return await judge(database.pool, clients.promised, sink.received)
    } finally {
      await database.close()
    }
  } finally {
    await desk.stop()
    await sink.stop()
  }
}

/** A desk that has not done anything since its start has nothing to lose. */
async function someProgress({ promised: { mails, tickets, replies } }: Clients): Promise<void> {
  const done = () => mails.size + tickets.size + replies.size
  const before = done()
  while (done() < before + 5) await pause(20)
}

async function ticketsToAnswer(url: string, key: string): Promise<number[]> {
  const http = speakHttp(url, key)
  const numbers: number[] = []
  for (let nth = 0; nth < 10; nth++) {
    const { body } = await http.post('/api/v1/tickets', {
      subject: `To be answered ${nth}`,
      description: 'x',
      requester: { email: `answered${nth}@crash.example` },
    })
    numbers.push(body.number)
  }
  http.close()
  return numbers
}
