import { ExpressionWrapper, type OperationNode, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, can } from '../../../platform/access/actor.ts'
import type { Reader } from '../../../platform/db/index.ts'
import type { Tables } from '../../../platform/db/tables.ts'
import { filterTickets, ticketsVisibleTo } from '../../ticket/server/index.ts'
import {
  bucketOf,
  bucketSize,
  estimateHits,
  everywhere,
  firstBucket,
  mostAtOnce,
  mostHits,
  nextStep,
} from './plan-walk.ts'
import type { FieldFilters } from './resolve-fields.ts'
import { scoreOf } from './score-matches.ts'

type TicketQuery<O> = SelectQueryBuilder<Tables & { t: Tables['ticket.ticket'] }, 't', O>

export interface Wanted {
  /** Empty: whatever the words. */
  tsquery: string
  /** The words only say what must not be there, so that nearly every ticket is one. */
  onlyNot: boolean
  fields: FieldFilters
  /** Only tickets with a lower number. */
  before: number
  /** Only tickets with this number or a higher one, and all of these: what was looked at for the page before. */
  downTo?: number | undefined
  limit: number
  /** So many will do: buckets further down are not looked into for more. */
  enough: number
  /** How good each match is on this day; undefined when nobody asks. */
  scoredAt?: Date | undefined
}

export interface Match {
  number: number
  /** Whether the viewer works on it and so may be shown what notes say. */
  staff: boolean
  /** The higher the better; 0 when it was not asked for. */
  score: number
}

export interface Matches {
  found: Match[]
  /** Everything from this number up has been looked at; null when nothing is left below. */
  lookedDownTo: number | null
}

// A filter that leaves so few tickets is the better way in than the words.
const fewTickets = 2000
const mostSteps = 12

/** The newest tickets, below `before`, that the actor may see and that have what is wanted. The work is bounded. */
export async function findMatches(reader: Reader, actor: Actor, wanted: Wanted): Promise<Matches> {
  if (wanted.tsquery === '' || wanted.onlyNot) return matchByFields(reader, actor, wanted)
  const few = await fewByFields(reader, actor, wanted)
  if (few) return matchAmong(reader, actor, wanted, few)
  return walkBuckets(reader, actor, wanted)
}

/** Tickets the actor may see that the fields of the query let through. */
async function candidates(reader: Reader, actor: Actor, { fields, before, downTo = 0 }: Wanted) {
  let query = ticketsVisibleTo(reader, actor).where('t.number', '<', before).where('t.number', '>=', downTo)
  if (fields.numbers.length > 0) query = query.where('t.number', 'in', fields.numbers)
  for (const filter of fields.must) query = (await filterTickets(reader, query as never, actor, filter)) as typeof query
  for (const filter of fields.mustNot) {
    const alone = await filterTickets(reader, reader.selectFrom('ticket.ticket as t') as never, actor, filter)
    const condition = (alone.toOperationNode() as { where?: { where: OperationNode } }).where?.where
    if (condition) query = query.where(sql<SqlBool>`(${new ExpressionWrapper(condition)}) is not true`)
  }
  return query
}

/** What is read of each ticket found. */
function columnsOf(actor: Actor, wanted: Wanted) {
  const { scoredAt, tsquery } = wanted
  const score = scoredAt && tsquery !== '' ? scoreOf(tsquery, scoredAt) : sql<number>`0`
  return [sql.ref<number>('t.number').as('number'), worksOn(actor).as('staff'), score.as('score')] as const
}

async function matchByFields(reader: Reader, actor: Actor, wanted: Wanted): Promise<Matches> {
  const all = await candidates(reader, actor, wanted)
  const rows = await (wanted.onlyNot ? withWords(all, actor, wanted.tsquery) : all)
    .select(columnsOf(actor, wanted))
    .orderBy('t.number', 'desc')
    .limit(wanted.limit + 1)
    .execute()
  return cut(rows, wanted.limit, wanted.downTo || null)
}

/** Numbers of what the fields let through when that is little; undefined when it is much, or nothing is asked of them. */
async function fewByFields(reader: Reader, actor: Actor, wanted: Wanted): Promise<number[] | undefined> {
  const { must, numbers } = wanted.fields
  if (must.length === 0 && numbers.length === 0 && can(actor, 'ticket.read')) return undefined
  const rows = await (await candidates(reader, actor, wanted))
    .select('t.number')
    .limit(fewTickets + 1)
    .execute()
  return rows.length > fewTickets ? undefined : rows.map((row) => row.number)
}

async function matchAmong(reader: Reader, actor: Actor, wanted: Wanted, numbers: number[]): Promise<Matches> {
  if (numbers.length === 0) return { found: [], lookedDownTo: wanted.downTo || null }
  const among = reader.selectFrom('ticket.ticket as t').where('t.number', '=', sql<number>`any(${numbers}::bigint[])`)
  const rows = await withWords(among, actor, wanted.tsquery)
    .select(columnsOf(actor, wanted))
    .orderBy('t.number', 'desc')
    .limit(wanted.limit + 1)
    .execute()
  return cut(rows, wanted.limit, wanted.downTo || null)
}

/** From the newest bucket of tickets down, in steps as large as the finds so far let expect to be enough. */
async function walkBuckets(reader: Reader, actor: Actor, wanted: Wanted): Promise<Matches> {
  const found: Match[] = []
  const { downTo = 0, enough } = wanted
  const first = await firstStep(reader, wanted)
  let { before } = wanted
  // Some may be hidden from the viewer or refused by the fields; when too few are left, the next step looks at more.
  let look = wanted.downTo === undefined ? wanted.limit * 2 : mostAtOnce
  const sofar = { hits: 0, lookedAt: 0, buckets: 0 }
  for (let step = 0; before > downTo; step++) {
    if (found.length >= enough || step >= mostSteps) break
    if (wanted.downTo === undefined && sofar.hits > mostHits) break
    const top = bucketOf(before - 1)
    const size = step === 0 ? top + 1 - first : nextStep(sofar.buckets, found.length, sofar.lookedAt, enough)
    const from = first === everywhere ? everywhere : Math.max(0, top + 1 - size)
    const rows = await matchesInBuckets(reader, actor, { ...wanted, before }, { from, to: top, look })
    const { hits = 0, lowest = null } = rows[0] ?? {}
    found.push(...rows.filter((row) => row.number !== null).map(({ hits: _, lowest: __, ...match }) => match as Match))
    sofar.hits += hits
    sofar.lookedAt += Math.min(hits, look)
    sofar.buckets += size * (lowest === null ? 1 : look / hits)
    before = lowest ?? Math.max(0, from) * bucketSize
    look = Math.min(look * 8, mostAtOnce)
  }
  return cut(found, wanted.limit, before <= downTo ? downTo || null : before)
}

/** Down to which bucket. The last one, which most desks have alone, needs no estimate. */
async function firstStep(reader: Reader, { tsquery, before, downTo, enough }: Wanted): Promise<number> {
  if (before <= bucketSize) return 0
  const first = firstBucket(before, await estimateHits(reader, tsquery, before), enough)
  return downTo === undefined || first === everywhere ? first : bucketOf(downTo)
}

/** `lowest`: how far down was looked, when there were too many hits to look at all. */
type HitRow = { [K in keyof Match]: Match[K] | null } & { hits: number; lowest: number | null }

/** Which buckets, and how many of the newest that have the words there are looked at more closely. */
interface Step {
  from: number
  to: number
  look: number
}

async function matchesInBuckets(reader: Reader, actor: Actor, wanted: Wanted, { from, to, look }: Step) {
  const visible = (await candidates(reader, actor, wanted))
    // As an array, so that each is looked up by its number; joined, the planner may read all tickets of the buckets.
    .where('t.number', '=', sql<number>`any(array(select ticket_number from newest))`)
    .select(columnsOf(actor, wanted))
    .orderBy('t.number', 'desc')
    .limit(wanted.limit + 1)
  // The hits have the words somewhere; where the viewer may not read notes, the rest must have them, too.
  const checked = worksOnAll(actor)
    ? visible
    : visible.where(sql<SqlBool>`(${worksOn(actor)} or ${hasWords(actor, wanted.tsquery)})`)
  const within = from === everywhere ? sql`` : sql`bucket = any(${bucketsOf(from, to)}::int[]) and`
  // Materialized, or the planner may read the whole table of documents in hope of an early end. The sums keep it from
  // reading the whole key for what are not even conditions to find anything by.
  const result = await sql<HitRow>`
    with hit as materialized (
      select ticket_number from desk.document
      where ${within} words @@ ${wanted.tsquery}::tsquery
        and ticket_number + 0 < ${wanted.before} and ticket_number + 0 >= ${wanted.downTo ?? 0}
    ), newest as materialized (
      select ticket_number from hit order by ticket_number desc limit ${look}
    ), found as (${checked}), much as (select count(*)::int as hits from hit)
    select f.*, much.hits, case when much.hits > ${look} then (select min(ticket_number) from newest) end as lowest
    from much left join found f on true order by f.number desc`.execute(reader)
  return result.rows
}

function bucketsOf(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** Whether the actor sees every ticket as one who works on it, so that all words of it are theirs to find. */
function worksOnAll(actor: Actor): boolean {
  return can(actor, 'ticket.read') && (actor.hiddenTeamIds ?? []).length === 0
}

function worksOn(actor: Actor) {
  if (!can(actor, 'ticket.read')) return sql<boolean>`false`
  const hidden = [...(actor.hiddenTeamIds ?? [])]
  if (hidden.length === 0) return sql<boolean>`true`
  return sql<boolean>`(t.team_id is null or t.team_id <> all(${hidden}::bigint[]))`
}

/** Only tickets that have the words. */
function withWords<O>(query: TicketQuery<O>, actor: Actor, tsquery: string): TicketQuery<O> {
  return query.where(hasWords(actor, tsquery))
}

/** Notes are no way to find a ticket for whoever may not read them. */
function hasWords(actor: Actor, tsquery: string) {
  return sql<SqlBool>`exists (select from desk.document d where d.ticket_number = t.number and
    case when ${worksOn(actor)} then d.words else coalesce(d.public_words, d.words) end @@ ${tsquery}::tsquery)`
}

function cut(rows: readonly Match[], limit: number, lookedDownTo: number | null): Matches {
  if (rows.length <= limit) return { found: [...rows], lookedDownTo }
  const found = rows.slice(0, limit)
  return { found, lookedDownTo: found.at(-1)?.number ?? null }
}
