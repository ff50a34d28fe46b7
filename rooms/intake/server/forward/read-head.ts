import { parseAddresses } from '../parse/addresses.ts'
import { parseDate } from '../parse/dates.ts'
import type { MailAddress } from '../parse/parsed-mail.ts'
import { fieldOf, type Label } from './labels.ts'

export interface ForwardedHead {
  from: MailAddress
  to: MailAddress[]
  cc: MailAddress[]
  subject: string
  sentAt: Date | null
  /** The first line below the head. */
  end: number
}

const MAX_LINES = 40
const DATED = /\d{1,2}[:.h]\d{2}|(?:19|20)\d{2}/

/**
 * The head of a forwarded message, from line `start` on: From, Sent, To, Subject in any language and order, values on the
 * same line or on the next. Null where there is none, or where it names nobody who can be written to.
 */
export function readHead(lines: readonly string[], start: number): ForwardedHead | null {
  const values = new Map<Label, string>()
  let last: Label | null = null
  let end = start
  for (let at = start; at < lines.length && at < start + MAX_LINES; at++) {
    const line = lines[at] ?? ''
    if (line.trim() === '') continue
    const afterBlank = (lines[at - 1] ?? '').trim() === ''
    const field = fieldOf(line)
    const label: Label | null = field ? chooseLabel(field.meanings, field.value, values) : null
    if (field && label) {
      values.set(label, field.value)
      last = label
    } else if (
      last !== null &&
      (values.get(last) === '' || (!afterBlank && isContinued(values.get(last) ?? '', line)))
    ) {
      values.set(last, `${values.get(last)} ${line.trim()}`.trim())
    } else break
    end = at + 1
  }
  const from = addresses(values.get('from'))[0]
  if (!from || !(values.has('sent') || values.has('subject') || values.has('to'))) return null
  return {
    from,
    to: addresses(values.get('to')),
    cc: addresses(values.get('cc')),
    subject: (values.get('subject') ?? '').trim(),
    sentAt: parseDate((values.get('sent') ?? '').replace(/\bat\b/i, ' ')),
    end,
  }
}

/** Long lists of recipients go over several lines. */
function isContinued(value: string, line: string): boolean {
  return /[,;]\s*$/.test(value) || /^\s*[^\s]*[<@]/.test(line)
}

function chooseLabel(meanings: readonly Label[], value: string, seen: ReadonlyMap<Label, string>): Label | null {
  const open = meanings.filter((meaning) => !seen.has(meaning))
  // Bcc, Importance and the like all count as cc: what comes first is the list of people.
  if (open.length === 0) return meanings.includes('cc') ? 'cc' : null
  const fits = open.find((meaning) =>
    value.includes('@') ? meaning !== 'sent' && meaning !== 'subject' : DATED.test(value) && meaning === 'sent',
  )
  return fits ?? open[0] ?? null
}

/** Also "Rita [mailto:rita@example.org]" and "Rita (rita@example.org)". */
function addresses(value: string | undefined): MailAddress[] {
  if (!value) return []
  const plain = value
    .replace(/\[mailto:([^\]\s]+)\]/gi, '<$1>')
    .replace(/<mailto:([^>\s]+)>/gi, '<$1>')
    .replace(/([\w.+-]+@[\w.-]+)\s*<\1>/gi, '<$1>')
    .replace(/<<([^<>]+)>>/g, '<$1>')
    .replace(/\(([^()\s]+@[^()\s]+)\)/g, '<$1>')
  return parseAddresses(plain).filter(({ address }) => /^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$/.test(address))
}
