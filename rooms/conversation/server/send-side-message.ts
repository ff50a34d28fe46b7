import type { Tx } from '../../../platform/db/index.ts'
import { queueMail } from '../../../platform/mail/index.ts'
import { writeMail } from '../../../platform/templates/index.ts'
import { replyAddress } from '../../intake/server/index.ts'
import { shows } from './add-message.ts'
import { referToSide } from './add-side-message.ts'
import type { SideRecord } from './find-side-conversation.ts'
import { mailContextOf } from './mail-context.ts'
import { asValue } from './mail-templates.ts'
import { outsideTemplate } from './outside-template.ts'
import { senderFor } from './sender-for.ts'
import { signatureFor } from './signature-for.ts'
import { undoableUntil } from './undo-time.ts'

interface SideMail {
  id: number
  text: string
  html: string | null
  quoted: { html: string | null; text: string | null }
  files: readonly { fileId: number; inline?: boolean }[]
  by: string
}

/** Queues the mail of a side message: threaded among its own, under a subject that no answer to it takes to the ticket. */
export async function sendSideMessage(tx: Tx, side: SideRecord, message: SideMail): Promise<void> {
  const references = await sideReferences(tx, side.id)
  const last = references.at(-1)
  const context = await mailContextOf(tx, side.ticketNumber, tx.actor.id)
  const { from, senderId, mailbox, house } = await senderFor(tx, context, message.by)
  // Whoever is outside has no language here; the technician writes in their own.
  const language = tx.actor.language ?? mailbox?.language ?? context.defaultLanguage
  const signature = signatureFor(context, mailbox, language)
  const { text, html, quoted } = message
  const values = {
    message: asValue(html, text),
    ...(signature ? { signature } : {}),
    ...(quoted.html ? { forwarded: { html: quoted.html, text: quoted.text ?? '' } } : {}),
    subject: references.length === 0 ? side.subject : `Re: ${side.subject}`,
    'agent.name': message.by,
  }
  const written = await writeMail(tx, outsideTemplate, values, { language, brand: house })
  const replyTo = (await replyAddress(tx, mailbox, 's', side.id)) ?? mailbox?.address ?? null
  const until = undoableUntil(tx)
  const mail = await queueMail(tx, {
    from,
    ...(senderId === undefined ? {} : { senderId }),
    to: side.participants,
    ...written,
    ...(replyTo === null ? {} : { headers: { 'Reply-To': replyTo } }),
    references,
    ...(last === undefined ? {} : { inReplyTo: last }),
    attachments: message.files.map(({ fileId, inline }) => ({
      fileId,
      ...(inline || shows(message.html, fileId) ? { inline: true } : {}),
    })),
    ...(until ? { notBefore: until } : {}),
    about: `ticket:${side.ticketNumber}`,
  })
  await referToSide(tx, mail.messageId, side.id)
  await tx.updateTable('conversation.sideMessage').set({ outboxId: mail.id }).where('id', '=', message.id).execute()
}

async function sideReferences(tx: Tx, sideId: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('conversation.sideReference')
    .select('mailMessageId')
    .where('sideId', '=', sideId)
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => row.mailMessageId).toReversed()
}
