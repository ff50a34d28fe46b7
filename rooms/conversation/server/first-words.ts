import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/index.ts'

// Enough to find words in.
const longest = 20_000

/** The first message of each ticket, as far as it is the requester's. */
export async function firstWords(reader: Reader, numbers: readonly number[]) {
  const { rows } = await sql<{ number: number; text: string; itemId: number | null }>`
    select n.number, left(m.text, ${longest}) as text, m.item_id
      from unnest(${[...numbers]}::bigint[]) as n (number)
      cross join lateral (
        select text, item_id, direction from conversation.message where ticket_number = n.number order by id limit 1
      ) m
     where m.direction = 'in'`.execute(reader)
  return new Map(rows.map(({ number, ...words }) => [number, words]))
}
