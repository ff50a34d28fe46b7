import { sql, type Updateable } from 'kysely'
import type { Tx } from '../../../platform/db/index.ts'
import type { Tables } from '../../../platform/db/tables.ts'
import { type TicketRecord, ticketColumns } from './queries.ts'

type TicketPatch = Omit<Updateable<Tables['ticket.ticket']>, 'customFields'> & {
  customFields?: Record<string, unknown>
}

const columns = sql.raw(
  ticketColumns.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)).join(', '),
)

/** Changes columns of one ticket and moves its version and time of change on. */
export async function updateTicket(tx: Tx, number: number, patch: TicketPatch): Promise<TicketRecord> {
  const { customFields, ...plain } = patch
  return tx
    .updateTable('ticket.ticket')
    .set({
      ...plain,
      ...(customFields === undefined ? {} : { customFields: sql`${JSON.stringify(customFields)}::jsonb` as never }),
      updatedAt: tx.now,
      version: sql`version + 1`,
    })
    .where('number', '=', number)
    .returning(ticketColumns)
    .executeTakeFirstOrThrow()
}

/** Says that something happened on a ticket that its own columns do not hold, e.g. a new message. */
export async function touchTicket(tx: Tx, number: number): Promise<void> {
  await touching(tx, number).execute(tx)
}

/** The same for one that is read anyway: in one statement, which locks it. */
export async function readTouched(tx: Tx, number: number): Promise<TicketRecord | undefined> {
  const { rows } = await sql<TicketRecord>`${touching(tx, number)} returning ${columns}`.execute(tx)
  return rows[0]
}

const touching = (tx: Tx, number: number) =>
  sql`update ticket.ticket set updated_at = ${tx.now}, version = version + 1 where number = ${number}`

/** Locks tickets in the order of their numbers, so that two who want the same pair do not wait for each other. */
export async function lockTickets(tx: Tx, numbers: readonly number[]): Promise<void> {
  await tx
    .selectFrom('ticket.ticket')
    .select('number')
    .where('number', 'in', [...numbers])
    .orderBy('number')
    .forUpdate()
    .execute()
}

export async function insertWatchers(tx: Tx, number: number, personIds: readonly number[]): Promise<number[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .insertInto('ticket.watcher')
    .values(personIds.map((personId) => ({ ticketNumber: number, personId, addedAt: tx.now, addedBy: tx.actor.id })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('personId')
    .execute()
  return rows.map((row) => row.personId)
}

export async function replaceAffected(tx: Tx, number: number, personIds: readonly number[]): Promise<void> {
  await tx.deleteFrom('ticket.affectedPerson').where('ticketNumber', '=', number).execute()
  if (personIds.length === 0) return
  await tx
    .insertInto('ticket.affectedPerson')
    .values([...new Set(personIds)].map((personId) => ({ ticketNumber: number, personId })))
    .execute()
}
