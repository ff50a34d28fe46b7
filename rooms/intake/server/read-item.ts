import type { Reader, Tx } from '../../../platform/db/index.ts'
import { putFile } from '../../../platform/files/index.ts'
import { isOurAddress, type MailboxCard, mailboxOf } from './mailboxes.ts'
import type { MailAddress, MailAttachment, ParsedMail } from './parse/parsed-mail.ts'
import { splitMail } from './quote/split-mail.ts'
import { readReplyAddress } from './reply-address.ts'
import { isAutomatic, ticketHint } from './rules.ts'
import type { ItemFile, NamedAddress } from './tables.ts'
import type { Trust } from './trust/authenticate-mail.ts'
import { subjectKey } from './trust/subject-key.ts'

export interface ReadMail {
  mail: ParsedMail
  sender: NamedAddress | null
  /** The sender is the desk itself, and no other address to answer to is given. */
  fromUs: boolean
  mailbox: MailboxCard | undefined
  /** Addresses by which it got here: the desk's own, whether they are set up as mailboxes or not. */
  through: ReadonlySet<string>
  /** The ticket of the signed reply address it was sent to. */
  signedTicket: number | null
  /** The side conversation of it, likewise. */
  signedSide: number | null
  trust: Trust
}

const DELIVERY_HEADERS = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to']

export type KeptParts = Awaited<ReturnType<typeof keepParts>>

export interface Delivered {
  mail: ParsedMail
  trust: Trust
  door: string
  envelopeFrom: string
  envelopeTo: readonly string[]
}

/** Finds out who wrote a message and to which mailbox. */
export async function readMail(
  reader: Reader,
  { mail, trust, door, envelopeFrom, envelopeTo }: Delivered,
): Promise<ReadMail> {
  const plain = (address: string) => address.trim().replace(/^<|>$/g, '')
  const delivered = DELIVERY_HEADERS.flatMap((name) => mail.headers.get(name) ?? []).map(plain)
  const through = [...envelopeTo, ...delivered]
  const named = [...mail.to, ...mail.cc].map((one) => one.address)
  const mailbox = await mailboxOf(reader, door, { envelope: envelopeTo, delivered, named })
  const { sender, fromUs } = await senderOf(reader, mail, envelopeFrom)
  const addresses = [...through, ...named]
  return {
    mail,
    sender,
    fromUs,
    mailbox,
    through: new Set(through.map((address) => address.toLowerCase())),
    signedTicket: await readReplyAddress(reader, addresses, 't'),
    signedSide: await readReplyAddress(reader, addresses, 's'),
    trust,
  }
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

export function named({ address, name }: MailAddress): NamedAddress {
  return { email: address, name: name === '' ? null : name.slice(0, 200) }
}

export async function keepFiles(tx: Tx, attachments: readonly MailAttachment[]): Promise<ItemFile[]> {
  const files: ItemFile[] = []
  for (const attachment of attachments) {
    const file = await putFile(tx, attachment)
    files.push({ fileId: file.id, contentId: attachment.contentId, inline: attachment.inline })
  }
  return files
}

/** What is kept of a message on its item: words split into new and quoted, files stored. */
export async function keepParts(tx: Tx, read: ReadMail) {
  const { mail } = read
  const files = await keepFiles(tx, mail.attachments)
  const urls = new Map(files.map((file) => [file.contentId, `/api/v1/files/${file.fileId}?show=true`]))
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
    subjectKey: subjectKey(mail.subject),
  }
}
