import type { Selectable } from 'kysely'
import { settingOf } from '../config/index.ts'
import type { Reader } from '../db/index.ts'
import { keepInMemory } from '../memory/index.ts'
import { openSecret } from '../secrets/index.ts'
import { settings } from './config.ts'
import type { MailSenderTable } from './tables.ts'

/** The sender that is there from the start: the desk's own. */
export const deskSender = 1

/** Where mail is handed over, and how. */
export interface MailServer {
  host: string
  port: number
  /** TLS from the first byte. */
  secure: boolean
  requireTls: boolean
  ignoreTls: boolean
  checkCertificate: boolean
  login: { user: string; pass: string } | null
}

export type MailSender = Selectable<MailSenderTable>

/** The server of a sender: its own, else the desk's own, else that of SMTP_OUT_URL; undefined when there is none. */
export async function serverOf(reader: Reader, senderId: number): Promise<MailServer | undefined> {
  const rows = await reader
    .selectFrom('platform.mailSender')
    .selectAll()
    .where('id', 'in', [senderId, deskSender])
    .where('host', 'is not', null)
    .execute()
  const row = rows.find((one) => one.id === senderId) ?? rows[0]
  return row ? fromRow(reader, row) : fromUrl(settingOf(settings.smtpOutUrl))
}

/** Whether mail of this sender has a server to go through. Without a look into the database where SMTP_OUT_URL is set. */
export async function canSend(reader: Reader, senderId: number = deskSender): Promise<boolean> {
  if (settingOf(settings.smtpOutUrl) !== undefined) return true
  const served = await servedSenders.get(reader)
  return served.has(senderId) || served.has(deskSender)
}

/** Those with a server of their own; asked with every mail. */
export const servedSenders = keepInMemory('mail senders with a server', async (reader) => {
  const rows = await reader.selectFrom('platform.mailSender').select('id').where('host', 'is not', null).execute()
  return new Set(rows.map((row) => row.id))
})

async function fromRow(reader: Reader, row: MailSender): Promise<MailServer> {
  return {
    host: row.host ?? '',
    port: row.port ?? 587,
    secure: row.security === 'tls',
    requireTls: row.security === 'starttls',
    ignoreTls: row.security === 'none',
    checkCertificate: row.checkCertificate,
    login:
      row.username === null
        ? null
        : { user: row.username, pass: row.password ? (await openSecret(reader, row.password)).toString('utf8') : '' },
  }
}

function fromUrl(url: string | undefined): MailServer | undefined {
  if (url === undefined) return undefined
  const { protocol, hostname, port, username, password, searchParams } = new URL(url)
  const secure = protocol === 'smtps:'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTls: searchParams.get('requireTLS') === 'true',
    ignoreTls: searchParams.get('ignoreTLS') === 'true',
    checkCertificate: searchParams.get('rejectUnauthorized') !== 'false',
    login: username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  }
}

/** `host:port` of the server of SMTP_OUT_URL, without its login. */
export function deskServerName(): string | null {
  const server = fromUrl(settingOf(settings.smtpOutUrl))
  return server ? `${server.host}:${server.port}` : null
}
