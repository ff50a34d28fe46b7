import type { Generated, JSONColumnType } from 'kysely'

declare module '../db/tables.ts' {
  interface Tables {
    'platform.outbox': OutboxTable
  }
}

export const outboxStates = ['queued', 'held', 'sending', 'sent', 'failed', 'uncertain', 'withdrawn'] as const
export type OutboxState = (typeof outboxStates)[number]

export interface MailAddress {
  email: string
  name?: string
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
  automatic: boolean
  about: string | null
  state: OutboxState
  attempts: Generated<number>
  nextAttemptAt: Date | null
  queuedAt: Date
  stateAt: Date
  lastError: string | null
  smtpCode: number | null
}
