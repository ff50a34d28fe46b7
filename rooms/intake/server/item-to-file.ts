import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/index.ts'
import { deskSetting } from '../../../platform/settings/index.ts'
import type { MailAuthentication } from '../contract/authentication.ts'
import { readForward } from './forward/read-forward.ts'
import { languageOf } from './language-of.ts'
import type { ParsedMail } from './parse/parsed-mail.ts'
import { splitMail } from './quote/split-mail.ts'
import { type KeptParts, keepFiles, named, type ReadMail } from './read-item.ts'
import { dedupeKey } from './rules.ts'
import type { ItemFile, NamedAddress } from './tables.ts'
import { trustSettings } from './trust/config.ts'

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
  /** The language of the desk’s it is written in; null where that cannot be told. */
  language: string | null
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
  /** What the mail server before the desk takes for spam and an administrator wants marked as such. */
  spam: boolean
  /** What an administrator wants of more mail from a sender of nothing but spam. */
  spammers: 'file' | 'hold' | 'ignore'
  /** The ticket of the signed reply address it was sent to. */
  signedTicket: number | null
  signedSide: number | null
  /** Outlook's own name for the conversation, the same in every mail of it; null elsewhere. */
  threadIndex: string | null
  /** Whether it is proved that the sender is who they say. */
  verdict: MailAuthentication['verdict']
  sentAt: Date | null
}

interface Open {
  itemId: number
  read: ReadMail
  parts: KeptParts
  spam: boolean
  isForced: boolean
  done: boolean
}

/** The message that a transaction is filing now: what was read of it is written once, together with where it went. */
const filing = new WeakMap<Tx, Open>()

export function beginFiling(tx: Tx, message: Omit<Open, 'done'>): void {
  filing.set(tx, { ...message, done: false })
}

export function wasFiled(tx: Tx): boolean {
  return filing.get(tx)?.done ?? false
}

/** The mailbox of the message that is being filed in this transaction; its item says so only once it is filed. */
export function mailboxBeingFiled(reader: Reader): number | null {
  return filing.get(reader as Tx)?.parts.mailboxId ?? null
}

function open(tx: Tx, itemId: number): Open {
  const now = filing.get(tx)
  if (now?.itemId !== itemId) throw new Error(`inbound mail ${itemId} is not being filed in this transaction`)
  return now
}

export async function itemToFile(tx: Tx, itemId: number): Promise<ItemToFile> {
  const { parts, read, spam, isForced } = open(tx, itemId)
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
    language: languageOf(read.mail, parts.text),
    text: parts.text,
    html: parts.html,
    quotedText: parts.quotedText,
    quotedHtml: parts.quotedHtml,
    messageId: parts.messageId,
    inReplyTo: parts.inReplyTo,
    references: parts.mailReferences,
    ticketHint: parts.ticketHint,
    files: parts.files,
    automatic: parts.automatic || spam,
    spam,
    spammers: isForced ? 'file' : deskSetting(trustSettings.spammers),
    signedTicket: read.signedTicket,
    signedSide: read.signedSide,
    threadIndex: threadIndex(read.mail),
    verdict: verdictFor(read),
    sentAt: parts.sentAt,
  }
}

/** What is proved is proved of From; whoever a form names in Reply-To is only said to have written. */
function verdictFor({ mail, sender, trust }: ReadMail): MailAuthentication['verdict'] {
  return mail.from?.address === sender?.email ? trust.authentication.verdict : 'unknown'
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

/** A message that somebody passed on, in the form in which it is filed. */
export interface ForwardedItem extends Pick<ItemToFile, 'text' | 'html' | 'quotedText' | 'quotedHtml' | 'files'> {
  own: { text: string; html: string | null }
  from: NamedAddress
  to: NamedAddress[]
  cc: NamedAddress[]
  subject: string
  messageId: string | null
  sentAt: Date | null
}

/** What the message that is being filed passes on of another one; null when it forwards nothing. */
export async function forwardedItem(tx: Tx, itemId: number): Promise<ForwardedItem | null> {
  const { read, parts } = open(tx, itemId)
  const forward = readForward(read.mail)
  if (!forward) return null
  const files = forward.attachments === null ? parts.files : await keepFiles(tx, forward.attachments)
  const images = [...files, ...parts.files]
  const url = (contentId: string) => {
    const file = images.find((one) => one.contentId === contentId)
    return file ? `/api/v1/files/${file.fileId}?show=true` : null
  }
  const { from, to, cc, subject, messageId, sentAt } = forward
  const { text, html } = splitMail({ ...forward.own, subject: '' }, url)
  return {
    ...splitMail(forward, url),
    own: { text, html },
    from: named(from),
    to: to.map(named),
    cc: cc.map(named),
    subject,
    messageId,
    sentAt,
    files,
  }
}

/** To be called instead where it has to wait for somebody who looks at it. */
export async function markHeld(tx: Tx, itemId: number, reason: string): Promise<void> {
  await close(tx, itemId, { state: 'held', reason, ticketNumber: null, conversationMessageId: null })
}

/** To be called instead where the message says nothing that a ticket needs. */
export async function markIgnored(tx: Tx, itemId: number, reason: string): Promise<void> {
  await close(tx, itemId, { state: 'ignored', reason, ticketNumber: null, conversationMessageId: null })
}

interface Outcome {
  state: 'filed' | 'ignored' | 'held'
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
      authentication: json(now.read.trust.authentication),
      nextAttemptAt: null,
      recipients: json(recipients),
      files: json(files),
      events: json(events),
    })
    .where('id', '=', itemId)
    .execute()
  now.done = true
}

/** The header of a conversation index: when it began and under which id (MS-OXOMSG, 2.2.1.3). */
function threadIndex(mail: ParsedMail): string | null {
  const bytes = Buffer.from(mail.headers.get('thread-index')?.[0]?.replace(/\s/g, '') ?? '', 'base64')
  return bytes.length >= 22 && bytes[0] === 1 ? bytes.toString('base64', 0, 22) : null
}

function json<T>(value: T) {
  return sql<string>`${JSON.stringify(value)}::jsonb`
}
