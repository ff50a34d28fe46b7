import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/index.ts'
import type { KeptParts, ReadMail } from './read-item.ts'
import { dedupeKey } from './rules.ts'
import type { ItemFile, NamedAddress } from './tables.ts'

/** A received message as the room that files it needs it. */
export interface ItemToFile {
  id: number
  mailboxId: number | null
  teamId: number | null
  serviceId: number | null
  from: NamedAddress
  /** Without the addresses by which it came to the desk. */
  to: NamedAddress[]
  cc: NamedAddress[]
  subject: string
  /** What is new in it; `quotedText` is what was cut off. */
  text: string
  /** Safe to show; inline images are addresses of stored files. */
  html: string | null
  quotedText: string | null
  quotedHtml: string | null
  messageId: string | null
  inReplyTo: string | null
  references: string[]
  /** The number in the subject, in the desk's own form `[#1042]`. */
  ticketHint: number | null
  files: ItemFile[]
  /** Written by a program, a list or a mail system: never starts anything by itself. */
  automatic: boolean
  sentAt: Date | null
}

interface Open {
  itemId: number
  read: ReadMail
  parts: KeptParts
  done: boolean
}

/** The message that a transaction is filing now: what was read of it is written once, together with where it went. */
const filing = new WeakMap<Tx, Open>()

export function beginFiling(tx: Tx, itemId: number, read: ReadMail, parts: KeptParts): void {
  filing.set(tx, { itemId, read, parts, done: false })
}

export function wasFiled(tx: Tx): boolean {
  return filing.get(tx)?.done ?? false
}

function open(tx: Tx, itemId: number): Open {
  const now = filing.get(tx)
  if (now?.itemId !== itemId) throw new Error(`inbound mail ${itemId} is not being filed in this transaction`)
  return now
}

export async function itemToFile(tx: Tx, itemId: number): Promise<ItemToFile> {
  const { parts, read } = open(tx, itemId)
  if (!read.sender) throw new Error('a message without a sender cannot be filed')
  const others = (list: NamedAddress[]) => list.filter((address) => !read.through.has(address.email.toLowerCase()))
  return {
    id: itemId,
    mailboxId: parts.mailboxId,
    teamId: read.mailbox?.teamId ?? null,
    serviceId: read.mailbox?.serviceId ?? null,
    from: read.sender,
    to: others(parts.recipients.to),
    cc: others(parts.recipients.cc),
    subject: parts.subject,
    text: parts.text,
    html: parts.html,
    quotedText: parts.quotedText,
    quotedHtml: parts.quotedHtml,
    messageId: parts.messageId,
    inReplyTo: parts.inReplyTo,
    references: parts.mailReferences,
    ticketHint: parts.ticketHint,
    files: parts.files,
    automatic: parts.automatic,
    sentAt: parts.sentAt,
  }
}

/** To be called by the room that filed the message, in the same transaction. */
export async function markFiled(
  tx: Tx,
  itemId: number,
  filed: { ticketNumber: number; messageId: number | null },
): Promise<void> {
  await close(tx, itemId, {
    state: 'filed',
    reason: null,
    ticketNumber: filed.ticketNumber,
    conversationMessageId: filed.messageId,
  })
}

/** To be called instead where the message says nothing that a ticket needs. */
export async function markIgnored(tx: Tx, itemId: number, reason: string): Promise<void> {
  await close(tx, itemId, { state: 'ignored', reason, ticketNumber: null, conversationMessageId: null })
}

interface Outcome {
  state: 'filed' | 'ignored'
  reason: string | null
  ticketNumber: number | null
  conversationMessageId: number | null
}

async function close(tx: Tx, itemId: number, outcome: Outcome): Promise<void> {
  const now = open(tx, itemId)
  const { recipients, files, events, ...parts } = now.parts
  await tx
    .updateTable('intake.item')
    .set({
      ...parts,
      ...outcome,
      dedupeKey: dedupeKey(now.read.mail),
      nextAttemptAt: null,
      recipients: json(recipients),
      files: json(files),
      events: json(events),
    })
    .where('id', '=', itemId)
    .execute()
  now.done = true
}

function json<T>(value: T) {
  return sql<string>`${JSON.stringify(value)}::jsonb`
}
