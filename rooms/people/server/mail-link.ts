import { publicUrl } from '../../../platform/config/public-url.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { queueMail } from '../../../platform/mail/index.ts'
import { deskSettings, localeOf } from './queries.ts'
import { type LinkMail, writeLinkMail } from './write-link-mail.ts'

/** Queues a mail with one link in it, in the language of whom it is for. */
export async function mailLink(
  tx: Tx,
  kind: LinkMail,
  to: { personId: number; name: string; email: string },
  path: string,
): Promise<void> {
  const { language } = await localeOf(tx, to.personId)
  const { organisationName } = await deskSettings(tx)
  const mail = writeLinkMail(kind, language, {
    name: to.name,
    desk: organisationName || 'Deskhand',
    link: `${publicUrl()}${path}`,
  })
  // Automatic (RFC 3834): no vacation notice answers it.
  await queueMail(tx, { to: [{ email: to.email, name: to.name }], ...mail, automatic: true, about: kind })
}
