import type { Segments } from '../contract/http.ts'
import { plain } from './rules.ts'

const snippetLength = 220
const longestEnding = 5

/** What marks a word of a text as found. */
export interface Marks {
  /** Stems, as the database made them of the query. */
  stems: readonly string[]
  /** What a word may begin with: the last, perhaps unfinished word of a query. */
  prefix: string | undefined
}

/** The stems in a tsquery as PostgreSQL writes it; those after a `!` are what must not be there. */
export function stemsOf(tsquery: string): string[] {
  const wanted = [...tsquery.matchAll(/(!?)'((?:[^']|'')+)'/g)].filter((match) => match[1] !== '!')
  return [...new Set(wanted.map((match) => (match[2] ?? '').replaceAll("''", "'")))]
}

// The words of a text repeat, and so do the texts of a search.
const judged = new WeakMap<Marks, Map<string, boolean>>()

/** Whether a word is one that was looked for. */
export function isMatch(word: string, marks: Marks): boolean {
  const known = judged.get(marks) ?? new Map<string, boolean>()
  if (known.size === 0) judged.set(marks, known)
  let match = known.get(word)
  if (match === undefined) {
    match = isWanted(plain(word), marks)
    known.set(word, match)
  }
  return match
}

/**
 * The database compares stems; here it must do to see that a word begins with
 * one and has but an ending more (a stem's last i may have been a y: `repli`, `reply`).
 */
function isWanted(bare: string, marks: Marks): boolean {
  if (marks.prefix !== undefined && marks.prefix.length >= 2 && bare.startsWith(marks.prefix)) return true
  return marks.stems.some((stem) => {
    if (bare === stem) return true
    if (stem.length < 3) return false
    const begins = bare.startsWith(stem) || (stem.endsWith('i') && bare.startsWith(`${stem.slice(0, -1)}y`))
    return begins && bare.length - stem.length <= longestEnding
  })
}

/** Cuts a text where matches begin and end. */
export function segmentsOf(text: string, marks: Marks): Segments {
  const segments: Segments = []
  const add = (piece: string, match: boolean) => {
    const last = segments.at(-1)
    if (piece === '') return
    if (last && last.match === match) last.text += piece
    else segments.push({ text: piece, match })
  }
  for (const part of text.split(/([\p{L}\p{N}\p{M}]+)/u)) add(part, /^[\p{L}\p{N}]/u.test(part) && isMatch(part, marks))
  return segments
}

/** Pure and quick: false when no word of the text can be one that was looked for. */
function mayMatch(text: string, marks: Marks): boolean {
  const bare = plain(text)
  if (marks.prefix !== undefined && bare.includes(marks.prefix)) return true
  return marks.stems.some((stem) => bare.includes(stem.endsWith('i') ? stem.slice(0, -1) : stem))
}

/** How many different words of the query a text has. */
export function matchesIn(text: string, marks: Marks): number {
  if (!mayMatch(text, marks)) return 0
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return new Set(words.filter((word) => isMatch(word, marks)).map(plain)).size
}

/** The passage of a text around its first match, marked; undefined when nothing in it matches. */
export function snippetOf(text: string, marks: Marks): Segments | undefined {
  const flat = text.replace(/\s+/g, ' ').trim()
  const first = [...flat.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].find((match) => isMatch(match[0], marks))
  if (!first) return undefined
  const from = wordStart(flat, Math.max(0, first.index - snippetLength / 3))
  const to = wordEnd(flat, from + snippetLength)
  return segmentsOf(`${from > 0 ? '… ' : ''}${flat.slice(from, to)}${to < flat.length ? ' …' : ''}`, marks)
}

function wordStart(text: string, at: number): number {
  if (at <= 0) return 0
  const blank = text.indexOf(' ', at)
  return blank < 0 ? at : blank + 1
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const blank = text.lastIndexOf(' ', at)
  return blank < 0 ? at : blank
}
