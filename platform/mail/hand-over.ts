import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { settingOf } from '../config/index.ts'
import type { ComposedMail } from './compose-mail.ts'
import { settings } from './config.ts'

/** What became of one attempt to hand a mail over. `again`: nothing was accepted, it can be tried again. */
export type HandOver =
  | { result: 'sent' }
  | { result: 'again' | 'failed' | 'uncertain'; error: string; code: number | null }

const CONNECT_MS = 20_000
const SILENCE_MS = 60_000

interface SmtpError extends Error {
  responseCode?: number
  response?: string
}

/**
 * Hands a mail to the outgoing server. Once the text is on its way and the connection breaks before the answer, nobody
 * can know whether it was accepted: that is `uncertain`, never `again`.
 */
export async function handOver(mail: ComposedMail): Promise<HandOver> {
  const connection = connectionTo(settingOf(settings.smtpOutUrl) ?? '')
  let begun = false
  // The message is asked for only once the server has agreed to take it.
  const message = Readable.from(
    (async function* () {
      begun = true
      yield* mail.open()
    })(),
    { objectMode: false },
  )
  try {
    await connection.open()
    const refused = await connection.send(mail.envelope, message)
    connection.quit()
    if (refused.length === 0) return { result: 'sent' }
    // The others have it, so it cannot be sent again as a whole.
    return {
      result: 'failed',
      error: `The server refused ${refused.join(', ')}; the other recipients have it.`,
      code: null,
    }
  } catch (error) {
    connection.close()
    message.destroy()
    const { responseCode, response, message: words } = error as SmtpError
    const code = responseCode ?? null
    const said = (response ?? words).replace(/\s+/g, ' ').slice(0, 1000)
    if (code !== null && code >= 500) return { result: 'failed', error: said, code }
    if (code !== null && code >= 400) return { result: 'again', error: said, code }
    if (begun) return { result: 'uncertain', error: `The connection broke before the server confirmed: ${said}`, code }
    return { result: 'again', error: said, code }
  }
}

function connectionTo(url: string) {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url)
  const secure = protocol === 'smtps:'
  const connection = new SMTPConnection({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    ignoreTLS: searchParams.get('ignoreTLS') === 'true',
    requireTLS: searchParams.get('requireTLS') === 'true',
    tls: { rejectUnauthorized: searchParams.get('rejectUnauthorized') !== 'false' },
  })
  let fail: (error: Error) => void = () => {}
  connection.on('error', (error: Error) => fail(error))
  const step = <T>(run: (done: (error: Error | null, value?: T) => void) => void) =>
    new Promise<T | undefined>((resolve, reject) => {
      fail = reject
      run((error, value) => (error ? reject(error) : resolve(value)))
    })
  return {
    async open(): Promise<void> {
      await step<void>((done) => connection.connect((error) => done(error ?? null)))
      if (username === '') return
      const credentials = { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
      await step<void>((done) => connection.login({ credentials }, (error) => done(error ?? null)))
    },
    /** The recipients that were refused while others were taken. */
    async send(envelope: ComposedMail['envelope'], message: Readable): Promise<string[]> {
      const info = await step<{ rejected?: string[] }>((done) =>
        connection.send(envelope, message, (error, value) => done(error ?? null, value)),
      )
      return info?.rejected ?? []
    },
    quit: () => connection.quit(),
    close: () => connection.close(),
  }
}
