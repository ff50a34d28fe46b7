import { sql } from 'kysely'
import { inPassing, insertRow, type Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { htmlToText, sanitiseHtml } from '../../../platform/html/index.ts'
import type { MailFate } from '../../../platform/mail/index.ts'
import { awaitReply } from '../../sla/server/index.ts'
import { touchTicket } from '../../ticket/server/index.ts'
import { messageAdded } from '../contract/facts.ts'
import type { MessageKind } from '../contract/shapes.ts'
import type { Ahead } from './ask-ahead.ts'
import type { MessageRecord } from './present-message.ts'

export interface NewMessage {
  ticketNumber: number
  kind: MessageKind
  direction: 'in' | 'out'
  author: { id: number | null; name: string }
  text?: string | undefined
  html?: string | null | undefined
  subject?: string | null
  quotedText?: string | null
  quotedHtml?: string | null
  automatic?: boolean
  sentAt?: Date | null
  itemId?: number | null
  mailMessageId?: string | null
  /** Message-IDs that its mail refers to. */
  refersTo?: readonly string[]
  files?: readonly { fileId: number; contentId?: string | null; inline?: boolean }[]
  /** The words a ticket was opened with: the ticket itself has just been written and is left alone. */
  first?: boolean
  /** Where the ticket was touched as it was locked: what was asked along with that. */
  ahead?: Ahead | undefined
  /** Queues the mail of what is written and returns where it is in the outbox; called before the row is, which then names it. */
  mail?: (words: { text: string; html: string | null }) => Promise<{ id: number; fate?: MailFate } | null>
}

/** Command: puts a message on a ticket and tells it. HTML is made safe here, whatever door it came through. */
export async function addMessage(tx: Tx, message: NewMessage): Promise<MessageRecord> {
  const html = message.html ? sanitiseHtml(message.html) : null
  const text = message.text ?? (html === null ? '' : htmlToText(html))
  const mail = (await message.mail?.({ text, html })) ?? null
  const first = message.first ?? false
  const row = {
    ticketNumber: message.ticketNumber,
    kind: message.kind,
    direction: message.direction,
    authorId: message.author.id,
    authorName: message.author.name,
    subject: message.subject ?? null,
    text,
    html,
    quotedText: message.quotedText ?? null,
    quotedHtml: message.quotedHtml ? sanitiseHtml(message.quotedHtml) : null,
    automatic: message.automatic ?? false,
    sentAt: message.sentAt ?? tx.now,
    createdAt: tx.now,
    itemId: message.itemId ?? null,
    outboxId: mail?.id ?? null,
  }
  const answers = message.kind === 'reply' && message.direction === 'out' && !message.automatic && !first
  const [{ id }, noteAnswer] = await Promise.all([
    insertRow(tx, 'conversation.message', row, ['id']),
    answers ? (message.ahead?.noteAnswer ?? awaitReply(tx, message.ticketNumber)) : undefined,
  ])
  if (message.mailMessageId) referTo(tx, message.mailMessageId, message.ticketNumber)
  noteNamed(tx, message.refersTo ?? [], message.ticketNumber)
  if (!first && !message.ahead) inPassing(tx, touchTicket(tx, message.ticketNumber))
  const added = { id, ...row }
  attach(tx, added.id, message.files ?? [], html)
  const about = {
    messageId: added.id,
    kind: message.kind,
    direction: message.direction,
    automatic: message.automatic ?? false,
    first,
  }
  const told = await tell(tx, messageAdded, message.ticketNumber, about, { text, subject: row.subject })
  await noteAnswer?.({ messageId: added.id, factId: told.id, at: told.at })
  return { ...added, bare: !message.files?.length, ...(mail?.fate ? { fate: mail.fate } : {}) }
}

function attach(tx: Tx, messageId: number, files: NonNullable<NewMessage['files']>, html: string | null): void {
  if (files.length === 0) return
  const attachments = tx
    .insertInto('conversation.attachment')
    .values(
      files.map(({ fileId, contentId = null, inline = false }, position) => ({
        messageId,
        fileId,
        contentId,
        inline: inline || shows(html, fileId),
        position,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
  inPassing(tx, attachments.execute())
}

/** Remembers that a mail with this Message-ID belongs to the ticket; the first ticket that had it keeps it. */
export function referTo(tx: Tx, mailMessageId: string, ticketNumber: number): void {
  // What was only referred to is here now, wherever it was filed.
  const reference = sql`
    insert into conversation.mail_reference as r (mail_message_id, ticket_number)
    values (${mailMessageId.slice(0, 1000)}, ${ticketNumber})
    on conflict (mail_message_id) do update set ticket_number = excluded.ticket_number, named = false where r.named`
  inPassing(tx, reference.execute(tx))
}

const MOST_NAMED = 20

/** Remembers the mails that one refers to and that may still come: an answer can be faster than what it answers. */
function noteNamed(tx: Tx, ids: readonly string[], ticketNumber: number): void {
  const wanted = ids.filter((id) => id.length >= 3 && id.length <= 1000).slice(-MOST_NAMED)
  if (wanted.length === 0) return
  const references = tx
    .insertInto('conversation.mailReference')
    .values(wanted.map((mailMessageId) => ({ mailMessageId, ticketNumber, named: true })))
    .onConflict((conflict) => conflict.doNothing())
  inPassing(tx, references.execute())
}

/** Whether a file stands in the text itself. */
export function shows(html: string | null, fileId: number): boolean {
  return html?.includes(`src="/api/v1/files/${fileId}"`) ?? false
}
