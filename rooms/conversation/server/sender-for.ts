import type { Reader } from '../../../platform/db/index.ts'
import { mailboxById } from '../../intake/server/index.ts'
import type { MailContext } from './mail-context.ts'

export type Mailbox = NonNullable<Awaited<ReturnType<typeof mailboxById>>>

export interface Sender {
  from: { email?: string; name?: string }
  /** The way it goes out, where the mailbox has one of its own. */
  senderId: number | undefined
  /** The mailbox that the last e-mail on the ticket arrived at. */
  mailbox: Mailbox | undefined
  /** Under which name the desk writes here. */
  house: string
}

/**
 * Whom mails on a ticket come from: the mailbox its last e-mail arrived at, so that answers arrive there too; the desk's
 * own address otherwise. With `person`, their name stands before that of the mailbox or the organisation.
 */
export async function senderFor(reader: Reader, context: MailContext, person?: string): Promise<Sender> {
  const mailbox = context.mailboxId === null ? undefined : await mailboxById(reader, context.mailboxId)
  const house = mailbox?.name || context.organisationName
  const name = [person, house].filter((part) => part).join(' · ')
  const email = mailbox?.fromEmail ?? mailbox?.address
  return {
    from: { ...(email ? { email } : {}), ...(name ? { name } : {}) },
    senderId: mailbox?.senderId ?? undefined,
    mailbox,
    house: house || 'Deskhand',
  }
}
