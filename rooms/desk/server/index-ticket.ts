import { sql } from 'kysely'
import { type Db, inPassing, type Reader, type Tx } from '../../../platform/db/index.ts'
import type { MessageKind } from '../../conversation/contract/shapes.ts'
import { learnWords } from './learn-words.ts'
import { countMessage } from './merge-words.ts'

// Stays far below the 1 MB a tsvector may have: one message adds less than 100 kB.
const fullAtBytes = 300_000

/** How a ticket begins: its subject, and who asks. */
const head = sql`setweight(desk.short_words_of(t.subject), 'A')
  || setweight(desk.short_words_of(p.search), 'C')`

/**
 * Adds a message to what its ticket is found by, in the transaction that wrote it. Notes are kept apart from what the
 * requester may find.
 */
export async function indexMessage(tx: Tx, number: number, message: IndexedMessage): Promise<void> {
  if (message.first) startDocument(tx, number, message)
  else growDocument(tx, number, message)
  // All at once, or two transactions with the same new words could wait for each other.
  learnWords(tx, `${message.first ? (message.subject ?? '') : ''} ${message.text.slice(0, 30_000)}`)
  await countMessage(tx)
}

interface IndexedMessage {
  kind: MessageKind
  subject: string | null
  text: string
  first: boolean
}

function startDocument(tx: Tx, number: number, { kind, text }: IndexedMessage): void {
  const started = sql`
    insert into desk.document (ticket_number, words, public_words)
    select f.number, f.head || f.body, ${kind === 'note' ? sql`f.head` : sql`null`}
    from (
      select t.number, ${head} as head, desk.words_of(${text}) as body
      from ticket.ticket t join people.person p on p.id = t.requester_id where t.number = ${number} offset 0
    ) f
    on conflict (ticket_number) do nothing`
  inPassing(tx, started.execute(tx))
}

function growDocument(tx: Tx, number: number, { kind, text }: IndexedMessage): void {
  const forRequester =
    kind === 'note'
      ? sql`coalesce(d.public_words, d.words)`
      : sql`case when d.public_words is null or pg_column_size(d.public_words) > ${fullAtBytes} then d.public_words
          else d.public_words || m.body end`
  const grown = sql`
    update desk.document d set
      words = case when pg_column_size(d.words) > ${fullAtBytes} then d.words else d.words || m.body end,
      public_words = ${forRequester}
    from (select desk.words_of(${text}) as body offset 0) m where d.ticket_number = ${number}`
  inPassing(tx, grown.execute(tx))
}

/** Writes the documents of these tickets anew from what they hold now. */
export async function indexTickets(db: Db | Tx, numbers: readonly number[]): Promise<void> {
  if (numbers.length > 0) await writeDocuments(db, sql`t.number = any(${[...numbers]}::bigint[])`)
}

/** The same for all tickets from one number up to another, both included. */
export async function indexRange(db: Db | Tx, from: number, to: number): Promise<void> {
  await writeDocuments(db, sql`t.number between ${from} and ${to}`)
}

async function writeDocuments(reader: Reader, which: ReturnType<typeof sql>): Promise<void> {
  // The newest three hundred messages of a ticket are enough to find it by.
  await sql`
    insert into desk.document (ticket_number, words, public_words)
    select t.number, h.head || coalesce(m.all_words, ''), case when m.notes then h.head || coalesce(m.public_words, '') end
    from ticket.ticket t
    join people.person p on p.id = t.requester_id
    cross join lateral (select ${head} as head) h
    left join lateral (
      select desk.all_words(w.words) as all_words, bool_or(w.kind = 'note') as notes,
        desk.all_words(w.words) filter (where w.kind = 'reply') as public_words
      from (
        select kind, desk.words_of(text) as words, sum(least(length(text), 30000)) over (order by id desc) as so_far
        from conversation.message where ticket_number = t.number order by id desc limit 300
      ) w where w.so_far <= ${fullAtBytes}
    ) m on true
    where ${which}
    on conflict (ticket_number) do update set words = excluded.words, public_words = excluded.public_words`.execute(
    reader,
  )
}
