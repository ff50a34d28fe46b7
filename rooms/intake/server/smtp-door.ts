import type { AddressInfo } from 'node:net'
import {
  SMTPServer,
  type SMTPServerAuthentication,
  type SMTPServerDataStream,
  type SMTPServerSession,
} from 'smtp-server'
import { settingOf } from '../../../platform/config/index.ts'
import { processSettings } from '../../../platform/config/settings.ts'
import { type Ground, makeCx, systemActor } from '../../../platform/cx.ts'
import { Problem } from '../../../platform/errors/index.ts'
import type { Running } from '../../../platform/room.ts'
import { deskSetting } from '../../../platform/settings/index.ts'
import { deskSettings, settings } from './config.ts'
import { countByAddress } from './count-by-address.ts'
import { mailboxFor } from './mailboxes.ts'
import { noteListener } from './note-listener.ts'
import { receiveMail } from './receive-mail.ts'
import { readCertificate } from './smtp-certificate.ts'
import { type CheckLogin, loginsOf, WRONG_A_MINUTE } from './smtp-login.ts'

let port: number | undefined

/** Where the mail listener listens in this process; undefined while it does not. */
export function smtpPort(): number | undefined {
  return port
}

/** Opens the SMTP listener. A message is answered 250 only once it is committed. */
export async function openSmtpDoor(ground: Ground): Promise<Running> {
  const limit = settingOf(settings.smtpInSizeLimit)
  const rate = settingOf(settings.smtpInRate)
  const arrivals = countByAddress()
  const tls = await readCertificate()
  const login = loginsOf(tls !== undefined)
  const cx = () => makeCx(ground, systemActor)
  const server = new SMTPServer({
    size: limit,
    banner: 'Deskhand',
    logger: false,
    authOptional: settingOf(settings.smtpInAuth) !== 'required',
    disabledCommands: [...(login ? [] : ['AUTH']), ...(tls ? [] : ['STARTTLS'])],
    ...(tls ? { cert: tls.cert, key: tls.key, minVersion: 'TLSv1.2' } : {}),
    ...(login ? { onAuth: signIn(login) } : {}),
    maxClients: 200,
    socketTimeout: 60_000,
    closeTimeout: 10_000,
    disableReverseLookup: true,
    onMailFrom: (_address, session, done) =>
      done(
        arrivals.add(session.remoteAddress) <= rate ? undefined : smtpError(450, 'Too many messages; try again later'),
      ),
    onRcptTo: (address, _session, done) => {
      takes(ground, address.address).then(
        (taken) => done(taken ? undefined : smtpError(550, 'There is no such mailbox here')),
        () => done(smtpError(451, 'The desk cannot look this up now; try again later')),
      )
    },
    onData: (stream, session, done) => {
      store(ground, stream, session, limit).then(
        (itemId) => done(null, `Stored as ${itemId}`),
        (error: unknown) => {
          if (!(error instanceof Problem) || error.status >= 500) note.trouble(error)
          done(refusal(ground, stream, error))
        },
      )
    },
  })
  server.on('error', (error) => {
    // What goes wrong before it listens is said by whoever waits for that.
    if (server.server.listening) ground.log.warn({ error: error.message }, 'mail listener')
  })
  await listen(server)
  const { port: opened, address } = server.server.address() as AddressInfo
  port = opened
  let stamp = tls?.stamp
  // Certificates are renewed while the desk runs.
  const renew = () =>
    void readCertificate().then(
      (fresh) => {
        if (!fresh || fresh.stamp === stamp) return
        stamp = fresh.stamp
        server.updateSecureContext({ cert: fresh.cert, key: fresh.key, minVersion: 'TLSv1.2' })
      },
      (error: unknown) => ground.log.warn({ error: String(error) }, 'the certificate of the mail listener'),
    )
  const note = noteListener(cx, opened, `${address}:${opened}`, tls !== undefined, renew)
  return {
    stop: async () => {
      port = undefined
      await new Promise<void>((resolve) => server.close(resolve))
      await note.stop()
    },
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
  if (deskSetting(deskSettings.recipients) === 'any') return true
  return (await mailboxFor(ground.db, [address])) !== undefined
}

function signIn(check: CheckLogin) {
  const wrong = countByAddress()
  return (
    { username, password }: SMTPServerAuthentication,
    { remoteAddress }: SMTPServerSession,
    done: (error: Error | null, response?: { user: string }) => void,
  ) => {
    if (wrong.of(remoteAddress) >= WRONG_A_MINUTE) return done(smtpError(454, 'Too many attempts; try again later'))
    if (check(username ?? '', password ?? '')) return done(null, { user: username ?? '' })
    wrong.add(remoteAddress)
    done(smtpError(535, 'User name or password is wrong'))
  }
}

function smtpError(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode })
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
