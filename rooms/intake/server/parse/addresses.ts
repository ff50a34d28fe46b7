import type { MailAddress } from './parsed-mail.ts'
import { decodeWords } from './words.ts'

const MAX_ADDRESSES = 1000
const MAX_PHRASE = 2000

interface Entry {
  phrase: string
  comment: string
  angle: string | null
  /** Where a quoted string was part of the phrase, it is never taken for an address. */
  quoted: boolean
}

/** RFC 5322 address lists, obsolete and broken ones too. Groups are flattened; entries without an address are left out. */
export function parseAddresses(raw: string, hint?: string): MailAddress[] {
  const found: MailAddress[] = []
  let loose = ''
  for (const entry of readEntries(raw)) {
    const address = addressOf(entry)
    if (!address) {
      // An unquoted comma inside a name: "Muster, Erika <e@…>".
      if (entry.phrase.trim()) loose = loose ? `${loose}, ${entry.phrase.trim()}` : entry.phrase.trim()
      continue
    }
    const bare = entry.angle === null
    const phrase = bare ? '' : entry.phrase.trim()
    const whole = loose && !bare ? `${loose}, ${phrase}` : phrase
    loose = ''
    let name = decodeWords(whole || entry.comment, hint).trim()
    name = name.replace(/^'(.*)'$/, '$1').replace(/\s+/g, ' ')
    if (name.toLowerCase() === address.toLowerCase()) name = ''
    found.push({ name, address: decodeWords(address, hint) })
    if (found.length >= MAX_ADDRESSES) break
  }
  return found
}

function addressOf(entry: Entry): string | null {
  if (entry.angle !== null) {
    const inner = entry.angle
      .trim()
      .replace(/^mailto:/i, '')
      .replace(/^@[^:]*:/, '')
      .replace(/\s+/g, '')
    if (inner.includes('@')) return inner
    const inPhrase = bareAddress(entry.phrase)
    return inPhrase ?? (/^[\w.+-]+$/.test(inner) ? inner : null)
  }
  return entry.quoted && !/@/.test(entry.phrase) ? null : bareAddress(entry.phrase)
}

function bareAddress(phrase: string): string | null {
  for (const token of phrase.split(/[\s"'()<>[\]]+/)) {
    if (token.length > 320) continue
    const clean = token.replace(/^mailto:/i, '').replace(/[.;:]+$/, '')
    if (/^[^@]+@[^@]+$/.test(clean)) return clean
  }
  return null
}

function* readEntries(raw: string): Generator<Entry> {
  let entry: Entry = { phrase: '', comment: '', angle: null, quoted: false }
  let at = 0
  // A bracket that nothing closes must not be looked for again and again.
  const lastClose = raw.lastIndexOf('>')
  while (at < raw.length) {
    const char = raw.charAt(at)
    if (char === '"') {
      const end = closing(raw, at)
      entry.phrase += unslash(raw.slice(at + 1, end))
      entry.quoted = true
      at = end + 1
    } else if (char === '(') {
      const end = closingComment(raw, at)
      entry.comment = raw.slice(at + 1, end)
      at = end + 1
    } else if (char === '<') {
      const close = at < lastClose ? raw.indexOf('>', at) : -1
      const comma = raw.indexOf(',', at)
      const end = close >= 0 ? close : comma >= 0 ? comma : raw.length
      entry.angle = raw.slice(raw.lastIndexOf('<', end) + 1, end)
      at = close >= 0 ? end + 1 : end
      while (raw.charAt(at) === '>') at++
    } else if (char === ',' || char === ';') {
      yield entry
      entry = { phrase: '', comment: '', angle: null, quoted: false }
      at++
    } else if (
      char === ':' &&
      entry.angle === null &&
      !/mailto$/i.test(entry.phrase.slice(-6)) &&
      !entry.phrase.includes('@')
    ) {
      // The name of a group; what follows are its members.
      entry = { phrase: '', comment: '', angle: null, quoted: false }
      at++
    } else {
      if (entry.phrase.length < MAX_PHRASE) entry.phrase += char
      at++
    }
  }
  yield entry
}

function closing(raw: string, open: number): number {
  for (let at = open + 1; at < raw.length; at++) {
    if (raw[at] === '\\') at++
    else if (raw[at] === '"') return at
  }
  return raw.length
}

function closingComment(raw: string, open: number): number {
  let depth = 0
  for (let at = open; at < raw.length; at++) {
    if (raw[at] === '\\') at++
    else if (raw[at] === '(') depth++
    else if (raw[at] === ')' && --depth === 0) return at
  }
  return raw.length
}

function unslash(text: string): string {
  return text.replace(/\\([\s\S])/g, '$1')
}
