import { randomUUID } from 'node:crypto'
import { insertRow, type Tx } from '../db/index.ts'
import { addJob } from '../jobs/index.ts'
import { deskAddress } from './config.ts'
import type { MailFate } from './queries.ts'
import { sendMail, sendMailKey } from './send-mail.ts'
import { canSend, deskSender } from './server-of.ts'
import type { MailAddress, MailFile, StopWords } from './tables.ts'

export interface NewMail {
  /** The desk's own address and name where left out. */
  from?: { email?: string; name?: string }
  to: readonly MailAddress[]
  cc?: readonly MailAddress[]
  bcc?: readonly MailAddress[]
  subject: string
  text: string
  html?: string
  headers?: Record<string, string>
  /** Without angle brackets; made when left out. */
  messageId?: string
  inReplyTo?: string
  references?: readonly string[]
  attachments?: readonly MailFile[]
  /** Stands below the copies of recipients with a `stopUrl`. */
  stopWords?: StopWords
  /** Written by the desk and not by a person: marked Auto-Submitted, so that programs do not answer. */
  automatic?: boolean
  /** Not sent, and can be withdrawn, until then. */
  notBefore?: Date
  /** The way it goes out by (platform.mail_sender); the desk's own when left out. */
  senderId?: number
  /** What it is about, e.g. `ticket:1042`. */
  about?: string
}

export interface QueuedMail {
  /** In the outbox. */
  id: number
  messageId: string
  fate: MailFate
}

/** Puts a mail into the outbox in the transaction of the change it tells of: it is sent if and only if that commits. */
export async function queueMail(tx: Tx, mail: NewMail): Promise<QueuedMail> {
  const messageId = mail.messageId?.replace(/^<|>$/g, '') ?? newMessageId(mail.from?.email)
  const runAt = mail.notBefore ?? tx.now
  const senderId = mail.senderId ?? deskSender
  const state = (await canSend(tx, senderId)) ? 'queued' : 'held'
  const recipients = { to: [...mail.to], cc: [...(mail.cc ?? [])], bcc: [...(mail.bcc ?? [])] }
  const { id } = await insertRow(
    tx,
    'platform.outbox',
    {
      messageId,
      fromEmail: mail.from?.email ?? null,
      fromName: mail.from?.name ?? null,
      recipients: json(recipients),
      subject: mail.subject.replace(/[\r\n]+/g, ' '),
      text: mail.text,
      html: mail.html ?? null,
      headers: json(mail.headers ?? {}),
      inReplyTo: mail.inReplyTo ?? null,
      mailReferences: [...(mail.references ?? [])],
      attachments: json(mail.attachments ?? []),
      stopWords: mail.stopWords ? json(mail.stopWords) : null,
      automatic: mail.automatic ?? false,
      senderId,
      about: mail.about ?? null,
      state,
      nextAttemptAt: runAt,
      queuedAt: tx.now,
      stateAt: tx.now,
    },
    ['id'],
  )
  if (state === 'queued') await addJob(tx, sendMail, { outboxId: id }, { key: sendMailKey(id), runAt })
  const untried = { error: null, smtpCode: null, attempts: 0, deliveredTo: [] }
  return { id, messageId, fate: { ...untried, state, at: tx.now, nextAttemptAt: runAt, recipients } }
}

/** The answer finds its ticket by this id, so it must never be given twice. */
export function newMessageId(from: string | undefined): string {
  return `${randomUUID()}@${(from ?? deskAddress()).split('@').pop() ?? 'localhost'}`
}

const json = (value: unknown) => JSON.stringify(value) as never
