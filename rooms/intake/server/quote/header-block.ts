import { QUOTE_LANGUAGES, type QuoteLanguage } from './languages.ts'
import { isBlank, type Line } from './lines.ts'

const LABELS = ['from', 'sent', 'to', 'cc', 'subject'] as const
const MAX_LINES = 16

/** One bit a label: every line of a message is asked for its labels several times. */
const [FROM, SENT, TO, CC, SUBJECT] = [1, 2, 4, 8, 16]

/** A word such as "de" is From in one language and To in another, so each label keeps every meaning it has. */
const MEANINGS = new Map<string, number>()
for (const row of QUOTE_LANGUAGES)
  for (const [bit, label] of LABELS.entries())
    for (const word of (row as QuoteLanguage)[label] ?? []) MEANINGS.set(word, (MEANINGS.get(word) ?? 0) | (1 << bit))

const DATED = /\d{1,2}[:.h]\d{2}|(?:19|20)\d{2}|\d{1,2}[./-]\d{1,2}/
const TIMED = /\d{4}.*\d{1,2}[:.]\d{2}/

interface Labelled {
  meanings: number
  value: string
}

/** What a line says as part of a head. */
interface Says {
  count: number
  first: number
  all: number
  address: boolean
  dated: boolean
  timed: boolean
}

const NOTHING: Says = { count: 0, first: 0, all: 0, address: false, dated: false, timed: false }
const seenLines = new WeakMap<Line, Says>()

/** Each line is asked several times, from the lines above it. */
function saysOf(line: Line): Says {
  if (!line.norm.includes(':')) return NOTHING
  const known = seenLines.get(line)
  if (known) return known
  const says = labelsOf(line.norm).reduce(
    ({ count, first, all, address, dated, timed }, { meanings, value }) => ({
      count: count + 1,
      first: first || meanings,
      all: all | meanings,
      address: address || value.includes('@'),
      dated: dated || ((meanings & SENT) > 0 && DATED.test(value)),
      timed: timed || ((meanings & SENT) > 0 && TIMED.test(value)),
    }),
    NOTHING,
  )
  seenLines.set(line, says)
  return says
}

/** Most lines have one label or none; some clients join several. */
function labelsOf(norm: string): Labelled[] {
  const first = labelled(norm)
  const labels = first ? [first] : []
  for (let count = 0; first && count < 4; count++) {
    const last = labels[labels.length - 1]
    const next = last && /^(.{2,200}?) (\p{L}[\p{L} ]{0,15}\s?:\s.*)$/u.exec(last.value)
    const more = next?.[2] === undefined ? null : labelled(next[2])
    if (!next || !last || !more) break
    last.value = next[1] ?? ''
    labels.push(more)
  }
  return labels
}

function labelled(norm: string): Labelled | null {
  const text = norm.replace(/^[*_>| ]+/, '')
  const colon = text.indexOf(':')
  if (colon < 1 || colon > 30) return null
  const meanings = MEANINGS.get(text.slice(0, colon).replace(/[*_ .]+$/, ''))
  return meanings === undefined ? null : { meanings, value: text.slice(colon + 1).replace(/^[*_ ]+/, '') }
}

/** Whether the head of a quoted message (From, Sent, To, Subject; any language, any order) starts on line `at`. */
export function isHeaderBlock(lines: readonly Line[], at: number, ruled = false): boolean {
  const first = lines[at]
  if (!first || first.depth > 0 || saysOf(first).count === 0) return false
  let seen = 0
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
    const says = saysOf(line)
    if (says.count === 0) {
      // Long lists of recipients go over several lines; more than that, or after a gap, is prose.
      if (++others > 3 || isBlank(lines[i - 1])) break
      address ||= line.norm.includes('@')
      continue
    }
    // A second sender is the head of another message.
    if (says.first === FROM && seen & FROM && !(seen & SENT)) break
    found += says.count
    seen |= says.all
    address ||= says.address
    dated ||= says.dated
    timed ||= says.timed
  }
  // Hotmail leaves it at a date with its time and one address.
  if (found === 2 && timed && address && seen & SENT && seen & (FROM | TO)) return true
  if (ruled && timed && address && seen & FROM) return true
  if (found < 3 || !(seen & FROM)) return false
  // "From: Berlin / To: Hamburg / Date: Monday" is a person's list; a mail has a subject, an address, a time.
  if (seen & SUBJECT && (dated || address)) return true
  return ((dated && address) || timed) && (seen & (TO | CC)) > 0
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
  let seen = 0
  for (let i = at + 2; i < at + MAX_LINES && i < lines.length; i++)
    seen |= MEANINGS.get(lines[i]?.norm.replace(/:$/, '') ?? '') ?? 0
  return (seen & (TO | SUBJECT)) === (TO | SUBJECT)
}
