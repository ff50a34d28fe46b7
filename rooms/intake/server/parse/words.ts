import { decodeText } from './charset.ts'
import { cleanText } from './clean-text.ts'

interface Word {
  charset: string
  bytes: Buffer
  end: number
}

/** Decodes a header value kept as bytes: RFC 2047 words, RFC 6532 UTF-8, and raw text in some old charset. */
export function decodeWords(value: string, hint?: string): string {
  let out = ''
  let pending: { charset: string; pieces: Buffer[] } | null = null
  const flush = () => {
    if (pending) out += decodeText(Buffer.concat(pending.pieces), pending.charset, hint)
    pending = null
  }
  let at = 0
  while (at < value.length) {
    const start = value.indexOf('=?', at)
    const word: Word | null = start < 0 ? null : readWord(value, start)
    if (!word) {
      const stop = start < 0 ? value.length : start + 2
      flush()
      out += decodePlain(value.slice(at, stop), hint)
      at = stop
      continue
    }
    const between = value.slice(at, start)
    // White space between two encoded words is not part of the text.
    if (pending === null || between.trim() !== '') {
      flush()
      out += decodePlain(between, hint)
    }
    // One character may be split over two words, so neighbours of one charset are decoded together.
    if (pending !== null && (pending as { charset: string }).charset === word.charset) {
      ;(pending as { pieces: Buffer[] }).pieces.push(word.bytes)
    } else {
      flush()
      pending = { charset: word.charset, pieces: [word.bytes] }
    }
    at = word.end
  }
  flush()
  return cleanText(out).replace(/[\r\n\t]+/g, ' ')
}

function decodePlain(value: string, hint?: string): string {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i)
    if (code >= 0x80 || code === 0x1b) return decodeText(Buffer.from(value, 'latin1'), '', hint)
  }
  return value
}

function readWord(value: string, start: number): Word | null {
  const charsetEnd = value.indexOf('?', start + 2)
  if (charsetEnd < 0 || charsetEnd - start > 60) return null
  const encoding = value.charAt(charsetEnd + 1).toLowerCase()
  if ((encoding !== 'q' && encoding !== 'b') || value.charAt(charsetEnd + 2) !== '?') return null
  const charset = (value.slice(start + 2, charsetEnd).split('*')[0] ?? '').toLowerCase()
  if (/[\s"<>@,]/.test(charset)) return null
  let close = value.indexOf('?=', charsetEnd + 3)
  // "?=" followed by two hex digits is an encoded byte after an unencoded question mark.
  while (
    encoding === 'q' &&
    close >= 0 &&
    /^[0-9A-F]{2}[^\s]/.test(value.slice(close + 2, close + 5)) &&
    value.indexOf('?=', close + 2) > 0
  ) {
    const again = value.indexOf('?=', close + 2)
    if (again - charsetEnd > 500) break
    close = again
  }
  const text = value.slice(charsetEnd + 3, close < 0 ? value.length : close)
  const bytes = encoding === 'b' ? Buffer.from(text.replace(/[^A-Za-z0-9+/\-_]/g, ''), 'base64') : decodeQ(text)
  return { charset, bytes, end: close < 0 ? value.length : close + 2 }
}

function decodeQ(text: string): Buffer {
  return Buffer.from(
    text
      .replace(/_/g, ' ')
      .replace(/=([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}
