import { settingOf } from '../../../platform/config/index.ts'
import { publicUrl } from '../../../platform/config/public-url.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { textToHtml } from '../../../platform/html/index.ts'
import { queueMail } from '../../../platform/mail/index.ts'
import { localeOf, personCards } from '../../people/server/index.ts'
import { unsafeTicket } from '../../ticket/server/index.ts'
import { referTo } from './add-message.ts'
import { settings } from './config.ts'
import { referencesOf } from './queries.ts'
import { mailSubject } from './send-reply.ts'
import { senderFor } from './sender-for.ts'

const words = {
  en: (number: number, url: string) =>
    `We have your message and will take care of it.\n\nYour number is #${number}. You can follow it here:\n${url}\n\nTo add something, just answer this mail.`,
  de: (number: number, url: string) =>
    `Ihre Nachricht ist bei uns angekommen, wir kümmern uns darum.\n\nIhre Nummer ist #${number}. Hier sehen Sie den Stand:\n${url}\n\nWenn Sie etwas ergänzen möchten, antworten Sie einfach auf diese Mail.`,
}

/** Tells a requester the number of their ticket, once; never to a program. */
export async function acknowledgeTicket(tx: Tx, ticketNumber: number): Promise<void> {
  if (!settingOf(settings.acknowledge)) return
  const ticket = await unsafeTicket(tx, ticketNumber)
  // Marked as spam or already settled before this ran.
  if (!ticket || ticket.status === 'closed') return
  const first = await tx
    .selectFrom('conversation.message')
    .select('automatic')
    .where('ticketNumber', '=', ticketNumber)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (first?.automatic) return
  const requester = (await personCards(tx, [ticket.requesterId])).get(ticket.requesterId)
  if (!requester?.email || !requester.active) return
  const { language } = await localeOf(tx, ticket.requesterId)
  const text = words[language.startsWith('de') ? 'de' : 'en'](ticket.number, `${publicUrl()}/tickets/${ticket.number}`)
  const references = await referencesOf(tx, ticket.number)
  const last = references.at(-1)
  const mail = await queueMail(tx, {
    from: await senderFor(tx, ticketNumber),
    to: [{ email: requester.email, name: requester.name }],
    subject: mailSubject(ticket),
    text,
    html: textToHtml(text),
    references,
    ...(last === undefined ? {} : { inReplyTo: last }),
    automatic: true,
    about: `ticket:${ticket.number}`,
  })
  await referTo(tx, mail.messageId, ticket.number)
}
