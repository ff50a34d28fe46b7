import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import { decodeCursor, type Page, pageOf } from '../../../platform/http/page.ts'
import type { PersonCard, PersonSearch } from '../contract/http-persons.ts'
import { cardRows, maySeeTeam, presentCard } from './queries.ts'
import { likeWords } from './rules.ts'

/**
 * Persons by parts of their name and addresses: those whose name begins so, then those with a word that begins so, then the
 * rest. When nothing matches to the letter, what is spelt alike.
 */
export async function searchPersons(cx: Cx, search: PersonSearch): Promise<Page<PersonCard>> {
  const words = likeWords(search.q ?? '')
  const page = await findPage(cx, search, words, 'exact')
  if (page.items.length > 0 || words.length === 0 || search.cursor) return page
  return findPage(cx, search, words, 'alike')
}

async function findPage(cx: Cx, search: PersonSearch, words: string[], how: 'exact' | 'alike') {
  const limit = search.limit ?? 50
  const rank = rankOf(words)
  const sortName = sql<string>`lower(p.name)`
  let query = cardRows(cx.db)
    .select([rank.as('rank'), sortName.as('sortName')])
    .where('p.active', '=', search.active ?? true)
    .limit(limit + 1)
  // Without words everybody ranks alike; leaving the rank out lets the index on the name give the order.
  if (words.length > 0) query = query.orderBy(rank)
  query = query.orderBy(sortName).orderBy('p.id')
  if (how === 'exact') for (const word of words) query = query.where(matches(word))
  else query = query.where(sql<boolean>`${words.join(' ')} <% p.search`)
  if (search.organisation !== undefined) query = query.where('p.organisationId', '=', search.organisation)
  if (search.role !== undefined) query = query.where('p.roleId', '=', search.role)
  if (search.team !== undefined) query = query.where('p.id', 'in', membersOf(cx, search.team))
  if (search.cursor) {
    const [lastRank, name, id] = decodeCursor(search.cursor, 3)
    const after =
      words.length > 0
        ? sql<boolean>`(${rank}, ${sortName}, p.id) > (${lastRank}::int, ${name}::text, ${id}::bigint)`
        : sql<boolean>`(${sortName}, p.id) > (${name}::text, ${id}::bigint)`
    query = query.where(after)
  }
  const page = pageOf(await query.execute(), limit, (row) => [row.rank, row.sortName, row.id])
  return { ...page, items: page.items.map(presentCard) }
}

/**
 * A word of one or two letters begins a word of the name: as a part of anything it would match nearly everybody, and no
 * trigram has it. A blank before it is part of one.
 */
function matches(word: string) {
  if (word.length > 2) return sql<boolean>`p.search like ${`%${word}%`}`
  return sql<boolean>`(p.search like ${`${word}%`} or p.search like ${`% ${word}%`})`
}

/** Nobody, when the team is one that the actor may not see. */
function membersOf(cx: Cx, teamId: number) {
  const visible = maySeeTeam(cx.actor, teamId) ? teamId : -1
  return cx.db.selectFrom('people.teamMember').select('personId').where('teamId', '=', visible)
}

function rankOf(words: string[]) {
  const [first] = words
  if (first === undefined) return sql<number>`0`
  return sql<number>`(case when p.search like ${`${first}%`} then 0 when p.search like ${`% ${first}%`} then 1 else 2 end)`
}
