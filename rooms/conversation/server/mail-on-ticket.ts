import type { Tx } from '../../../platform/db/index.ts'
import { textToHtml } from '../../../platform/html/index.ts'
import { type NewMail, queueMail } from '../../../platform/mail/index.ts'
import { referTo } from './add-message.ts'
import { type MailContext, mailContextOf } from './mail-context.ts'
import { senderFor } from './sender-for.ts'

type MailOnTicket = Pick<NewMail, 'to' | 'text'> &
  Partial<Pick<NewMail, 'cc' | 'html' | 'attachments' | 'automatic' | 'notBefore'>> & {
    /** Whose name stands before that of the desk. */
    by?: string
    /** Where it has been read already. */
    context?: MailContext
  }

/**
 * Queues a mail about a ticket: its number in the subject in a form that replies keep, from the address the ticket is
 * written to, threaded below what was mailed before, and remembered so that an answer finds its way back.
 */
export async function mailOnTicket(
  tx: Tx,
  ticket: { number: number; subject: string },
  { by, context: known, ...mail }: MailOnTicket,
): Promise<{ id: number }> {
  const context = known ?? (await mailContextOf(tx, ticket.number))
  const last = context.references.at(-1)
  const queued = await queueMail(tx, {
    from: (await senderFor(tx, context, by)).from,
    subject: `[#${ticket.number}] ${ticket.subject}`,
    html: textToHtml(mail.text),
    references: context.references,
    ...(last === undefined ? {} : { inReplyTo: last }),
    about: `ticket:${ticket.number}`,
    ...mail,
  })
  await referTo(tx, queued.messageId, ticket.number)
  return queued
}
