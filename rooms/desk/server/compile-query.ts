import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/index.ts'
import type { Query } from '../contract/query.ts'
import type { Marks } from './highlight.ts'
import { stemsOf } from './highlight.ts'
import { lastWord, plain, textTerms } from './rules.ts'

export interface CompiledWords {
  /** As PostgreSQL reads it; empty when the query has no word that could be looked for. */
  tsquery: string
  /** Nothing to look for, only something to leave out. */
  onlyNot: boolean
  marks: Marks
}

// So many words that begin alike are looked for; the most used come first.
const mostCompletions = 20
const shortestPrefix = 3

/** The words of a query as one tsquery. The last word may be the beginning of one. */
export async function compileWords(reader: Reader, query: Query): Promise<CompiledWords> {
  const terms = textTerms(query)
  const prefix = lastWord(query)
  if (terms.length === 0) return { tsquery: '', onlyNot: false, marks: { stems: [], prefix: undefined } }
  const completions = prefix === undefined ? [] : await completionsOf(reader, prefix)
  const words = [...terms.map((term) => term.text), ...completions]
  const compiled = await sql<{ query: string }>`
    select desk.term(word)::text as query from unnest(${words}::text[]) with ordinality as w (word, place) order by place`.execute(
    reader,
  )
  const queries = compiled.rows.map((row) => row.query)
  const parts = terms.map((term, index) => {
    const own = queries[index] ?? ''
    const last = index === terms.length - 1 && prefix !== undefined
    const any = last ? [own, ...unfinished(prefix, queries.slice(terms.length))] : [own]
    const either = [...new Set(any.filter((one) => one !== ''))].join(' | ')
    return either === '' ? '' : `${term.not ? '!' : ''}(${either})`
  })
  const positive = parts.some((part, index) => part !== '' && !terms[index]?.not)
  const tsquery = parts.filter((part) => part !== '').join(' & ')
  return {
    tsquery,
    onlyNot: tsquery !== '' && !positive,
    marks: { stems: stemsOf(tsquery.replace(/!\([^)]*\)/g, '')), prefix },
  }
}

/**
 * The words written so far that begin like this. A prefix search in the index itself would read the lists of all of them
 * whole at every step; so that is left to what no known word begins with, where there is little to read.
 */
async function completionsOf(reader: Reader, prefix: string): Promise<string[]> {
  if (prefix.length < shortestPrefix) return []
  const rows = await reader
    .selectFrom('desk.word')
    .select('word')
    .where('word', 'like', `${prefix}%`)
    .orderBy('tickets', 'desc')
    .orderBy('word')
    .limit(mostCompletions)
    .execute()
  return rows.map((row) => row.word)
}

function unfinished(prefix: string, completions: readonly string[]): readonly string[] {
  if (completions.length > 0 || prefix.length < shortestPrefix) return completions
  return [`'${plain(prefix).replaceAll("'", '')}':*`]
}
