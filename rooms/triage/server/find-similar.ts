import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { ticketFor, visibleTo } from '../../ticket/server/index.ts'
import type { SimilarTicket } from '../contract/http.ts'
import { type Likeness, leastLikeness, likenessOf, rarityOf, wordOf, wordsToLookFor } from './rules.ts'

const solvedDays = 30
const millisecondsPerDay = 86_400_000
/** Candidates that are compared in full. */
const compared = 80
/** Fingerprints that the rare words of a ticket may bring up, by the statistics. */
const brought = 1200

/** Open and recently resolved tickets that say the same, the likest first; only those the actor may see. */
export async function findSimilar(cx: Cx, number: number, limit: number): Promise<SimilarTicket[]> {
  const ticket = await ticketFor(cx.db, cx.actor, number, 'read')
  const words = await wordsOf(cx.db, number)
  const { shares, fingerprints } = await statistics(cx.db, cx.now)
  const wanted = wordsToLookFor(words, shares, brought / Math.max(fingerprints, brought))
  if (wanted.length === 0) return []
  const candidates = await candidatesFor(cx, number, wanted)
  const rarity = rarityOf(shares)
  const asked = { words, requesterId: ticket.requesterId, serviceId: ticket.serviceId, thing: ticket.affectedThing }
  return candidates
    .map((row) => ({ row, like: likenessOf(asked, { ...row, thing: row.affectedThing }, rarity) }))
    .filter(({ like }) => like.likeness >= leastLikeness && like.shared.length > 0)
    .sort((a, b) => b.like.likeness - a.like.likeness || b.row.number - a.row.number)
    .slice(0, limit)
    .map(({ row, like }) => ({
      number: row.number,
      subject: row.subject,
      status: row.status,
      priority: row.priority,
      requester: { id: row.requesterId, name: row.requesterName },
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      likeness: Math.round(like.likeness * 100) / 100,
      reasons: reasonsOf(like, `${ticket.subject} ${row.subject}`),
    }))
}

function reasonsOf(like: Likeness, subjects: string): SimilarTicket['reasons'] {
  return [
    { code: 'words', words: like.shared.slice(0, 5).map((stem) => wordOf(stem, subjects)) },
    ...(like.sameThing ? [{ code: 'same_thing' as const }] : []),
    ...(like.sameRequester ? [{ code: 'same_requester' as const }] : []),
    ...(like.sameService ? [{ code: 'same_service' as const }] : []),
  ]
}

async function candidatesFor(cx: Cx, number: number, wanted: readonly string[]) {
  const query = sql<string>`array_to_string(array(
    select quote_literal(word) from unnest(${[...wanted]}::text[]) as word), ' | ')::tsquery`
  const solvedAfter = new Date(cx.now.getTime() - solvedDays * millisecondsPerDay)
  return (
    cx.db
      .selectFrom('triage.fingerprint as f')
      .innerJoin('ticket.ticket as t', 't.number', 'f.ticketNumber')
      .innerJoin('people.person as p', 'p.id', 't.requesterId')
      .select([
        't.number',
        't.subject',
        't.status',
        't.priority',
        't.requesterId',
        't.serviceId',
        't.affectedThing',
        't.createdAt',
        't.updatedAt',
        'p.name as requesterName',
        sql<string[]>`tsvector_to_array(f.words)`.as('words'),
      ])
      .where(sql<boolean>`f.words @@ ${query}`)
      .where('f.ticketNumber', '<>', number)
      .where((eb) => eb.or([eb('t.active', '=', true), eb('t.statusSince', '>=', solvedAfter)]))
      .where((eb) => visibleTo(cx.actor)(eb as never))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(selectFrom('triage.spam as s').select('s.ticketNumber').whereRef('s.ticketNumber', '=', 't.number')),
        ),
      )
      // What was merged is found where it goes on.
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('ticket.merge as m')
              .select('m.id')
              .whereRef('m.ticketNumber', '=', 't.number')
              .where('m.undoneAt', 'is', null),
          ),
        ),
      )
      .orderBy(sql`ts_rank(f.words, ${query})`, 'desc')
      .orderBy('f.ticketNumber', 'desc')
      .limit(compared)
      .execute()
  )
}

/** Tickets loaded in bulk have no fingerprint; their subject serves. */
async function wordsOf(reader: Reader, number: number): Promise<string[]> {
  const { rows } = await sql<{ words: string[] }>`
    select tsvector_to_array(coalesce(f.words, triage.words_of(t.subject, null))) as words
    from ticket.ticket t left join triage.fingerprint f on f.ticket_number = t.number
    where t.number = ${number}`.execute(reader)
  return rows[0]?.words ?? []
}

interface Statistics {
  /** In which share of fingerprints a word stands; words that are missing are rare. */
  shares: Map<string, number>
  fingerprints: number
}

/** So few fingerprints are counted; of more, the planner's statistics know the commonest words well enough. */
const counted = 2000
/** As if there were so many more tickets without the word: in a young desk two tickets are no statistics. */
const imagined = 50

/** The planner's statistics change with ANALYZE, and reading thousands of words of them takes longer than the search. */
const keptMs = 10 * 60_000
let kept: { readAt: number; statistics: Statistics } | undefined

export async function statistics(reader: Reader, now: Date, besides = imagined): Promise<Statistics> {
  if (kept && now.getTime() - kept.readAt < keptMs && now.getTime() >= kept.readAt) return kept.statistics
  const { rows } = await sql<{ fingerprints: number }>`
    select count(*) as fingerprints from (select 1 from triage.fingerprint limit ${counted + 1}) first`.execute(reader)
  const fingerprints = Number(rows[0]?.fingerprints ?? 0)
  if (fingerprints <= counted) return { shares: await countedShares(reader, fingerprints + besides), fingerprints }
  kept = { readAt: now.getTime(), statistics: await plannedShares(reader) }
  return kept.statistics
}

async function countedShares(reader: Reader, all: number): Promise<Map<string, number>> {
  const { rows } = await sql<{ word: string; tickets: number }>`
    select word, ndoc as tickets from ts_stat('select words from triage.fingerprint') where ndoc > 1`.execute(reader)
  return new Map(rows.map(({ word, tickets }) => [word, tickets / all]))
}

async function plannedShares(reader: Reader): Promise<Statistics> {
  const { rows } = await sql<{ words: string[] | null; shares: number[] | null; fingerprints: number }>`
    select most_common_elems::text::text[] as words, most_common_elem_freqs::float8[] as shares,
      (select reltuples::float8 from pg_class where oid = 'triage.fingerprint'::regclass) as fingerprints
    from (select 1) one
    left join pg_stats on schemaname = 'triage' and tablename = 'fingerprint' and attname = 'words'`.execute(reader)
  const { words, shares, fingerprints } = rows[0] ?? { words: null, shares: null, fingerprints: 0 }
  return {
    shares: new Map((words ?? []).map((word, index) => [word, shares?.[index] ?? 0])),
    fingerprints: Math.max(fingerprints, counted),
  }
}
