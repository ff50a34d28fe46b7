/** Undoes a Content-Transfer-Encoding. Broken input gives what can be had from it. */
export function decodeTransfer(bytes: Buffer, encoding: string): Buffer {
  const name = /[a-z0-9-]+/i.exec(encoding.slice(0, 100).replace(/\([^)]*\)/g, ''))?.[0]?.toLowerCase() ?? ''
  if (name === 'base64' || name === 'b') return decodeBase64(bytes)
  if (name === 'quoted-printable' || name === 'quoted-printeable' || name === 'q') return decodeQuotedPrintable(bytes)
  if (name === 'x-uuencode' || name === 'x-uue' || name === 'uuencode' || name === 'uue') {
    const text = bytes.toString('latin1')
    return decodeUuencode(text)?.content ?? decodeUuLines(text) ?? bytes
  }
  return bytes
}

function decodeBase64(bytes: Buffer): Buffer {
  const raw = bytes.toString('latin1')
  // Node takes these for the URL alphabet; in mail they are noise like any other.
  const text = /[-_]/.test(raw) ? raw.replace(/[-_]+/g, '') : raw
  const padding = text.indexOf('=')
  if (padding < 0 || /^=?[=\s]*$/.test(text.slice(padding + 1, padding + 100))) {
    return Buffer.from(padding < 0 ? text : text.slice(0, padding), 'base64')
  }
  // Padding in the middle: several encoded pieces were put one after the other, or a footer was added in clear.
  const pieces: Buffer[] = []
  for (const piece of text.split(/=+/)) {
    if (/[^A-Za-z0-9+/\s]/.test(piece)) break
    pieces.push(Buffer.from(piece, 'base64'))
  }
  return Buffer.concat(pieces)
}

function hexValue(code: number | undefined): number {
  if (code === undefined) return -1
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
}

function decodeQuotedPrintable(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === 0x3d) {
      const high = hexValue(bytes[at + 1])
      const low = hexValue(bytes[at + 2])
      if (high >= 0 && low >= 0) {
        out[length++] = high * 16 + low
        at += 2
        continue
      }
      // A soft line break: "=" and white space up to the end of the line.
      let end = at + 1
      while (bytes[end] === 0x20 || bytes[end] === 0x09 || bytes[end] === 0x0d) end++
      if (bytes[end] === 0x0a || end >= bytes.length) {
        at = end
        continue
      }
    } else if (byte === 0x20 || byte === 0x09) {
      // White space at the end of a line was added on the way.
      let end = at + 1
      while (bytes[end] === 0x20 || bytes[end] === 0x09) end++
      if (bytes[end] === 0x0a || (bytes[end] === 0x0d && bytes[end + 1] === 0x0a)) {
        at = end - 1
        continue
      }
      while (at < end) out[length++] = bytes[at++] ?? 0
      at--
      continue
    }
    out[length++] = byte
  }
  return out.subarray(0, length)
}

export interface UuFile {
  name: string
  content: Buffer
  start: number
  end: number
}

/** The first uuencoded file in a text, with its place, or null. */
export function decodeUuencode(text: string, from = 0): UuFile | null {
  const begin = /^begin(?:-base64)? [0-7]{3,4} (\S[^\r\n]{0,250})\r?\n/gm
  begin.lastIndex = from
  const head = begin.exec(text)
  if (!head) return null
  const base64 = head[0].startsWith('begin-base64')
  const pieces: Buffer[] = []
  let at = begin.lastIndex
  while (at < text.length) {
    const newline = text.indexOf('\n', at)
    const line = text.slice(at, newline < 0 ? text.length : newline).replace(/\r$/, '')
    at = newline < 0 ? text.length : newline + 1
    if (line === 'end' || line === '====')
      return { name: (head[1] ?? '').trim(), content: Buffer.concat(pieces), start: head.index, end: at }
    if (base64) pieces.push(Buffer.from(line, 'base64'))
    else if (!decodeUuLine(line, pieces)) return null
  }
  return null
}

/** Without "begin" and "end", which some programs leave to the header of the part; null where a line is none. */
function decodeUuLines(text: string): Buffer | null {
  const pieces: Buffer[] = []
  for (const line of text.split(/\r?\n/)) if (line !== 'end' && !decodeUuLine(line, pieces)) return null
  return pieces.length > 0 ? Buffer.concat(pieces) : null
}

function decodeUuLine(line: string, pieces: Buffer[]): boolean {
  if (line === '' || line === '`') return true
  const length = (line.charCodeAt(0) - 32) & 63
  if (line.length > 64 || line.length - 1 < Math.ceil((length * 8) / 6) - 3) return false
  const out = Buffer.alloc(Math.ceil(length / 3) * 3)
  let size = 0
  for (let at = 1; size < length; at += 4) {
    const value = (i: number) => (at + i < line.length ? (line.charCodeAt(at + i) - 32) & 63 : 0)
    const triple = (value(0) << 18) | (value(1) << 12) | (value(2) << 6) | value(3)
    out[size++] = triple >> 16
    out[size++] = (triple >> 8) & 255
    out[size++] = triple & 255
  }
  pieces.push(out.subarray(0, length))
  return true
}
