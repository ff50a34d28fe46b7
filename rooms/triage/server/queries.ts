import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/index.ts'

export async function overrideOf(reader: Reader, number: number) {
  return reader.selectFrom('triage.override').selectAll().where('ticketNumber', '=', number).executeTakeFirst()
}

export async function spamMarkOf(reader: Reader, number: number) {
  return reader.selectFrom('triage.spam').selectAll().where('ticketNumber', '=', number).executeTakeFirst()
}

/** Whether a ticket is marked as spam: then nobody is mailed about it. */
export async function isSpam(reader: Reader, number: number): Promise<boolean> {
  return (await spamMarkOf(reader, number)) !== undefined
}

/** Whether every ticket a person ever asked for is marked as spam, and there is one. */
export async function sentOnlySpam(reader: Reader, personId: number): Promise<boolean> {
  const { rows } = await sql<{ only: boolean }>`
    select exists (select from ticket.ticket t join triage.spam s on s.ticket_number = t.number where t.requester_id = ${personId})
      and not exists (select from ticket.ticket t where t.requester_id = ${personId}
        and not exists (select from triage.spam s where s.ticket_number = t.number)) as only`.execute(reader)
  return rows[0]?.only ?? false
}
