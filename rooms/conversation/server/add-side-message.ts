import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { htmlToText, sanitiseHtml } from '../../../platform/html/index.ts'
import { touchTicket } from '../../ticket/server/index.ts'
import { sideMessageAdded } from '../contract/facts.ts'
import { shows } from './add-message.ts'

interface NewSideMessage {
  direction: 'in' | 'out'
  author: { id: number | null; name: string; email: string | null }
  text?: string | undefined
  html?: string | null | undefined
  quotedText?: string | null
  quotedHtml?: string | null
  automatic?: boolean
  sentAt?: Date | null
  itemId?: number | null
  mailMessageId?: string | null
  files: readonly { fileId: number; contentId?: string | null; inline?: boolean }[]
}

/** Puts a message on a side conversation and tells it. HTML is made safe here, as with every other message. */
export async function addSideMessage(
  tx: Tx,
  side: { id: number; ticketNumber: number },
  message: NewSideMessage,
): Promise<{ id: number; text: string; html: string | null }> {
  const html = message.html ? sanitiseHtml(message.html) : null
  const text = message.text ?? (html === null ? '' : htmlToText(html))
  const { author } = message
  const { id } = await tx
    .insertInto('conversation.sideMessage')
    .values({
      sideId: side.id,
      direction: message.direction,
      authorId: author.id,
      authorName: author.name,
      authorEmail: author.email,
      text,
      html,
      quotedText: message.quotedText ?? null,
      quotedHtml: message.quotedHtml ? sanitiseHtml(message.quotedHtml) : null,
      automatic: message.automatic ?? false,
      sentAt: message.sentAt ?? tx.now,
      createdAt: tx.now,
      itemId: message.itemId ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (message.files.length > 0) {
    await tx
      .insertInto('conversation.sideAttachment')
      .values(
        message.files.map(({ fileId, contentId = null, inline = false }, position) => ({
          sideMessageId: id,
          fileId,
          contentId,
          inline: inline || shows(html, fileId),
          position,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  if (message.mailMessageId) await referToSide(tx, message.mailMessageId, side.id)
  await touchTicket(tx, side.ticketNumber)
  await tell(tx, sideMessageAdded, side.ticketNumber, {
    sideId: side.id,
    sideMessageId: id,
    direction: message.direction,
    from: author.name,
    automatic: message.automatic ?? false,
  })
  return { id, text, html }
}

/** Remembers that answers to this Message-ID belong here. */
export async function referToSide(tx: Tx, mailMessageId: string, sideId: number): Promise<void> {
  await tx
    .insertInto('conversation.sideReference')
    .values({ mailMessageId: mailMessageId.slice(0, 1000), sideId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
