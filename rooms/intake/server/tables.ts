import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { MailAuthentication } from '../contract/authentication.ts'
import type { CalendarEvent } from '../contract/calendar.ts'
import type { itemStates } from '../contract/http.ts'

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    'intake.mailbox': MailboxTable
    'intake.mailboxSending': MailboxSendingTable
    'intake.rawMessage': RawMessageTable
    'intake.rawChunk': RawChunkTable
    'intake.item': ItemTable
    'intake.storm': StormTable
    'intake.taggedAddress': TaggedAddressTable
  }
}

export type ItemState = (typeof itemStates)[number]

interface MailboxSendingTable {
  mailboxId: number
  fromEmail: string | null
  signatures: JSONColumnType<Record<string, string>>
  ownSignatures: Generated<boolean>
  senderId: number | null
  updatedAt: Date
  version: Generated<number>
}

export interface MailboxTable {
  id: Generated<number>
  address: string
  name: string
  teamId: number | null
  serviceId: number | null
  signature: Generated<string>
  language: string | null
  active: Generated<boolean>
  replyTags: Generated<'auto' | 'on' | 'off'>
  createdAt: Date
  updatedAt: Date
  version: Generated<number>
}

interface RawMessageTable {
  id: Generated<number>
  size: number
  sha256: string
  door: 'smtp' | 'api' | 'pipe' | 'imap'
  envelopeFrom: string
  envelopeTo: string[]
  remote: string
  receivedAt: Date
}

interface RawChunkTable {
  rawId: number
  seq: number
  bytes: Buffer
}

export interface NamedAddress {
  email: string
  name: string | null
}

export interface ItemFile {
  fileId: number
  contentId: string | null
  inline: boolean
}

export interface ItemTable {
  id: Generated<number>
  rawId: number
  state: ItemState
  reason: string | null
  attempts: Generated<number>
  nextAttemptAt: Date | null
  forced: Generated<boolean>
  receivedAt: Date
  mailboxId: number | null
  messageId: string | null
  dedupeKey: string | null
  inReplyTo: string | null
  mailReferences: Generated<string[]>
  fromEmail: string | null
  fromName: string | null
  recipients: JSONColumnType<{ to: NamedAddress[]; cc: NamedAddress[] }> | null
  subject: string | null
  text: string | null
  html: string | null
  quotedText: string | null
  quotedHtml: string | null
  files: JSONColumnType<ItemFile[]>
  events: ColumnType<CalendarEvent[], string | undefined, string>
  ticketHint: number | null
  automatic: Generated<boolean>
  problems: Generated<string[]>
  sentAt: Date | null
  authentication: JSONColumnType<MailAuthentication> | null
  subjectKey: string | null
  stormId: number | null
  ticketNumber: number | null
  conversationMessageId: number | null
}

interface StormTable {
  id: Generated<number>
  kind: 'sender' | 'subject'
  about: string
  beganAt: Date
  lastAt: Date
}

interface TaggedAddressTable {
  address: string
  provedAt: Date
}
