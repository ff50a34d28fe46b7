import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/index.ts'

interface Correspondent {
  id: number
  name: string
  email: string
}

/** What a mail about a ticket needs to know of it. */
export interface MailContext {
  /** The newest Message-IDs of its mails, oldest of them first, for the References header. */
  references: string[]
  /** The mailbox that its last e-mail arrived at. */
  mailboxId: number | null
  organisationName: string
  /** Null when they have left, or have no address. */
  requester: Correspondent | null
  /** In the order in which they began to watch; only those who can be written to. */
  watchers: Correspondent[]
}

/** One statement, because every answer asks it. */
export async function mailContextOf(reader: Reader, ticketNumber: number): Promise<MailContext> {
  const correspondent = sql`json_build_object('id', p.id, 'name', p.name, 'email', a.email)`
  const reachable = sql`people.person p
    join people.person_address a on a.person_id = p.id and a.is_primary and p.active`
  const result = await sql<MailContext>`
    select
      array(
        select r.mail_message_id from (
          select id, mail_message_id from conversation.mail_reference
          where ticket_number = t.number and not named and mail_message_id not like 'thread-index:%'
          order by id desc limit 50
        ) r order by r.id
      ) as references,
      (
        select i.mailbox_id from conversation.message m join intake.item i on i.id = m.item_id
        where m.ticket_number = t.number and i.mailbox_id is not null order by m.id desc limit 1
      ) as mailbox_id,
      (select organisation_name from people.desk) as organisation_name,
      (select ${correspondent} from ${reachable} where p.id = t.requester_id) as requester,
      (
        select coalesce(json_agg(${correspondent} order by w.added_at), '[]')
        from ticket.watcher w join ${reachable} on p.id = w.person_id where w.ticket_number = t.number
      ) as watchers
    from ticket.ticket t where t.number = ${ticketNumber}`.execute(reader)
  const [context] = result.rows
  if (!context) throw new Error(`mail about ticket #${ticketNumber}, which is not there`)
  return context
}
