import { publicUrl } from '../../../platform/config/public-url.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { queueMail } from '../../../platform/mail/index.ts'
import { deskSetting } from '../../../platform/settings/index.ts'
import { localeOf, personsWith } from '../../people/server/index.ts'
import { stormBegan } from '../contract/facts.ts'
import type { ReadMail } from './read-item.ts'
import { trustSettings } from './trust/config.ts'
import { subjectKey } from './trust/subject-key.ts'

/** How much the sender, and the subject, brought of late; counted no further than the limits. */
export interface Lately {
  fromSender: number
  onSubject: number
}

interface Storm {
  id: number
  reason: string
}

/** The storm that a message belongs to: one that rages, or begins with it. Null while all is calm. */
export async function stormOf(tx: Tx, { mail, sender }: ReadMail, known: Lately): Promise<Storm | null> {
  const minutes = deskSetting(trustSettings.stormMinutes)
  const limits = { sender: deskSetting(trustSettings.stormSender), subject: deskSetting(trustSettings.stormSubject) }
  if (limits.sender > 0 && known.fromSender >= limits.sender) {
    const about = sender?.email.toLowerCase() ?? ''
    const reason = `There are more than ${limits.sender} messages from ${about} in ${minutes} minutes.`
    return { id: await noteStorm(tx, 'sender', about, reason), reason }
  }
  if (limits.subject > 0 && known.onSubject >= limits.subject) {
    const about = subjectKey(mail.subject)
    const reason = `There are more than ${limits.subject} messages about “${about}” in ${minutes} minutes.`
    return { id: await noteStorm(tx, 'subject', about, reason), reason }
  }
  return null
}

async function noteStorm(tx: Tx, kind: 'sender' | 'subject', about: string, reason: string): Promise<number> {
  const quiet = new Date(tx.now.getTime() - deskSetting(trustSettings.stormMinutes) * 60_000)
  const raging = await tx
    .updateTable('intake.storm')
    .set({ lastAt: tx.now })
    .where('kind', '=', kind)
    .where('about', '=', about)
    .where('lastAt', '>', quiet)
    .returning('id')
    .executeTakeFirst()
  if (raging) return raging.id
  const { id } = await tx
    .insertInto('intake.storm')
    .values({ kind, about, beganAt: tx.now, lastAt: tx.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tell(tx, stormBegan, id, { kind, about })
  await tellAdministrators(tx, about, reason)
  return id
}

const words = {
  en: (about: string) => ({
    subject: `Mail is held: ${about}`,
    text: (reason: string, url: string) =>
      `${reason}\n\nMore of it is held: it opens no tickets and nobody is answered. Release or discard it here:\n${url}\n\nYou are told once for each storm.`,
  }),
  de: (about: string) => ({
    subject: `Mails werden zurückgehalten: ${about}`,
    text: (_reason: string, url: string) =>
      `Es kommt mehr Post als irgendjemand schreibt: ${about}\n\nWeitere wird zurückgehalten: Sie eröffnet keine Tickets, und niemand bekommt eine Antwort. Hier können Sie sie freigeben oder verwerfen:\n${url}\n\nSie erfahren es je Sturm einmal.`,
  }),
}

async function tellAdministrators(tx: Tx, about: string, reason: string): Promise<void> {
  const url = `${publicUrl()}/desk/admin/inbound`
  for (const person of await personsWith(tx, 'intake.manage')) {
    const { language } = await localeOf(tx, person.id)
    const { subject, text } = words[language.startsWith('de') ? 'de' : 'en'](about)
    await queueMail(tx, {
      to: [{ email: person.email, name: person.name }],
      subject,
      text: text(reason, url),
      automatic: true,
      about: 'storm',
    })
  }
}
