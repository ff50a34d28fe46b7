import { QUOTE_LANGUAGES, type QuoteLanguage } from './languages.ts'
import { isBlank, type Line } from './lines.ts'

type Label = 'from' | 'sent' | 'to' | 'cc' | 'subject'

const LABELS: Label[] = ['from', 'sent', 'to', 'cc', 'subject']
const MAX_LINES = 16

/** A word such as "de" is From in one language and To in another, so each label keeps every meaning it has. */
const MEANINGS = new Map<string, Set<Label>>()
for (const row of QUOTE_LANGUAGES)
  for (const label of LABELS)
    for (const word of (row as QuoteLanguage)[label] ?? []) {
      const known = MEANINGS.get(word) ?? new Set<Label>()
      MEANINGS.set(word, known.add(label))
    }

const DATED = /\d{1,2}[:.h]\d{2}|(?:19|20)\d{2}|\d{1,2}[./-]\d{1,2}/

interface Labelled {
  meanings: Set<Label>
  value: string
}

const seenLines = new WeakMap<Line, Labelled | null>()

/** Each line is asked for several times, from the lines above it. */
function labelOf(line: Line): Labelled | null {
  const known = seenLines.get(line)
  if (known !== undefined) return known
  const label = labelled(line.norm)
  seenLines.set(line, label)
  return label
}

function labelled(norm: string): Labelled | null {
  const text = norm.replace(/^[*_>| ]+/, '')
  const colon = text.indexOf(':')
  if (colon < 1 || colon > 30) return null
  const meanings = MEANINGS.get(text.slice(0, colon).replace(/[*_ .]+$/, ''))
  return meanings ? { meanings, value: text.slice(colon + 1).replace(/^[*_ ]+/, '') } : null
}

/** Whether the head of a quoted message (From, Sent, To, Subject; any language, any order) starts on line `at`. */
export function isHeaderBlock(lines: readonly Line[], at: number): boolean {
  const first = lines[at]
  if (!first || first.depth > 0 || !labelOf(first)) return false
  const seen = new Set<Label>()
  let address = false
  let dated = false
  let timed = false
  let others = 0
  let found = 0
  for (let i = at; i < at + MAX_LINES && i < lines.length; i++) {
    const line = lines[i]
    if (!line || isBlank(line)) {
      if (found >= 4) break
      continue
    }
    const entry = labelOf(line)
    if (!entry) {
      // Long lists of recipients go over several lines; more than that is prose.
      if (++others > 3) break
      address ||= line.norm.includes('@')
      continue
    }
    found++
    for (const meaning of entry.meanings) seen.add(meaning)
    if (entry.value.includes('@')) address = true
    if (entry.meanings.has('sent') && DATED.test(entry.value)) dated = true
    if (entry.meanings.has('sent') && /\d{4}.*\d{1,2}:\d{2}/.test(entry.value)) timed = true
  }
  // Hotmail leaves it at a date with its time and one address.
  if (found === 2 && timed && address && seen.has('sent') && (seen.has('from') || seen.has('to'))) return true
  if (found < 3 || !seen.has('from')) return false
  // "From: Berlin / To: Hamburg / Date: Monday" is a person's list; a mail has a subject, an address, a time.
  if (seen.has('subject') && (dated || address)) return true
  return dated && address && (seen.has('to') || seen.has('cc'))
}

/** Lotus Notes: sender, date, then To / cc / Subject each on a line of its own. */
export function isNotesBlock(lines: readonly Line[], at: number): boolean {
  const dated = lines[at + 1]
  if (
    !dated ||
    isBlank(lines[at]) ||
    dated.depth > 0 ||
    !/^\d{1,4}[./-]\d{1,2}[./-]\d{2,4} \d{1,2}:\d{2}/.test(dated.norm)
  )
    return false
  const seen = new Set<Label>()
  for (let i = at + 2; i < at + MAX_LINES && i < lines.length; i++) {
    for (const meaning of MEANINGS.get(lines[i]?.norm.replace(/:$/, '') ?? '') ?? []) seen.add(meaning)
  }
  return seen.has('to') && seen.has('subject')
}
