import type { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { MailServer } from './server-of.ts'

const CONNECT_MS = 20_000
const SILENCE_MS = 60_000

export interface SmtpError extends Error {
  responseCode?: number
  response?: string
  /** What provoked it: `MAIL FROM`, `RCPT TO`, `DATA`, `AUTH …`. */
  command?: string
  recipient?: string
}

export interface Taken {
  response: string
  accepted: string[]
  refused: { email: string; error: string; code: number | null }[]
}

/** A connection to a mail server, step by step; each step throws what the server said. */
export function connectionTo(server: MailServer) {
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.secure,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    ignoreTLS: server.ignoreTls,
    requireTLS: server.requireTls,
    tls: { rejectUnauthorized: server.checkCertificate },
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
      const { login } = server
      if (login) await step<void>((done) => connection.login({ credentials: login }, (error) => done(error ?? null)))
    },
    async send(envelope: { from: string; to: string[] }, message: Readable): Promise<Taken> {
      const info = await step<SMTPConnection.SentMessageInfo>((done) =>
        connection.send(envelope, message, (error, value) => done(error ?? null, value)),
      )
      const errors = (info?.rejectedErrors ?? []) as SmtpError[]
      const refused = (info?.rejected ?? []).map((email) => {
        const why = errors.find((error) => error.recipient === email)
        return { email, error: wordsOf(why), code: why?.responseCode ?? null }
      })
      return { response: info?.response ?? '', accepted: info?.accepted ?? [], refused }
    },
    quit: () => connection.quit(),
    close: () => connection.close(),
  }
}

/** What the server said, on one line. */
export function wordsOf(error: SmtpError | undefined): string {
  return (error?.response ?? error?.message ?? '').replace(/\s+/g, ' ').slice(0, 1000)
}
