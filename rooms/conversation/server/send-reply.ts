import type { Tx } from '../../../platform/db/index.ts'
import type { QueuedMail } from '../../../platform/mail/index.ts'
import type { TicketRecord } from '../../ticket/server/index.ts'
import { shows } from './add-message.ts'
import { type MailContext, mailContextOf } from './mail-context.ts'
import { type Circumstances, mailOnTicket } from './mail-on-ticket.ts'
import { asValue, replyTemplate } from './mail-templates.ts'
import { quoteOf } from './quote-message.ts'
import { signatureFor } from './signature-for.ts'
import { stopLinks } from './stop-link.ts'

interface Reply {
  author: { id: number | null; name: string }
  text: string
  /** Made safe already. */
  html: string | null
  fileIds: readonly number[]
  /** Who gets it without the others seeing that. */
  bcc?: readonly { email: string; name?: string }[]
  /** Not before this moment, so that the reply can be taken back. */
  notBefore?: Date | undefined
  /** Addresses, in lower case, that have it already. */
  without?: ReadonlySet<string>
  /** Where it has been read already. */
  context?: MailContext | undefined
}

/**
 * Queues the mail of a public reply, in the transaction that writes it: to the requester, with watchers in Cc, threaded
 * below what they have already. Null when there is no address to send to.
 */
export async function sendReply(
  tx: Tx,
  ticket: TicketRecord,
  { author, text, html, fileIds, bcc = [], notBefore, without, context: known }: Reply,
): Promise<QueuedMail | null> {
  const context = known ?? (await mailContextOf(tx, ticket.number, author.id))
  const wants = ({ email }: { email: string }) => !without?.has(email.toLowerCase())
  const to = context.requester ? [context.requester].filter(wants) : []
  const cc = context.watchers.filter(wants).filter(({ id }) => id !== author.id && id !== ticket.requesterId)
  if (to.length === 0 && cc.length === 0) return null
  const address = ({ email, name }: { email: string; name: string }) => ({ email, name })
  // Who asked is told how it goes on; those in copy did not ask and may leave.
  const linkFor = cc.length > 0 ? await stopLinks(tx, ticket.number) : undefined
  const copied = (one: { id: number; email: string; name: string }) => ({
    ...address(one),
    ...(linkFor ? { stopUrl: linkFor(one.id) } : {}),
  })
  return mailOnTicket(tx, ticket, {
    by: author.name,
    to: to.length > 0 ? to.map(address) : cc.map(copied),
    ...(to.length > 0 && cc.length > 0 ? { cc: cc.map(copied) } : {}),
    mayStop: true,
    ...(bcc.length > 0 ? { bcc } : {}),
    template: replyTemplate,
    values: (say) => around(say, author.name, asValue(html, text)),
    attachments: fileIds.map((fileId) => ({ fileId, ...(shows(html, fileId) ? { inline: true } : {}) })),
    ...(notBefore ? { notBefore } : {}),
    context,
  })
}

/** What stands around the words of a technician. */
function around(
  { context, mailbox, language, timeZone }: Circumstances,
  agent: string,
  message: { html: string; text: string },
) {
  const signature = signatureFor(context, mailbox, language)
  return {
    message,
    ...(signature ? { signature } : {}),
    ...(context.last ? { quoted: quoteOf(context.last, language, timeZone) } : {}),
    'agent.name': agent,
  }
}
