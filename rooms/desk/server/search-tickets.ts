import type { Cx } from '../../../platform/cx.ts'
import { decodeCursor, encodeCursor } from '../../../platform/http/page.ts'
import type { SearchAnswer } from '../contract/http.ts'
import { formatQuery, parseQuery, type Query } from '../contract/query.ts'
import { type CompiledWords, compileWords } from './compile-query.ts'
import { correctQuery } from './correct-query.ts'
import { findMatches, type Match, type Wanted } from './find-matches.ts'
import { findPersons } from './find-persons.ts'
import { presentHits } from './present-hits.ts'
import { type FieldFilters, resolveFields } from './resolve-fields.ts'
import { numberAsked, textTerms } from './rules.ts'
import { bestFirst } from './score-matches.ts'

interface Search {
  q: string
  order?: 'best' | 'newest'
  limit?: number
  cursor?: string
}

// Best is best among so many of the newest; the page after the last of them goes on with the next so many.
const rankedAtOnce = 100
// So many pages of finds are enough to choose the best from: older tickets are looked for when those have been read. The same
// for every page, or what is found later would push what was shown into the next.
const pagesToRank = 2

/** Tickets and people that match, as far as the viewer may see them. When nothing does, what was probably meant. */
export async function search(cx: Cx, asked: Search): Promise<SearchAnswer> {
  const query = parseQuery(asked.q)
  const answer = await answerTo(cx, asked, query)
  if (asked.cursor !== undefined || answer.items.length > 0 || answer.persons.length > 0) return answer
  const corrected = await correctQuery(cx.db, query)
  if (!corrected) return answer
  const second = await answerTo(cx, asked, corrected)
  if (second.items.length === 0 && second.persons.length === 0) return answer
  return { ...second, corrected: formatQuery(corrected) }
}

async function answerTo(cx: Cx, asked: Search, query: Query): Promise<SearchAnswer> {
  // Persons are asked for beside the tickets, which take longer.
  const [tickets, persons] = await Promise.all([
    ticketsFor(cx, asked, query),
    asked.cursor === undefined ? findPersons(cx, query) : [],
  ])
  return { ...tickets, persons, corrected: null }
}

async function ticketsFor(cx: Cx, asked: Search, query: Query) {
  const [words, fields, start] = await Promise.all([
    compileWords(cx.db, query),
    resolveFields(cx, query),
    startOf(cx, asked.cursor),
  ])
  // Words that say nothing, as "the", find nothing, and do not stand for everything.
  const nothing = words.tsquery === '' && (textTerms(query).length > 0 || noFields(fields))
  const page = nothing ? { found: [], nextCursor: null } : await pageOfMatches(cx, asked, start, words, fields)
  const named = asked.cursor === undefined ? await byNumber(cx, query, fields) : []
  // It leads the first page, so it does not come again on any.
  const found = [...named, ...page.found.filter((match) => match.number !== numberAsked(query))]
  const items = await presentHits(cx.db, found, words.marks)
  return { items, nextCursor: page.nextCursor, problems: fields.problems }
}

function noFields({ must, mustNot, numbers }: FieldFilters): boolean {
  return must.length + mustNot.length + numbers.length === 0
}

/** Which tickets the page is of: those below a number, down to another; and how many of the best of them were shown before. */
interface Start {
  top: number
  downTo: number | undefined
  offset: number
}

async function pageOfMatches(
  cx: Cx,
  asked: Search,
  { top, downTo, offset }: Start,
  words: CompiledWords,
  fields: FieldFilters,
) {
  const { order = 'best', limit = 20 } = asked
  const best = order === 'best'
  const reach = best ? { limit: rankedAtOnce, enough: limit * pagesToRank } : { limit, enough: limit }
  // What the first page chose from is chosen from by the next, whatever is expected to be there by then.
  const reached = downTo === undefined ? reach : { ...reach, downTo, enough: reach.limit + 1 }
  const wanted: Wanted = { ...words, fields, before: top, ...reached }
  const { found, lookedDownTo } = await findMatches(cx.db, cx.actor, { ...wanted, scoredAt: best ? cx.now : undefined })
  const below = lookedDownTo === null ? null : encodeCursor([lookedDownTo, null, 0])
  if (!best) return { found, nextCursor: below }
  const next = offset + limit < found.length ? encodeCursor([top, lookedDownTo ?? 0, offset + limit]) : null
  return { found: bestFirst(found).slice(offset, offset + limit), nextCursor: next ?? below }
}

async function startOf(cx: Cx, cursor: string | undefined): Promise<Start> {
  const above = (await newestNumber(cx)) + 1
  if (cursor === undefined) return { top: above, downTo: undefined, offset: 0 }
  const [top, downTo, offset] = decodeCursor(cursor, 3)
  return {
    top: Math.min(wholeNumber(top), above),
    downTo: downTo === null ? undefined : wholeNumber(downTo),
    offset: wholeNumber(offset),
  }
}

/** A cursor comes from outside, whatever it says. */
function wholeNumber(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.floor(value) : 0
}

async function newestNumber(cx: Cx): Promise<number> {
  const row = await cx.db
    .selectFrom('ticket.ticket')
    .select('number')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.number ?? 0
}

/** Who types a number wants that ticket, before those that mention it. */
async function byNumber(cx: Cx, query: Query, fields: FieldFilters): Promise<Match[]> {
  const number = numberAsked(query)
  if (number === undefined) return []
  const wanted = { tsquery: '', onlyNot: false, before: number + 1, limit: 1, enough: 1 }
  return (await findMatches(cx.db, cx.actor, { ...wanted, fields: { ...fields, numbers: [number] } })).found
}
