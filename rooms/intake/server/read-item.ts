import type { Reader, Tx } from '../../../platform/db/index.ts'
import { putFile } from '../../../platform/files/index.ts'
import { isOurAddress, type MailboxCard, mailboxOf } from './mailboxes.ts'
import { parseMail } from './parse/parse-mail.ts'
import type { MailAddress, ParsedMail } from './parse/parsed-mail.ts'
import { splitMail } from './quote/split-mail.ts'
import { rawBytes } from './raw-source.ts'
import { isAutomatic, ticketHint } from './rules.ts'
import type { ItemFile, NamedAddress } from './tables.ts'

export interface ReadMail {
  mail: ParsedMail
  sender: NamedAddress | null
  /** The sender is the desk itself, and no other address to answer to is given. */
  fromUs: boolean
  mailbox: MailboxCard | undefined
  /** Addresses by which it got here: the desk's own, whether they are set up as mailboxes or not. */
  through: ReadonlySet<string>
}

const DELIVERY_HEADERS = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to']

export type KeptParts = Awaited<ReturnType<typeof keepParts>>

export interface RawItem {
  rawId: number
  size: number
  /** The first piece; most messages have only one. */
  bytes: Buffer | null
  door: string
  envelopeFrom: string
  envelopeTo: string[]
}

/** Parses an item's message and finds out who wrote and to which mailbox. */
export async function readMail(reader: Reader, item: RawItem): Promise<ReadMail> {
  const mail = parseMail(item.bytes?.length === item.size ? item.bytes : await rawBytes(reader, item.rawId))
  const delivered = DELIVERY_HEADERS.flatMap((name) => mail.headers.get(name) ?? [])
  const through = [...item.envelopeTo, ...delivered]
  const named = [...mail.to, ...mail.cc].map((one) => one.address)
  const mailbox = await mailboxOf(reader, item.door, { envelope: item.envelopeTo, delivered, named })
  const { sender, fromUs } = await senderOf(reader, mail, item.envelopeFrom)
  return { mail, sender, fromUs, mailbox, through: new Set(through.map((address) => address.trim().toLowerCase())) }
}

/** A web form that writes in the desk's own name says in Reply-To who asked. */
async function senderOf(
  reader: Reader,
  mail: ParsedMail,
  envelopeFrom: string,
): Promise<Pick<ReadMail, 'sender' | 'fromUs'>> {
  const from = mail.from ?? (envelopeFrom.includes('@') ? { name: '', address: envelopeFrom } : null)
  if (!from) return { sender: null, fromUs: false }
  if (!(await isOurAddress(reader, from.address))) return { sender: named(from), fromUs: false }
  for (const reply of mail.replyTo) {
    if (!(await isOurAddress(reader, reply.address))) return { sender: named(reply), fromUs: false }
  }
  return { sender: named(from), fromUs: true }
}

function named({ address, name }: MailAddress): NamedAddress {
  return { email: address, name: name === '' ? null : name.slice(0, 200) }
}

/** What is kept of a message on its item: words split into new and quoted, files stored. */
export async function keepParts(tx: Tx, read: ReadMail) {
  const { mail } = read
  const files: ItemFile[] = []
  const urls = new Map<string, string>()
  for (const attachment of mail.attachments) {
    const file = await putFile(tx, attachment)
    files.push({ fileId: file.id, contentId: attachment.contentId, inline: attachment.inline })
    if (attachment.contentId) urls.set(attachment.contentId, `/api/v1/files/${file.id}?show=true`)
  }
  const words = splitMail(mail, (contentId) => urls.get(contentId) ?? null)
  const references = [
    ...mail.references,
    ...mail.inReplyTo,
    ...(mail.reportedMessageId ? [mail.reportedMessageId] : []),
  ]
  return {
    mailboxId: read.mailbox?.id ?? null,
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo[0] ?? mail.reportedMessageId,
    mailReferences: [...new Set(references)],
    fromEmail: read.sender?.email ?? null,
    fromName: read.sender?.name ?? null,
    recipients: { to: mail.to.map(named), cc: mail.cc.map(named) },
    subject: mail.subject,
    ...words,
    files,
    ticketHint: ticketHint(mail.subject),
    automatic: isAutomatic(mail),
    problems: mail.problems,
    events: mail.events,
    sentAt: mail.date,
  }
}
