import type { ImapFlow } from 'imapflow'
import type { Account } from './account.ts'
import { DoorProblem } from './explain-trouble.ts'

const CONNECT_MS = 20_000
const SILENCE_MS = 120_000
/** Servers may end an IDLE after half an hour (RFC 2177), and routers forget quiet connections sooner. */
const IDLE_MS = 4 * 60_000

export type Login = { pass: string } | { accessToken: string }

type Where = Pick<Account, 'host' | 'port' | 'security' | 'ca' | 'username'>

/** Connects and signs in; the caller closes. */
export async function connect(account: Where, login: Login): Promise<ImapFlow> {
  // Loaded when the first mailbox is collected: most processes never need it.
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow({
    host: account.host,
    port: account.port,
    secure: account.security === 'tls',
    ...(account.security === 'tls' ? {} : { doSTARTTLS: account.security === 'starttls' }),
    tls: { minVersion: 'TLSv1.2', ...(account.ca ? { ca: account.ca } : {}) },
    auth: { user: account.username, ...login },
    clientInfo: { name: 'Deskhand' },
    logger: false,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    maxIdleTime: IDLE_MS,
    disableAutoIdle: true,
    disableCompression: true,
    maxLineLength: 8 * 1024 * 1024,
    maxLiteralSize: 8 * 1024 * 1024,
    maxResponseSize: 16 * 1024 * 1024,
  })
  // Errors are those of the command that is under way, or of `close`.
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    client.close()
    throw error
  }
}

/** The credentials of an account that signs in with a password. */
export function passwordOf(account: Pick<Account, 'password'>): Login {
  if (!account.password) throw new DoorProblem('no_secret', 'No password is stored.')
  return { pass: account.password }
}

/** Says good-bye, but does not wait long for the answer. */
export async function disconnect(client: ImapFlow): Promise<void> {
  const patience = setTimeout(() => client.close(), 2000)
  await client.logout().catch(() => {})
  clearTimeout(patience)
  client.close()
}
