import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/index.ts'

// Tickets of a chain, however it came about; a merging that would close a ring is refused.
const longestChain = 100

/** The tickets that carry on those given, at the end of each chain; those that stand for themselves are left out. */
export async function survivorsOf(reader: Reader, numbers: readonly number[]): Promise<Map<number, number>> {
  if (numbers.length === 0) return new Map()
  const { rows } = await sql<{ number: number; survivor: number }>`
    with recursive chain (number, survivor, length) as (
      select ticket_number, into_number, 1 from ticket.merge
      where ticket_number = any(${[...numbers]}::bigint[]) and undone_at is null
      union all
      select c.number, m.into_number, c.length + 1 from chain c
      join ticket.merge m on m.ticket_number = c.survivor and m.undone_at is null
      where c.length < ${longestChain}
    )
    select distinct on (number) number, survivor from chain order by number, length desc`.execute(reader)
  return new Map(rows.map((row) => [row.number, row.survivor]))
}

/** The ticket that carries on a merged one; null when it stands for itself. */
export async function survivorOf(reader: Reader, number: number): Promise<number | null> {
  return (await survivorsOf(reader, [number])).get(number) ?? null
}

const mergeColumns = [
  'id',
  'ticketNumber',
  'intoNumber',
  'mergedAt',
  'statusBefore',
  'statusSinceBefore',
  'waitingUntilBefore',
  'people',
  'added',
] as const

export type MergeRecord = Awaited<ReturnType<typeof mergesInto>>[number]

/** How a ticket was merged, while that stands. */
export async function mergeOf(reader: Reader, number: number): Promise<MergeRecord | undefined> {
  return reader
    .selectFrom('ticket.merge')
    .select(mergeColumns)
    .where('ticketNumber', '=', number)
    .where('undoneAt', 'is', null)
    .executeTakeFirst()
}

/** What was merged into a ticket itself, the earliest first. */
export async function mergesInto(reader: Reader, number: number) {
  return reader
    .selectFrom('ticket.merge')
    .select(mergeColumns)
    .where('intoNumber', '=', number)
    .where('undoneAt', 'is', null)
    .orderBy('id')
    .execute()
}

/** Whether this very merging still stands. */
export async function mergeStands(reader: Reader, id: number): Promise<boolean> {
  const row = await reader.selectFrom('ticket.merge').select('undoneAt').where('id', '=', id).executeTakeFirst()
  return row !== undefined && row.undoneAt === null
}
