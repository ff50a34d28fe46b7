import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { decodeCursor, pageOf } from '../../../platform/http/page.ts'
import { ticketFor } from '../../ticket/server/index.ts'
import { messageFor } from './access.ts'
import { type MessageRecord, messageColumns, presentMessages } from './present-message.ts'

/** A page of fifty messages must not weigh a hundred megabytes: of a longer one only the beginning is in the list. */
const MAX_HTML_BYTES = 250_000
const MAX_TEXT_CHARS = 100_000

interface Asked {
  cursor?: string
  limit?: number
  order?: 'oldest' | 'newest'
}

/** The conversation, oldest or newest first. Requesters see public messages only. */
export async function viewMessages(cx: Cx, number: number, { cursor, limit = 50, order = 'oldest' }: Asked) {
  const ticket = await ticketFor(cx.db, cx.actor, number, 'read')
  const notes = ticket.abilities.note.allowed
  let query = beginnings(cx.db)
    .where('ticketNumber', '=', number)
    .orderBy('id', order === 'newest' ? 'desc' : 'asc')
    .limit(limit + 1)
  if (cursor !== undefined) {
    query = query.where('id', order === 'newest' ? '<' : '>', Number(decodeCursor(cursor, 1)[0]))
  }
  if (!notes) query = query.where('kind', '=', 'reply')
  const [rows, total] = await Promise.all([query.execute(), countMessages(cx.db, number, notes)])
  const { items, nextCursor } = pageOf<MessageRecord>(rows, limit, (message) => [message.id])
  return { items: await presentMessages(cx.db, cx.actor, items, cx.now), nextCursor, total }
}

/** One message, whole. */
export async function viewMessage(cx: Cx, number: number, id: number) {
  const { message } = await messageFor(cx.db, cx.actor, number, id)
  const [presented] = await presentMessages(cx.db, cx.actor, [message], cx.now)
  if (!presented) throw new Error('a message that was just read is gone')
  return presented
}

// Sizes are asked for in bytes: PostgreSQL knows those without unpacking what is long.
const long = sql<boolean>`coalesce(octet_length(html), 0) > ${MAX_HTML_BYTES}
  or coalesce(octet_length(quoted_html), 0) > ${MAX_HTML_BYTES}
  or octet_length(text) > ${MAX_TEXT_CHARS} or coalesce(octet_length(quoted_text), 0) > ${MAX_TEXT_CHARS}`

function beginnings(reader: Reader) {
  const whole = messageColumns.filter((column) => !TEXTS.has(column))
  const start = (column: string) => sql<string>`left(${sql.ref(column)}, ${MAX_TEXT_CHARS})`
  const unlessLong = (column: string) =>
    sql<string | null>`case when octet_length(${sql.ref(column)}) <= ${MAX_HTML_BYTES} then ${sql.ref(column)} end`
  return reader
    .selectFrom('conversation.message')
    .select(whole as Exclude<(typeof messageColumns)[number], 'text' | 'html' | 'quotedText' | 'quotedHtml'>[])
    .select([
      start('text').as('text'),
      unlessLong('html').as('html'),
      sql<string | null>`left(quoted_text, ${MAX_TEXT_CHARS})`.as('quotedText'),
      unlessLong('quoted_html').as('quotedHtml'),
      long.as('cut'),
    ])
}

const TEXTS = new Set<string>(['text', 'html', 'quotedText', 'quotedHtml'])

// Walks the index of one ticket's messages, never the table.
async function countMessages(reader: Reader, number: number, notes: boolean): Promise<number> {
  let query = reader
    .selectFrom('conversation.message')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('ticketNumber', '=', number)
  if (!notes) query = query.where('kind', '=', 'reply')
  return (await query.executeTakeFirstOrThrow()).total
}
