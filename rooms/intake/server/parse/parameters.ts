import { decodeText, normaliseCharset } from './charset.ts'
import { decodeWords } from './words.ts'

export interface Structured {
  /** Lower case, without comments: `text/plain`, `attachment`. */
  value: string
  params: Record<string, string>
}

const NOT_PRINTABLE = /[^!-~]+/g

/** Content-Type and Content-Disposition (RFC 2045, RFC 2231), and the ways in which real programs get them wrong. */
export function parseStructured(raw: string, hint?: string): Structured {
  const pieces = splitOutsideQuotes(raw)
  const head = (pieces.shift() ?? '').trim()
  // The semicolon after the type is forgotten now and then.
  const forgotten = /^(\S+)\s+(\S+=.*)$/s.exec(head)
  if (forgotten?.[2]) pieces.unshift(forgotten[2])
  const value = (forgotten?.[1] ?? head).toLowerCase().replace(NOT_PRINTABLE, '').slice(0, 200)
  const plain = new Map<string, string>()
  const continued = new Map<string, { index: number; text: string; encoded: boolean }[]>()
  for (const piece of pieces) {
    const equals = piece.indexOf('=')
    if (equals < 0) continue
    const key = piece.slice(0, equals).trim().toLowerCase()
    const text = unquote(piece.slice(equals + 1).trim())
    const parts = /^([^*]+)\*(?:(\d{1,4})(\*?))?$/.exec(key)
    if (!parts?.[1]) {
      if (!plain.has(key)) plain.set(key, text)
      continue
    }
    const list = continued.get(parts[1]) ?? []
    list.push({ index: Number(parts[2] ?? 0), text, encoded: parts[2] === undefined || parts[3] === '*' })
    continued.set(parts[1], list)
  }
  const params: Record<string, string> = Object.create(null)
  for (const [key, text] of plain) params[key] = key === 'boundary' ? text : decodeWords(text, hint)
  for (const [key, list] of continued) params[key] = joinContinued(list, hint)
  return { value, params }
}

function joinContinued(list: { index: number; text: string; encoded: boolean }[], hint?: string): string {
  list.sort((a, b) => a.index - b.index)
  const first = list[0]
  let charset = ''
  if (first?.encoded) {
    const marked = /^([^']*)'[^']*'/.exec(first.text)
    if (marked) {
      charset = normaliseCharset(marked[1])
      first.text = first.text.slice(marked[0].length)
    }
  }
  const bytes = Buffer.concat(
    list.map((part) => Buffer.from(part.encoded ? percentDecode(part.text) : part.text, 'latin1')),
  )
  const text = bytes.toString('latin1')
  // Some programs put RFC 2047 words into RFC 2231 sections.
  return text.includes('=?') ? decodeWords(text, hint) : decodeText(bytes, charset, hint)
}

function percentDecode(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function splitOutsideQuotes(raw: string): string[] {
  const pieces: string[] = []
  let piece = ''
  let quoted = false
  let depth = 0
  for (let at = 0; at < raw.length; at++) {
    const char = raw.charAt(at)
    if (quoted) {
      piece += char
      if (char === '\\') piece += raw.charAt(++at)
      else if (char === '"') quoted = false
    } else if (char === '(' && (depth > 0 || /(^|[\s;])$/.test(piece.slice(-1)))) depth++
    else if (depth > 0) {
      if (char === ')') depth--
    } else if (char === ';') {
      pieces.push(piece)
      piece = ''
    } else {
      if (char === '"') quoted = true
      piece += char
    }
  }
  pieces.push(piece)
  return pieces
}

function unquote(text: string): string {
  if (text.startsWith('"')) {
    const close = /^"((?:[^"\\]|\\[\s\S])*)"?/.exec(text)?.[1] ?? ''
    // Windows paths are not escaped by the programs that send them.
    return close.replace(/\\(["\\])/g, '$1')
  }
  return text.startsWith("'") && text.endsWith("'") && text.length > 1 ? text.slice(1, -1) : text
}
