import type { Tx } from '../../../platform/db/index.ts'
import { textToHtml } from '../../../platform/html/index.ts'
import { queueMail } from '../../../platform/mail/index.ts'
import { replyAddress } from '../../intake/server/index.ts'
import { referToSide } from './add-side-message.ts'
import type { SideRecord } from './find-side-conversation.ts'
import { mailContextOf } from './mail-context.ts'
import { senderFor } from './sender-for.ts'

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
  const { from, senderId, mailbox } = await senderFor(tx, await mailContextOf(tx, side.ticketNumber), message.by)
  const replyTo = (await replyAddress(tx, mailbox, 's', side.id)) ?? mailbox?.address ?? null
  const mail = await queueMail(tx, {
    from,
    ...(senderId === undefined ? {} : { senderId }),
    to: side.participants,
    subject: references.length === 0 ? side.subject : `Re: ${side.subject}`,
    text: [message.text, message.quoted.text].filter((part) => part).join('\n\n'),
    html: [message.html ?? textToHtml(message.text), message.quoted.html].filter((part) => part).join('\n'),
    ...(replyTo === null ? {} : { headers: { 'Reply-To': replyTo } }),
    references,
    ...(last === undefined ? {} : { inReplyTo: last }),
    attachments: message.files.map(({ fileId, inline }) => ({ fileId, ...(inline ? { inline } : {}) })),
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
