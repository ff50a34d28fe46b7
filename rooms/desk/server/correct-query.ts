import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/index.ts'
import type { Query, Term } from '../contract/query.ts'
import { likeliest, plain } from './rules.ts'

/** The query with words that nobody ever wrote replaced by those probably meant; undefined when there is none such. */
export async function correctQuery(reader: Reader, query: Query): Promise<Query | undefined> {
  const terms = await Promise.all(query.terms.map((term) => corrected(reader, term)))
  return terms.some((term, index) => term !== query.terms[index]) ? { ...query, terms } : undefined
}

async function corrected(reader: Reader, term: Term): Promise<Term> {
  if (term.kind !== 'word' || term.not) return term
  const word = plain(term.text)
  if (!/^[\p{L}\p{N}]{4,40}$/u.test(word) || /^\d+$/.test(word)) return term
  const result = await sql<{ word: string; tickets: number }>`
    select word, tickets from desk.word where word % ${word} order by similarity(word, ${word}) desc, tickets desc limit 100`.execute(
    reader,
  )
  if (result.rows.some((row) => row.word === word)) return term
  const meant = likeliest(word, result.rows)
  return meant === undefined ? term : { ...term, text: meant }
}
