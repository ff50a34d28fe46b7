import { QUOTE_LANGUAGES, type QuoteLanguage } from '../quote/languages.ts'
import { normaliseLine } from '../quote/lines.ts'

export type Label = 'from' | 'sent' | 'to' | 'cc' | 'subject'

const LABELS: readonly Label[] = ['from', 'sent', 'to', 'cc', 'subject']

/** A word such as "de" is From in one language and To in another, so each label keeps every meaning it has. */
const MEANINGS = new Map<string, Label[]>()
for (const row of QUOTE_LANGUAGES)
  for (const label of LABELS)
    for (const word of (row as QuoteLanguage)[label] ?? []) {
      const known = MEANINGS.get(word) ?? []
      if (!known.includes(label)) MEANINGS.set(word, [...known, label])
    }

const FIELD = /^[\s*_>|\u00a0]*([^:：\n]{1,40}?)[\s*_.]*[:：][*_]*\s*([\s\S]*)$/

/** "*From:* Rita <…>" of a quoted head, with all that its label may mean; null for a line that is no field. */
export function fieldOf(text: string): { meanings: readonly Label[]; value: string } | null {
  const found = FIELD.exec(text.slice(0, 2000))
  const meanings = MEANINGS.get(normaliseLine(found?.[1] ?? ''))
  return found && meanings ? { meanings, value: (found[2] ?? '').trim() } : null
}
