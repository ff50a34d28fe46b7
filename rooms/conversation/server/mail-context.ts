import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/index.ts'
import { mailboxBeingFiled } from '../../intake/server/index.ts'

interface Correspondent {
  id: number
  name: string
  email: string
  language: string | null
  timeZone: string | null
  /** Works here: gets a copy of its own instead of standing in Cc for all to see. */
  staff: boolean
  /** Mail to the address came back for good. */
  bounced: boolean
}

/** The last thing that was said publicly, which an answer quotes. */
export interface LastWords {
  authorName: string
  sentAt: string
  text: string
  html: string | null
}

/** What a mail about a ticket needs to know of it. */
export interface MailContext {
  /** The newest Message-IDs of its mails, oldest of them first, for the References header. */
  references: string[]
  /** The mailbox that its last e-mail arrived at. */
  mailboxId: number | null
  organisationName: string
  defaultLanguage: string
  defaultTimeZone: string
  /** Null when they have left, or have no address. */
  requester: Correspondent | null
  /** In the order in which they began to watch; only those who can be written to. */
  watchers: Correspondent[]
  last: LastWords | null
  /** The signature of the person who writes, where they have one. */
  ownSignature: string | null
}

/** Longer ones are quoted by their beginning: who answers has them anyway. */
const QUOTED_CHARS = 20_000

/** One statement, because every answer asks it. `writerId`: whose own signature is asked for. */
export async function mailContextOf(
  reader: Reader,
  ticketNumber: number,
  writerId: number | null = null,
): Promise<MailContext> {
  const correspondent = sql`json_build_object('id', p.id, 'name', p.name, 'email', a.email, 'language', p.language,
    'timeZone', p.time_zone, 'bounced', a.bounced_at is not null, 'staff',
    case when r.built_in is not null and not r.customised then r.built_in <> 'requester' else 'ticket.read' = any(r.permissions) end)`
  const reachable = sql`people.person p join people.role r on r.id = p.role_id
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
        -- From its newest messages, or the planner starts at all mails there are.
        select i.mailbox_id from (
          select id, item_id from conversation.message where ticket_number = t.number order by id desc limit 200
        ) m join intake.item i on i.id = m.item_id
        where i.mailbox_id is not null order by m.id desc limit 1
      ) as mailbox_id,
      d.organisation_name, d.default_language, d.default_time_zone,
      (select ${correspondent} from ${reachable} where p.id = t.requester_id) as requester,
      (
        select coalesce(json_agg(${correspondent} order by w.added_at), '[]')
        from ticket.watcher w join ${reachable} on p.id = w.person_id where w.ticket_number = t.number
      ) as watchers,
      (
        select json_build_object('authorName', m.author_name, 'sentAt', m.sent_at, 'text', left(m.text, ${QUOTED_CHARS}),
          'html', case when length(m.html) <= ${QUOTED_CHARS * 3} then m.html end)
        from conversation.message m where m.ticket_number = t.number and m.kind = 'reply' and not m.automatic
        order by m.id desc limit 1
      ) as last,
      (select text from conversation.own_signature where person_id = ${writerId}) as own_signature
    from ticket.ticket t cross join people.desk d where t.number = ${ticketNumber}`.execute(reader)
  const [context] = result.rows
  if (!context) throw new Error(`mail about ticket #${ticketNumber}, which is not there`)
  return { ...context, mailboxId: mailboxBeingFiled(reader) ?? context.mailboxId }
}

/** The language and zone to write to the requester in: their own, else that of the mailbox, else that of the desk. */
export function localeFor(
  context: MailContext,
  mailbox: { language: string | null } | undefined,
): { language: string; timeZone: string } {
  return {
    language: context.requester?.language ?? mailbox?.language ?? context.defaultLanguage,
    timeZone: context.requester?.timeZone ?? context.defaultTimeZone,
  }
}
