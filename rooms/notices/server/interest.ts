import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/index.ts'
import { chats } from './chats.ts'

/** Whether a new ticket is for somebody already; without a team it waits in the list of all. */
export async function opensForSomebody(
  tx: Tx,
  { teamId, assigneeId }: { teamId: number | null; assigneeId: number | null },
): Promise<boolean> {
  return teamId !== null || assigneeId !== null || (await chats.get(tx)).length > 0
}

/**
 * Whether anybody who asked would see in a bell that they were answered. Most have never signed in and read the mail: a
 * look at their sessions costs less than the job that finds nobody to tell.
 */
export async function askersSignIn(tx: Tx, ticketNumber: number): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`
    select exists (
      select from ticket.ticket t where t.number = ${ticketNumber} and (
        exists (select from people.session where person_id in (t.requester_id, t.reporter_id))
        or exists (
          select from ticket.watcher w join people.session s on s.person_id = w.person_id where w.ticket_number = t.number
        )
      )
    ) as some`.execute(tx)
  return rows[0]?.some ?? false
}
