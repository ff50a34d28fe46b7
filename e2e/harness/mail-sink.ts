import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { parseMail } from '../../rooms/intake/server/parse/parse-mail.ts'
import type { ParsedMail } from '../../rooms/intake/server/parse/parsed-mail.ts'

export interface MailSink {
  /** For SMTP_OUT_URL. */
  url: string
  /** The first mail to this address whose subject or words fit; waits for it. */
  mailTo(address: string, words: RegExp): Promise<ParsedMail>
  stop(): Promise<void>
}

/** The mail server of the story: takes what the desk sends and keeps it to be read. */
export async function startMailSink(): Promise<MailSink> {
  const mails: { to: string[]; mail: ParsedMail }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((recipient) => recipient.address.toLowerCase())
        mails.push({ to, mail: parseMail(Buffer.concat(chunks)) })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo

  async function mailTo(address: string, words: RegExp): Promise<ParsedMail> {
    for (const until = Date.now() + 20_000; Date.now() < until; ) {
      const found = mails.find(({ to, mail }) => to.includes(address) && words.test(`${mail.subject}\n${mail.text}`))
      if (found) return found.mail
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const known = mails.map(({ to, mail }) => `${to.join(', ')}: ${mail.subject}`).join('\n')
    throw new Error(`No mail to ${address} that says ${words}. There were:\n${known}`)
  }
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { url: `smtp://127.0.0.1:${port}`, mailTo, stop }
}
