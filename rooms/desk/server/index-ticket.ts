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
  if (message.first) await startDocument(tx, number, message.id)
  else growDocument(tx, number, message)
  await countMessage(tx)
}

interface IndexedMessage {
  id: number
  kind: MessageKind
  text: string
  first: boolean
}

async function startDocument(tx: Tx, number: number, messageId: number): Promise<void> {
  const result = await sql<{ text: string }>`
    with fresh as (
      select t.number, m.kind, ${head} as head, desk.words_of(m.text) as body, t.subject || ' ' || left(m.text, 30000) as text
      from ticket.ticket t join people.person p on p.id = t.requester_id, conversation.message m
      where t.number = ${number} and m.id = ${messageId}
    ), written as (
      insert into desk.document (ticket_number, words, public_words)
      select number, head || body, case when kind = 'note' then head end from fresh
      on conflict (ticket_number) do nothing
    )
    select text from fresh`.execute(tx)
  const [fresh] = result.rows
  if (fresh) learnWords(tx, fresh.text)
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
  learnWords(tx, text.slice(0, 30_000))
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
