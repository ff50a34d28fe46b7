/** The language of the search box: words, "phrases", -exclusions and field:value. Pure; the browser reads it, too. */

export const searchFields = [
  'requester',
  'assignee',
  'team',
  'tag',
  'is',
  'status',
  'priority',
  'kind',
  'service',
  'category',
  'organisation',
  'channel',
  'before',
  'after',
  'on',
  'number',
] as const
export type SearchField = (typeof searchFields)[number]

export type Term =
  | { kind: 'word'; text: string; not: boolean }
  | { kind: 'phrase'; text: string; not: boolean }
  | { kind: 'field'; field: SearchField; value: string; not: boolean }

export interface Query {
  terms: Term[]
  /** Fields without a value, as while one is still being typed. */
  unfinished: SearchField[]
}

export const longestQuery = 500
const mostTerms = 32
const fields: readonly string[] = searchFields
const space = /[\s\p{Cc}]/u

/** Understands any text: what is no field or phrase is a word. Never throws. */
export function parseQuery(text: string): Query {
  // Phones and word processors turn quotes round.
  const source = [...text.slice(0, longestQuery).replace(/[“”„«»]/g, '"')]
  const terms: Term[] = []
  const unfinished = new Set<SearchField>()
  let at = 0

  const upTo = (ends: (char: string) => boolean): string => {
    const from = at
    while (at < source.length && !ends(source[at] as string)) at++
    return source.slice(from, at).join('')
  }
  const quoted = (): string => {
    at++
    const inside = upTo((char) => char === '"')
    at++
    return tidy(inside)
  }

  while (at < source.length && terms.length < mostTerms) {
    if (space.test(source[at] as string)) {
      at++
      continue
    }
    const follows = source[at + 1]
    const not = source[at] === '-' && follows !== undefined && !space.test(follows)
    if (not) at++
    if (source[at] === '"') {
      const phrase = quoted()
      if (phrase !== '') terms.push({ kind: 'phrase', text: phrase, not })
      continue
    }
    const run = upTo((char) => char === '"' || space.test(char))
    const colon = run.indexOf(':')
    const field = run.slice(0, Math.max(colon, 0)).toLowerCase()
    if (!fields.includes(field)) {
      if (run !== '') terms.push({ kind: 'word', text: run, not })
      continue
    }
    const rest = run.slice(colon + 1)
    const value = rest === '' && source[at] === '"' ? quoted() : rest
    if (value === '') unfinished.add(field as SearchField)
    else terms.push({ kind: 'field', field: field as SearchField, value, not })
  }
  return { terms, unfinished: [...unfinished] }
}

/** Writes a query so that its terms are understood as the same again. */
export function formatQuery(query: Query): string {
  return query.terms.map((term) => (term.not ? '-' : '') + formatTerm(term)).join(' ')
}

function formatTerm(term: Term): string {
  if (term.kind === 'word') return term.text
  if (term.kind === 'phrase') return `"${term.text}"`
  return `${term.field}:${space.test(term.value) ? `"${term.value}"` : term.value}`
}

function tidy(text: string): string {
  return text
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== '')
    .join(' ')
}
