import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../db/index.ts'
import { addJob } from '../jobs/index.ts'
import { deskAddress } from './config.ts'
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

/** Puts a mail into the outbox in the transaction of the change it tells of: it is sent if and only if that commits. */
export async function queueMail(tx: Tx, mail: NewMail): Promise<{ id: number; messageId: string }> {
  const messageId = mail.messageId?.replace(/^<|>$/g, '') ?? newMessageId(mail.from?.email)
  const runAt = mail.notBefore ?? tx.now
  const senderId = mail.senderId ?? deskSender
  const sendable = await canSend(tx, senderId)
  const { id } = await tx
    .insertInto('platform.outbox')
    .values({
      messageId,
      fromEmail: mail.from?.email ?? null,
      fromName: mail.from?.name ?? null,
      recipients: json({ to: mail.to, cc: mail.cc ?? [], bcc: mail.bcc ?? [] }),
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
      state: sendable ? 'queued' : 'held',
      nextAttemptAt: runAt,
      queuedAt: tx.now,
      stateAt: tx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (sendable) await addJob(tx, sendMail, { outboxId: id }, { key: sendMailKey(id), runAt })
  return { id, messageId }
}

/** The answer finds its ticket by this id, so it must never be given twice. */
function newMessageId(from: string | undefined): string {
  return `${randomUUID()}@${(from ?? deskAddress()).split('@').pop() ?? 'localhost'}`
}

function json(value: unknown) {
  return sql<string>`${JSON.stringify(value)}::jsonb`
}
