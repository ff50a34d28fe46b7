import type { Tx } from '../../../platform/db/index.ts'
import { activeMailboxes } from './mailboxes.ts'
import type { ItemFile, NamedAddress } from './tables.ts'

/** A received message as the room that files it needs it. */
export interface ItemToFile {
  id: number
  mailboxId: number | null
  teamId: number | null
  serviceId: number | null
  from: NamedAddress
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

export async function itemToFile(tx: Tx, itemId: number): Promise<ItemToFile> {
  const row = await tx.selectFrom('intake.item').selectAll().where('id', '=', itemId).executeTakeFirstOrThrow()
  if (row.fromEmail === null) throw new Error('a message without a sender cannot be filed')
  const mailbox = (await activeMailboxes(tx)).find((box) => box.id === row.mailboxId)
  return {
    id: row.id,
    mailboxId: row.mailboxId,
    teamId: mailbox?.teamId ?? null,
    serviceId: mailbox?.serviceId ?? null,
    from: { email: row.fromEmail, name: row.fromName },
    to: row.recipients?.to ?? [],
    cc: row.recipients?.cc ?? [],
    subject: row.subject ?? '',
    text: row.text ?? '',
    html: row.html,
    quotedText: row.quotedText,
    quotedHtml: row.quotedHtml,
    messageId: row.messageId,
    inReplyTo: row.inReplyTo,
    references: row.mailReferences,
    ticketHint: row.ticketHint,
    files: row.files,
    automatic: row.automatic,
    sentAt: row.sentAt,
  }
}

/** To be called by the room that filed the message, in the same transaction. */
export async function markFiled(
  tx: Tx,
  itemId: number,
  filed: { ticketNumber: number; messageId: number | null },
): Promise<void> {
  await tx
    .updateTable('intake.item')
    .set({
      state: 'filed',
      reason: null,
      nextAttemptAt: null,
      ticketNumber: filed.ticketNumber,
      conversationMessageId: filed.messageId,
    })
    .where('id', '=', itemId)
    .execute()
}

/** To be called instead where the message says nothing that a ticket needs. */
export async function markIgnored(tx: Tx, itemId: number, reason: string): Promise<void> {
  await tx.updateTable('intake.item').set({ state: 'ignored', reason }).where('id', '=', itemId).execute()
}
