import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/index.ts'
import type { TicketRecord } from '../../ticket/server/index.ts'

const MOST_ALIKE = 3

/**
 * Whether a ticket is one of a row that somebody opens by mail with subjects that differ in nothing but numbers, within an
 * hour: another desk that answers each acknowledgement with one of its own, and does not say that it is a program.
 */
export async function isGoingRound(tx: Tx, ticket: TicketRecord): Promise<boolean> {
  if (ticket.channel !== 'email' || !/[0-9]/.test(ticket.subject)) return false
  const hourAgo = new Date(tx.now.getTime() - 3_600_000)
  const { rows } = await sql<{ alike: number }>`
    select count(*)::int as alike from (
      select from ticket.ticket
      where requester_id = ${ticket.requesterId} and updated_at > ${hourAgo} and created_at > ${hourAgo}
        and channel = 'email' and number <> ${ticket.number}
        and regexp_replace(subject, '[0-9]+', '', 'g') = regexp_replace(${ticket.subject}::text, '[0-9]+', '', 'g')
      limit ${MOST_ALIKE}
    ) few`.execute(tx)
  return (rows[0]?.alike ?? 0) >= MOST_ALIKE
}
