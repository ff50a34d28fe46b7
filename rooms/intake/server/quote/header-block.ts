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

const NONE: Labelled[] = []
const seenLines = new WeakMap<Line, Labelled[]>()

/** Each line is asked for several times, from the lines above it. Most have one label or none; some clients join several. */
function labelsOf(line: Line): Labelled[] {
  const known = seenLines.get(line)
  if (known) return known
  const first = labelled(line.norm)
  const labels = first ? [first] : NONE
  for (let count = 0; first && count < 4; count++) {
    const last = labels[labels.length - 1]
    const next = last && /^(.{2,200}?) (\p{L}[\p{L} ]{0,15}\s?:\s.*)$/u.exec(last.value)
    const more = next?.[2] === undefined ? null : labelled(next[2])
    if (!next || !last || !more) break
    last.value = next[1] ?? ''
    labels.push(more)
  }
  seenLines.set(line, labels)
  return labels
}

function isOnly(entry: Labelled | undefined, label: Label): boolean {
  return entry?.meanings.size === 1 && entry.meanings.has(label)
}

function labelled(norm: string): Labelled | null {
  const text = norm.replace(/^[*_>| ]+/, '')
  const colon = text.indexOf(':')
  if (colon < 1 || colon > 30) return null
  const meanings = MEANINGS.get(text.slice(0, colon).replace(/[*_ .]+$/, ''))
  return meanings ? { meanings, value: text.slice(colon + 1).replace(/^[*_ ]+/, '') } : null
}

/** Whether the head of a quoted message (From, Sent, To, Subject; any language, any order) starts on line `at`. */
export function isHeaderBlock(lines: readonly Line[], at: number, ruled = false): boolean {
  const first = lines[at]
  if (!first || first.depth > 0 || labelsOf(first).length === 0) return false
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
    const entries = labelsOf(line)
    if (entries.length === 0) {
      // Long lists of recipients go over several lines; more than that, or after a gap, is prose.
      if (++others > 3 || isBlank(lines[i - 1])) break
      address ||= line.norm.includes('@')
      continue
    }
    // A second sender is the head of another message.
    if (isOnly(entries[0], 'from') && seen.has('from') && found > 0 && !seen.has('sent')) break
    found += entries.length
    for (const entry of entries) {
      for (const meaning of entry.meanings) seen.add(meaning)
      if (entry.value.includes('@')) address = true
      if (entry.meanings.has('sent') && DATED.test(entry.value)) dated = true
      if (entry.meanings.has('sent') && /\d{4}.*\d{1,2}[:.]\d{2}/.test(entry.value)) timed = true
    }
  }
  // Hotmail leaves it at a date with its time and one address.
  if (found === 2 && timed && address && seen.has('sent') && (seen.has('from') || seen.has('to'))) return true
  if (ruled && timed && address && seen.has('from')) return true
  if (found < 3 || !seen.has('from')) return false
  // "From: Berlin / To: Hamburg / Date: Monday" is a person's list; a mail has a subject, an address, a time.
  if (seen.has('subject') && (dated || address)) return true
  return ((dated && address) || timed) && (seen.has('to') || seen.has('cc'))
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
