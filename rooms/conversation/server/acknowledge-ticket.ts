import { publicUrl } from '../../../platform/config/public-url.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { deskSetting } from '../../../platform/settings/index.ts'
import { localeOf, personCards } from '../../people/server/index.ts'
import { unsafeTicket } from '../../ticket/server/index.ts'
import { deskSettings } from './config.ts'
import { mailOnTicket } from './mail-on-ticket.ts'

const words = {
  en: (number: number, url: string) =>
    `We have your message and will take care of it.\n\nYour number is #${number}. You can follow it here:\n${url}\n\nTo add something, just answer this mail.`,
  de: (number: number, url: string) =>
    `Ihre Nachricht ist bei uns angekommen, wir kümmern uns darum.\n\nIhre Nummer ist #${number}. Hier sehen Sie den Stand:\n${url}\n\nWenn Sie etwas ergänzen möchten, antworten Sie einfach auf diese Mail.`,
}

/** Tells a requester the number of their ticket, once; never to a program. */
export async function acknowledgeTicket(tx: Tx, ticketNumber: number): Promise<void> {
  if (!deskSetting(deskSettings.acknowledge)) return
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
  await mailOnTicket(tx, ticket, { to: [{ email: requester.email, name: requester.name }], text, automatic: true })
}
