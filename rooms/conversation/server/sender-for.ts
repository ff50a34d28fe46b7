import type { Reader } from '../../../platform/db/index.ts'
import { mailboxById } from '../../intake/server/index.ts'
import { deskSettings } from '../../people/server/index.ts'

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
export async function senderFor(reader: Reader, ticketNumber: number, person?: string): Promise<Sender> {
  const came = await reader
    .selectFrom('conversation.message as m')
    .innerJoin('intake.item as i', 'i.id', 'm.itemId')
    .select('i.mailboxId')
    .where('m.ticketNumber', '=', ticketNumber)
    .where('i.mailboxId', 'is not', null)
    .orderBy('m.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const mailbox = came?.mailboxId ? await mailboxById(reader, came.mailboxId) : undefined
  const house = mailbox?.name || (await deskSettings(reader)).organisationName
  const name = [person, house].filter((part) => part).join(' · ')
  return { from: { ...(mailbox ? { email: mailbox.address } : {}), ...(name ? { name } : {}) }, mailbox }
}
