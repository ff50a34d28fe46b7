import type { Reader } from '../../../platform/db/index.ts'
import { mailboxById } from '../../intake/server/index.ts'
import type { MailContext } from './mail-context.ts'

export type Mailbox = NonNullable<Awaited<ReturnType<typeof mailboxById>>>

export interface Sender {
  from: { email?: string; name?: string }
  /** The mailbox that the last e-mail on the ticket arrived at. */
  mailbox: Mailbox | undefined
}

/**
 * Whom mails on a ticket come from: the mailbox its last e-mail arrived at, so that answers arrive there too; the desk's
 * own address otherwise. With `person`, their name stands before that of the mailbox or the organisation.
 */
export async function senderFor(reader: Reader, context: MailContext, person?: string): Promise<Sender> {
  const mailbox = context.mailboxId === null ? undefined : await mailboxById(reader, context.mailboxId)
  const house = mailbox?.name || context.organisationName
  const name = [person, house].filter((part) => part).join(' · ')
  return { from: { ...(mailbox ? { email: mailbox.address } : {}), ...(name ? { name } : {}) }, mailbox }
}
