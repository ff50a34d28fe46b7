import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { settingOf } from '../../../platform/config/index.ts'
import { processSettings } from '../../../platform/config/settings.ts'
import { type Ground, makeCx, systemActor } from '../../../platform/cx.ts'
import { Problem } from '../../../platform/errors/index.ts'
import type { Running } from '../../../platform/room.ts'
import { settings } from './config.ts'
import { mailboxFor } from './mailboxes.ts'
import { receiveMail } from './receive-mail.ts'

let port: number | undefined

/** Where the mail listener listens in this process; undefined while it does not. */
export function smtpPort(): number | undefined {
  return port
}

/** Opens the SMTP listener. A message is answered 250 only once it is committed. */
export async function openSmtpDoor(ground: Ground): Promise<Running> {
  const limit = settingOf(settings.smtpInSizeLimit)
  const rate = rateLimiter(settingOf(settings.smtpInRate))
  const tls = await readCertificate()
  const server = new SMTPServer({
    size: limit,
    banner: 'Deskhand',
    logger: false,
    authOptional: true,
    disabledCommands: tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    ...tls,
    maxClients: 200,
    socketTimeout: 60_000,
    closeTimeout: 10_000,
    disableReverseLookup: true,
    onMailFrom: (_address, session, done) =>
      done(rate(session.remoteAddress) ? undefined : smtpError(450, 'Too many messages; try again later')),
    onRcptTo: (address, _session, done) => {
      takes(ground, address.address).then(
        (taken) => done(taken ? undefined : smtpError(550, 'There is no such mailbox here')),
        () => done(smtpError(451, 'The desk cannot look this up now; try again later')),
      )
    },
    onData: (stream, session, done) => {
      store(ground, stream, session, limit).then(
        (itemId) => done(null, `Stored as ${itemId}`),
        (error: unknown) => done(refusal(ground, stream, error)),
      )
    },
  })
  server.on('error', (error) => ground.log.warn({ error: error.message }, 'mail listener'))
  await listen(server)
  port = (server.server.address() as AddressInfo).port
  return {
    stop: () =>
      new Promise<void>((resolve) => {
        port = undefined
        server.close(resolve)
      }),
  }
}

async function store(
  ground: Ground,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  limit: number,
): Promise<number> {
  const { mailFrom, rcptTo } = session.envelope
  const { itemId } = await receiveMail(
    makeCx(ground, systemActor),
    stream as AsyncIterable<Buffer>,
    {
      door: 'smtp',
      from: mailFrom ? mailFrom.address : '',
      to: rcptTo.map((to) => to.address),
      remote: session.remoteAddress,
    },
    limit,
  )
  return itemId
}

/** Temporary unless it is the message's own fault: the sender's server keeps it and tries again. */
function refusal(ground: Ground, stream: SMTPServerDataStream, error: unknown): Error {
  // The rest of a refused message has to be read before the answer is seen.
  stream.resume()
  if (error instanceof Problem && error.status === 413) return smtpError(552, error.detail)
  if (error instanceof Problem && error.status < 500) return smtpError(554, error.detail)
  ground.log.error({ error: String(error) }, 'an inbound mail could not be stored')
  return smtpError(451, 'The desk cannot store this now; try again later')
}

async function takes(ground: Ground, address: string): Promise<boolean> {
  if (settingOf(settings.smtpInRecipients) === 'any') return true
  return (await mailboxFor(ground.db, [address])) !== undefined
}

function smtpError(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode })
}

/** Counts messages a minute by address of the sender; true while there may be more. */
function rateLimiter(perMinute: number): (address: string) => boolean {
  let minute = 0
  let counts = new Map<string, number>()
  return (address) => {
    const now = Math.floor(Date.now() / 60_000)
    if (now !== minute) {
      minute = now
      counts = new Map()
    }
    const count = (counts.get(address) ?? 0) + 1
    counts.set(address, count)
    return count <= perMinute
  }
}

async function readCertificate(): Promise<{ cert: Buffer; key: Buffer } | undefined> {
  const cert = settingOf(settings.smtpInTlsCert)
  const key = settingOf(settings.smtpInTlsKey)
  if (!cert || !key) return undefined
  try {
    return { cert: await readFile(cert), key: await readFile(key) }
  } catch (cause) {
    throw new Problem('intake.no_certificate', 500, `The certificate for STARTTLS cannot be read: ${String(cause)}`, {
      field: 'SMTP_IN_TLS_CERT',
      cause,
    })
  }
}

async function listen(server: SMTPServer): Promise<void> {
  const wanted = settingOf(settings.smtpInPort)
  const host = settingOf(settings.smtpInHost) ?? settingOf(processSettings.host)
  await new Promise<void>((resolve, reject) => {
    const fail = (cause: NodeJS.ErrnoException) => {
      const why = cause.code === 'EADDRINUSE' ? 'is in use' : `cannot be opened (${cause.code ?? cause.message})`
      reject(
        new Problem('intake.port', 500, `The port ${wanted} for mail ${why}; set SMTP_IN_PORT to another.`, {
          field: 'SMTP_IN_PORT',
          cause,
        }),
      )
    }
    server.server.once('error', fail)
    server.listen(wanted, host, () => {
      server.server.off('error', fail)
      resolve()
    })
  })
}
