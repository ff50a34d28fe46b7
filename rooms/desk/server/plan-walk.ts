import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/index.ts'

/** Tickets of about the same age, by number: a search walks from the newest bucket backwards and stops when it has enough. */
export const bucketSize = 65_536
// Every 64th ticket is in the sample (db/migrations/1303-desk-sample.sql).
const sampled = 64
// More of them say nothing more: even the smallest step is then enough.
const mostSampled = 200
// So many are found sooner in all tickets at once than in the buckets of the newest: each bucket costs a scan of its own,
// a rare word's list hardly more than its finds.
const fewHits = 384
/** What one search may look at, visible to the viewer or not; the next page goes on where it stopped. */
export const mostHits = 150_000
/** How many of the newest with the words one step may look at. */
export const mostAtOnce = 20_000

/** About how many tickets below `before` have the words, at most 12,800; far fewer than all are looked at to tell. */
export async function estimateHits(reader: Reader, tsquery: string, before: number): Promise<number> {
  const result = await sql<{ hits: number }>`
    select count(*)::int as hits from (
      select from desk.document
      where ticket_number % ${sql.lit(sampled)} = 0 and words @@ ${tsquery}::tsquery and ticket_number < ${before}
      limit ${sql.lit(mostSampled)}
    ) hit`.execute(reader)
  return (result.rows[0]?.hits ?? 0) * sampled
}

export function bucketOf(number: number): number {
  return Math.floor(number / bucketSize)
}

/** Instead of a bucket: in all tickets at once. */
export const everywhere = -1

/** Pure: down to which bucket to look first, below the ticket `before`, when so many tickets there probably have the words. */
export function firstBucket(before: number, expected: number, enough: number): number {
  if (expected <= fewHits) return everywhere
  // Some are hidden, and no word is spread evenly.
  const tickets = (enough * 1.5 * before) / expected
  return bucketOf(Math.max(0, before - 1 - tickets))
}

/** Pure: how many buckets to look into next, after so many (or a part of one) with so many finds and hits. */
export function nextStep(walked: number, found: number, hits: number, limit: number): number {
  const perBucket = Math.max(found, 0.5) / walked
  const enough = Math.ceil(((limit - found) / perBucket) * 1.2)
  // Hits that the viewer may not see or the fields refuse cost as well.
  const affordable = Math.max(1, Math.floor(mostAtOnce / Math.max(1, hits / walked)))
  return Math.max(1, Math.min(enough, affordable, Math.floor(walked * 8)))
}
