import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/index.ts'
import type { Match } from './find-matches.ts'

const dayMs = 86_400_000
// After half a year a ticket counts two thirds, after two years a third.
const fadesOverDays = 365

/** Best first: how often and where the words stand (subject before names before messages), how fresh, whether open. */
export async function rankMatches(
  reader: Reader,
  found: readonly Match[],
  tsquery: string,
  now: Date,
): Promise<Match[]> {
  if (found.length < 2 || tsquery === '') return [...found]
  const numbers = found.map((match) => match.number)
  // 1: divided by the logarithm of the length, so that long threads do not win by being long.
  const result = await sql<{ ticketNumber: number; rank: number }>`
    select ticket_number, ts_rank('{0.1, 0.2, 0.4, 1.0}', words, ${tsquery}::tsquery, 1) as rank
    from desk.document where ticket_number = any(${numbers}::bigint[])`.execute(reader)
  const ranks = new Map(result.rows.map((row) => [row.ticketNumber, row.rank]))
  const score = (match: Match) => {
    const days = Math.max(0, now.getTime() - match.updatedAt.getTime()) / dayMs
    return ((ranks.get(match.number) ?? 0) * (match.active ? 1.3 : 1)) / (1 + days / fadesOverDays)
  }
  const scores = new Map(found.map((match) => [match.number, score(match)]))
  return [...found].sort((a, b) => (scores.get(b.number) ?? 0) - (scores.get(a.number) ?? 0) || b.number - a.number)
}
