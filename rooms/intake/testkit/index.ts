import { createTransport, type SendMailOptions } from 'nodemailer'
import { setLookUp, smtpPort } from '../server/index.ts'

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

/** Name servers that know nothing but these: `{ 'TXT _dmarc.x.example': ['v=DMARC1; p=reject'] }`; `'SERVFAIL'` is a failure. */
export function dnsTable(records: Record<string, readonly string[] | 'SERVFAIL'>): void {
  setLookUp(async (name, type) => {
    const answer = records[`${type} ${name.toLowerCase()}`]
    if (answer === 'SERVFAIL') throw Object.assign(new Error(`${name}: SERVFAIL`), { code: 'ESERVFAIL' })
    if (!answer) throw Object.assign(new Error(`${name}: ENOTFOUND`), { code: 'ENOTFOUND' })
    return type === 'TXT' ? answer.map((text) => [text]) : [...answer]
  })
}
