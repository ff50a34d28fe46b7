import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/index.ts'
import { presentRows, ticketColumns } from '../../ticket/server/index.ts'
import type { TicketHit } from '../contract/http.ts'
import type { Match } from './find-matches.ts'
import { type Marks, matchesIn, segmentsOf, snippetOf } from './highlight.ts'

/** What the search page shows of the tickets found, in their order, with the passages that match marked. */
export async function presentHits(reader: Reader, matches: readonly Match[], marks: Marks): Promise<TicketHit[]> {
  if (matches.length === 0) return []
  const numbers = matches.map((match) => match.number)
  const records = await reader
    .selectFrom('ticket.ticket')
    .select(ticketColumns)
    .where('number', 'in', numbers)
    .execute()
  const [rows, snippets] = await Promise.all([presentRows(reader, records), snippetsFor(reader, matches, marks)])
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  return numbers.flatMap((number) => {
    const row = byNumber.get(number)
    if (!row) return []
    const { subject, status, priority, requester, team, assignee, createdAt, updatedAt, mergedInto } = row
    const shown = { number, subject, status, priority, requester, team, assignee, createdAt, updatedAt, mergedInto }
    return [
      {
        type: 'ticket' as const,
        ...shown,
        subjectSegments: segmentsOf(subject, marks),
        snippet: snippets.get(number) ?? null,
      },
    ]
  })
}

interface MessageRow {
  ticketNumber: number
  kind: 'reply' | 'note'
  authorName: string
  sentAt: Date
  text: string
}

// A passage is looked for in the newest messages only, and not at the end of a novel.
const newestMessages = 20
const longestText = 6000

async function snippetsFor(reader: Reader, matches: readonly Match[], marks: Marks) {
  const best = new Map<number, { row: MessageRow; count: number }>()
  if (marks.stems.length > 0 || marks.prefix !== undefined) {
    for (const row of await messagesOf(reader, matches)) {
      const count = matchesIn(row.text, marks)
      if (count > (best.get(row.ticketNumber)?.count ?? 0)) best.set(row.ticketNumber, { row, count })
    }
  }
  const snippets = new Map<number, TicketHit['snippet']>()
  for (const [number, { row }] of best) {
    const segments = snippetOf(row.text, marks)
    const { kind, authorName: author } = row
    if (segments) snippets.set(number, { kind, author, sentAt: row.sentAt.toISOString(), segments })
  }
  return snippets
}

async function messagesOf(reader: Reader, matches: readonly Match[]): Promise<MessageRow[]> {
  const result = await sql<MessageRow>`
    select m.ticket_number, m.kind, m.author_name, m.sent_at, left(m.text, ${longestText}::int) as text
    from unnest(${matches.map((match) => match.number)}::bigint[], ${matches.map((match) => match.staff)}::boolean[]) as wanted (number, staff)
    cross join lateral (
      select * from conversation.message
      where ticket_number = wanted.number and (kind = 'reply' or wanted.staff) order by id desc limit ${newestMessages}::int
    ) m`.execute(reader)
  return result.rows
}
