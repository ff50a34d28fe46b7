import { type Ability, no, yes } from '../../../platform/access/ability.ts'
import { type Actor, can } from '../../../platform/access/actor.ts'
import type { Query, Term } from '../contract/query.ts'

/** Lower case, without accents: as the text search configurations of the desk see a word. */
export function plain(text: string): string {
  const lower = text.toLowerCase()
  // Nearly every word, and five times as quick.
  if (isAscii(lower)) return lower
  return lower
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}

/** The different words of a text that are worth remembering: no numbers, no endless strings. */
export function wordsIn(text: string): string[] {
  const words = plain(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(words)].filter((word) => word.length >= 3 && word.length <= 40 && !/^\d+$/.test(word))
}

/** The words and phrases of a query that a text must or must not have. */
export type TextTerm = Extract<Term, { text: string }>

export function textTerms(query: Query): TextTerm[] {
  return query.terms.filter((term): term is TextTerm => term.kind !== 'field')
}

/** The word at the end of a query, which may be the beginning of one; undefined when there is none of that kind. */
export function lastWord(query: Query): string | undefined {
  const last = query.terms.at(-1)
  if (last?.kind !== 'word' || last.not) return undefined
  const word = plain(last.text)
  return /^[\p{L}\p{N}]{2,40}$/u.test(word) ? word : undefined
}

/** The ticket number a query asks for: `1042` or `#1042` alone, or `number:1042`. */
export function numberAsked(query: Query): number | undefined {
  const [only] = query.terms
  if (query.terms.length !== 1 || only?.kind !== 'word' || only.not) return undefined
  const digits = /^#?(\d{1,12})$/.exec(only.text)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** How many steps of adding, leaving out, changing or swapping neighbours lie between two words; `atMost` + 1 when more. */
export function typos(a: string, b: string, atMost: number): number {
  if (Math.abs(a.length - b.length) > atMost) return atMost + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = row
    row = next
  }
  return Math.min(row[b.length] ?? 0, atMost + 1)
}

/** The word most likely meant: fewest typing errors, then the most used. Short words forgive one error, longer ones two. */
export function likeliest(word: string, candidates: readonly { word: string; tickets: number }[]): string | undefined {
  const atMost = word.length < 6 ? 1 : 2
  return candidates
    .map((candidate) => ({ ...candidate, errors: typos(word, candidate.word, atMost) }))
    .filter((candidate) => candidate.errors > 0 && candidate.errors <= atMost)
    .sort((a, b) => a.errors - b.errors || b.tickets - a.tickets || a.word.localeCompare(b.word))[0]?.word
}

/** Pure: one's own views, and with the right to share, those that are shared. */
export function abilitiesOn(
  view: { ownerId: number | null; sharing: string },
  actor: Actor,
): { change: Ability; share: Ability } {
  const share = can(actor, 'desk.shareViews')
    ? yes
    : no('access.needs_permission', 'It needs the permission desk.shareViews.', { permission: 'desk.shareViews' })
  const own = view.ownerId !== null && view.ownerId === actor.id
  if (view.sharing === 'private')
    return { change: own ? yes : no('desk.view_of_another', 'It belongs to somebody else.'), share }
  return { change: share, share }
}
