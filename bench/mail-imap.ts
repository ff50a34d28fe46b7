import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { startDovecot } from '../platform/testkit/dovecot.ts'
import { findProgram } from '../platform/testkit/program.ts'
import { letterText, type MailMeasured } from './mail-in.ts'
import { summary } from './measure.ts'
import type { HttpClient } from './product/speak-http.ts'

const user = 'bench@bench.example'

export function hasDovecot(): boolean {
  return findProgram('dovecot') !== undefined
}

/**
 * Puts letters into a mailbox on a Dovecot of its own and lets the desk collect them. Before the clock starts they lie there:
 * what is measured is the desk, from the first connection to the last committed ticket.
 */
export async function measureImap(
  pool: pg.Pool,
  admin: HttpClient,
  count: number,
  patienceMs = 240_000,
): Promise<MailMeasured> {
  const run = randomUUID().slice(0, 8)
  const server = await startDovecot({ users: { [user]: 'secret' } })
  let mailbox: number | undefined
  try {
    for (let index = 0; index < count; index++) server.deliver(user, letter(run, index))
    const added = await admin.post('/api/v1/mailboxes', { address: `${run}@bench.example`, name: 'Bench' })
    mailbox = added.body.id as number
    const last = await pool.query<{ number: number }>('select max(number) as number from ticket.ticket')
    const before = last.rows[0]?.number ?? 0
    const started = performance.now()
    const set = await admin.put(`/api/v1/mailboxes/${mailbox}/imap`, accountOn(server.tlsPort, server.ca))
    if (set.status !== 200) throw new Error(`the mailbox was not set up: ${JSON.stringify(set.body)}`)
    const found: number[] = []
    const deadline = performance.now() + patienceMs
    while (found.length < count && performance.now() < deadline) {
      const { rows } = await pool.query<{ n: number }>(
        'select count(*)::int as n from ticket.ticket where number > $1 and subject like $2',
        [before, `Collected ${run}-%`],
      )
      const now = performance.now() - started
      while (found.length < (rows[0]?.n ?? 0)) found.push(now)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const took = found.at(-1) ?? 0
    return {
      ...summary('e-mail over IMAP to ticket', 1, found, took),
      accepted: count,
      ticketsFound: found.length,
    }
  } finally {
    if (mailbox !== undefined) await admin.delete(`/api/v1/mailboxes/${mailbox}`)
    await server.stop()
  }
}

function letter(run: string, index: number): string {
  return `From: sender${index % 300}@bench.example
To: ${run}@bench.example
Subject: Collected ${run}-${index}
Message-ID: <${run}.imap.${index}@bench.example>
Date: ${new Date().toUTCString()}
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

${letterText(index)}
`
}

function accountOn(port: number, ca: string) {
  return {
    active: true,
    provider: 'imap',
    host: 'localhost',
    port,
    security: 'tls',
    ca,
    username: user,
    login: 'password',
    password: 'secret',
    tokenUrl: null,
    clientId: null,
    scope: null,
    folder: 'INBOX',
    startWith: 'all',
    afterImport: 'seen',
    moveTo: null,
  }
}
