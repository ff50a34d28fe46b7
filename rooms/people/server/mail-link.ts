import { publicUrl } from '../../../platform/config/public-url.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { queueMail } from '../../../platform/mail/index.ts'
import { writeMail } from '../../../platform/templates/index.ts'
import { type LinkMail, linkTemplates } from './mail-templates.ts'
import { deskSettings, localeOf } from './queries.ts'

/** Queues a mail with one link in it, in the language of whom it is for. */
export async function mailLink(
  tx: Tx,
  kind: LinkMail,
  to: { personId: number; name: string; email: string },
  path: string,
): Promise<void> {
  const { language } = await localeOf(tx, to.personId)
  const desk = (await deskSettings(tx)).organisationName || 'Deskhand'
  const values = { name: to.name, desk, link: `${publicUrl()}${path}` }
  const mail = await writeMail(tx, linkTemplates[kind], values, { language, brand: desk })
  // Automatic (RFC 3834): no vacation notice answers it.
  await queueMail(tx, { to: [{ email: to.email, name: to.name }], ...mail, automatic: true, about: kind })
}
