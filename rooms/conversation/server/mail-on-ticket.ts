import type { Tx } from '../../../platform/db/index.ts'
import { type NewMail, newMessageId, type QueuedMail, queueMail } from '../../../platform/mail/index.ts'
import { type MailTemplate, type Values, writeMail } from '../../../platform/templates/index.ts'
import { replyAddress } from '../../intake/server/index.ts'
import { referTo } from './add-message.ts'
import { localeFor, type MailContext, mailContextOf } from './mail-context.ts'
import { ticketValues } from './mail-templates.ts'
import { type Mailbox, senderFor } from './sender-for.ts'

/** To whom a mail is written, in which language and zone, and through which mailbox. */
export interface Circumstances {
  context: MailContext
  mailbox: Mailbox | undefined
  language: string
  timeZone: string
}

type MailOnTicket = Pick<NewMail, 'to'> &
  Partial<Pick<NewMail, 'cc' | 'bcc' | 'attachments' | 'notBefore' | 'headers'>> & {
    template: MailTemplate
    /** What the template may say beside number, subject and names. */
    values?: (say: Circumstances) => Values
    /** Written by the desk itself, an answer to a mail or not: `Auto-Submitted: auto-generated`. */
    automatic?: boolean
    /** Recipients with a `stopUrl` read why they get it and how to end that. */
    mayStop?: boolean
    /** Whose name stands before that of the desk. */
    by?: string
    /** Where it has been read already. */
    context?: MailContext
  }

/**
 * Queues a mail about a ticket in the words of a template and the language of its requester: from the address the ticket is
 * written to, threaded below what was mailed before, and remembered so that an answer finds its way back.
 */
export async function mailOnTicket(
  tx: Tx,
  ticket: { number: number; subject: string },
  { by, context: known, template, values, automatic = false, mayStop, headers, ...mail }: MailOnTicket,
): Promise<QueuedMail> {
  const context = known ?? (await mailContextOf(tx, ticket.number))
  const { from, senderId, mailbox, house } = await senderFor(tx, context, by)
  const locale = localeFor(context, mailbox)
  const said = { ...ticketValues(ticket, context, house), ...values?.({ context, mailbox, ...locale }) }
  const written = await writeMail(tx, template, said, { language: locale.language, brand: house })
  // Answers find their ticket by it even where a mail program keeps neither thread nor subject.
  const replyTo =
    (await replyAddress(tx, mailbox, 't', ticket.number)) ??
    (from.email === mailbox?.address ? null : (mailbox?.address ?? null))
  const last = context.references.at(-1)
  const messageId = newMessageId(from.email)
  referTo(tx, messageId, ticket.number)
  return queueMail(tx, {
    ...mail,
    messageId,
    ...written,
    from,
    ...(mayStop ? { stopWords: stopWordsIn(locale.language, ticket.number) } : {}),
    ...(senderId === undefined ? {} : { senderId }),
    references: context.references,
    ...(last === undefined ? {} : { inReplyTo: last }),
    headers: {
      ...(replyTo === null ? {} : { 'Reply-To': replyTo }),
      ...headers,
    },
    automatic,
    about: `ticket:${ticket.number}`,
  })
}

function stopWordsIn(language: string, number: number): { why: string; link: string } {
  return language.toLowerCase().startsWith('de')
    ? {
        why: `Sie bekommen diese Mail, weil Sie bei #${number} in Kopie stehen.`,
        link: 'Keine Mails mehr zu diesem Ticket',
      }
    : { why: `You get this mail because you are in copy on #${number}.`, link: 'Stop mail about this ticket' }
}
