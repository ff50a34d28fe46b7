import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db, Reader } from '../../../platform/db/index.ts'
import { job } from '../../../platform/jobs/index.ts'
import { indexRange } from './index-ticket.ts'
import { forgetWords } from './learn-words.ts'

const chunk = 2000
// From so many tickets on building the index once is cheaper than filling it ticket by ticket.
const manyTickets = 20_000
const countedTickets = 20_000

/**
 * Writes what the search finds tickets by anew, for all of them: after a bulk load, or when the way words are compared
 * has changed. Searches see the old or the new document of a ticket, never none, but are slow while the index is away.
 */
export async function rebuildDocuments(db: Db, say: (line: string) => void = () => {}): Promise<void> {
  const { lowest, highest, many } = await rangeOf(db)
  if (highest === 0) return
  if (many) await sql`drop index if exists desk.document_words`.execute(db)
  let next = lowest
  const writeChunks = async () => {
    while (next <= highest) {
      const from = next
      next += chunk
      await indexRange(db, from, Math.min(from + chunk - 1, highest))
      if (((from - lowest) / chunk) % 25 === 24)
        say(`search: ${Math.round((100 * (from - lowest)) / (highest - lowest + 1))} %`)
    }
  }
  // Nearly all of it is work of the database, on one core for each connection.
  await Promise.all([writeChunks(), writeChunks()])
  await Promise.all([many && buildIndex(db), countWords(db, lowest, highest)])
  await sql`vacuum analyze desk.document`.execute(db)
}

/** With memory enough to sort in, and to let a second process help (PostgreSQL 18). */
async function buildIndex(db: Db): Promise<void> {
  await db.connection().execute(async (one) => {
    await sql`set maintenance_work_mem = '256MB'`.execute(one)
    await sql`create index if not exists document_words on desk.document using gin (bucket, words)
      with (gin_pending_list_limit = 8192)`.execute(one)
    await sql`reset maintenance_work_mem`.execute(one)
  })
}

async function rangeOf(reader: Reader) {
  const result = await sql<{ lowest: number; highest: number; many: boolean }>`
    select coalesce(min(number), 0) as lowest, coalesce(max(number), 0) as highest,
      (select count(*) from (select from ticket.ticket limit ${manyTickets + 1}) counted) > ${manyTickets} as many
    from ticket.ticket`.execute(reader)
  return result.rows[0] ?? { lowest: 0, highest: 0, many: false }
}

/** How many tickets have each word, from the newest; that many say well enough which words are in use. */
export async function countWords(db: Db, lowest: number, highest: number): Promise<void> {
  const from = Math.max(lowest, highest - countedTickets)
  await sql`
    insert into desk.word (word, tickets)
    select word, ndoc from ts_stat(${`select to_tsvector('desk.plain', desk.bare(string_agg(m.text, ' '))) ||
        to_tsvector('desk.plain', desk.bare(min(t.subject)))
      from ticket.ticket t join conversation.message m on m.ticket_number = t.number
      where t.number >= ${Number(from)} group by t.number`})
    where length(word) between 3 and 40 and word !~ '^[0-9]+$'
    on conflict (word) do update set tickets = excluded.tickets`.execute(db)
  forgetWords()
}

/** The same as a job, after an upgrade that changed how words are compared. */
export const rebuildSearch = job('rebuild the search', Type.Object({}), async (cx) => rebuildDocuments(cx.db))
