import { sql } from 'kysely'

const daySeconds = 86_400
// After half a year a ticket counts two thirds, after two years a third.
const fadesOverDays = 365

/**
 * How good a match the ticket `t` is: how often and where the words stand (subject before names before messages), how
 * fresh it is, whether open.
 */
export function scoreOf(tsquery: string, now: Date) {
  // 1: divided by the logarithm of the length, so that long threads do not win by being long.
  return sql<number>`(select ts_rank('{0.1, 0.2, 0.4, 1.0}', d.words, ${tsquery}::tsquery, 1)
      from desk.document d where d.ticket_number = t.number)
    * case when t.active then 1.3 else 1 end
    / (1 + greatest(0, extract(epoch from ${now}::timestamptz - t.updated_at)::float8) / ${sql.lit(daySeconds * fadesOverDays)})`
}

/** Best first; the newer of two that are as good. */
export function bestFirst<T extends { number: number; score: number }>(matches: readonly T[]): T[] {
  return [...matches].sort((a, b) => b.score - a.score || b.number - a.number)
}
