import { createTransport, type SendMailOptions } from 'nodemailer'
import { smtpPort } from '../server/index.ts'

/** Hands a mail to the desk's own listener over a real connection; rejects as a mail server would. */
export async function sendToDesk(mail: SendMailOptions): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort() ?? 0, secure: false, ignoreTLS: true })
  await transport.sendMail(mail)
}

/** A raw message with the given header lines; for the HTTP door. */
export function aRawMail(head: Record<string, string>, body = 'Hello'): string {
  return `${Object.entries(head)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n${body}`
}
