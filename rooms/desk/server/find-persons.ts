import { sql } from 'kysely'
import { can } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import { personCards } from '../../people/server/index.ts'
import type { SearchAnswer } from '../contract/http.ts'
import type { Query } from '../contract/query.ts'
import { hasAll, likePattern, wordsOf } from './queries.ts'
import { textTerms } from './rules.ts'

const mostPersons = 5

/** Persons whose name or address has all words of the query; names that begin with the first come first. */
export async function findPersons(cx: Cx, query: Query): Promise<SearchAnswer['persons']> {
  const terms = textTerms(query)
  const words = terms.flatMap((term) => wordsOf(term.text))
  if (!can(cx.actor, 'people.read') || terms.length !== query.terms.length || terms.some((term) => term.not)) return []
  // Shorter ones have no trigram to find them by, and would read every person.
  if (words.length === 0 || words.length > 6 || words.every((word) => word.length < 3)) return []
  const result = await sql<{ id: number }>`
    select id from people.person where active and ${hasAll(sql.ref('search'), words)}
    order by search not like ${`${likePattern(words[0] ?? '')}%`}, lower(name), id limit ${mostPersons}`.execute(cx.db)
  const ids = result.rows.map((row) => row.id)
  const cards = await personCards(cx.db, ids)
  return ids.flatMap((id) => {
    const card = cards.get(id)
    return card ? [{ id, name: card.name, email: card.email, vip: card.vip, organisation: card.organisation }] : []
  })
}
