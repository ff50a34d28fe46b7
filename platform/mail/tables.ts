import type { Generated, JSONColumnType } from 'kysely'

declare module '../db/tables.ts' {
  interface Tables {
    'platform.outbox': OutboxTable
    'platform.mailSender': MailSenderTable
    'platform.mailPause': MailPauseTable
    'platform.mailTrouble': MailTroubleTable
  }
}

export const outboxStates = ['queued', 'held', 'sending', 'sent', 'failed', 'uncertain', 'withdrawn'] as const
export type OutboxState = (typeof outboxStates)[number]

export interface MailAddress {
  email: string
  name?: string
  /** Where this recipient, and nobody else, ends such mails (RFC 8058); theirs is a copy of its own. */
  stopUrl?: string
}

/** The line below a mail that says why one gets it, and what the link that ends that is called. */
export interface StopWords {
  why: string
  link: string
}

export interface Recipients {
  to: MailAddress[]
  cc: MailAddress[]
  bcc: MailAddress[]
}

export interface MailFile {
  fileId: number
  contentId?: string
  inline?: boolean
}

export interface OutboxTable {
  id: Generated<number>
  messageId: string
  fromEmail: string | null
  fromName: string | null
  recipients: JSONColumnType<Recipients>
  subject: string
  text: string
  html: string | null
  headers: JSONColumnType<Record<string, string>>
  inReplyTo: string | null
  mailReferences: string[]
  attachments: JSONColumnType<MailFile[]>
  stopWords: JSONColumnType<StopWords> | null
  automatic: boolean
  deliveredTo: Generated<string[]>
  senderId: Generated<number>
  about: string | null
  state: OutboxState
  attempts: Generated<number>
  nextAttemptAt: Date | null
  queuedAt: Date
  stateAt: Date
  lastError: string | null
  smtpCode: number | null
}

export const securities = ['tls', 'starttls', 'opportunistic', 'none'] as const
export type Security = (typeof securities)[number]

export interface MailSenderTable {
  id: Generated<number>
  name: string
  host: string | null
  port: number | null
  security: Generated<Security>
  checkCertificate: Generated<boolean>
  username: string | null
  password: Buffer | null
  ratePerMinute: number | null
  updatedAt: Generated<Date>
  version: Generated<number>
}

interface MailPauseTable {
  senderId: number | null
  pausedAt: Date
  pausedBy: string
  why: string | null
}

interface MailTroubleTable {
  senderId: number
  since: Date
  attempts: number
  error: string
  nextAttemptAt: Date
}
