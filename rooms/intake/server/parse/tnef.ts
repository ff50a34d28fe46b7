import { decodeText } from './charset.ts'
import { charsetOfPage } from './code-pages.ts'
import { decompressRtf } from './lzfu.ts'
import { readRtf } from './rtf.ts'

/** Transport-neutral encapsulation, "winmail.dat" (MS-OXTNEF): files, and a body where the message has no other. */
export interface TnefFile {
  name: string
  type: string
  contentId: string | null
  content: Buffer
}

export interface Tnef {
  files: TnefFile[]
  text: string | null
  html: Buffer | null
  /** Still compressed. */
  rtf: Buffer | null
  subject: string
}

const SIGNATURE = 0x223e9f78
const ATTACH_REND = 0x9002
const ATTACH_TITLE = 0x8010
const ATTACH_DATA = 0x800f
const ATTACHMENT = 0x9005
const MESSAGE_PROPERTIES = 0x9003
const BODY = 0x800c
const SUBJECT = 0x8004
const CODE_PAGE = 0x9007
const MAX_EMBEDDED = 3

/** Returns null for what is not TNEF; what is cut off gives what is whole. */
export function readTnef(bytes: Buffer, depth = 0): Tnef | null {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== SIGNATURE) return null
  const found: Tnef = { files: [], text: null, html: null, rtf: null, subject: '' }
  let charset = 'windows-1252'
  let file: TnefFile | null = null
  let at = 6
  while (at + 9 <= bytes.length && found.files.length < 500) {
    const id = bytes.readUInt16LE(at + 1)
    const length = bytes.readUInt32LE(at + 5)
    const data = bytes.subarray(at + 9, Math.min(at + 9 + length, bytes.length))
    at += 9 + length + 2
    if (id === ATTACH_REND) {
      file = { name: '', type: 'application/octet-stream', contentId: null, content: Buffer.alloc(0) }
      found.files.push(file)
    } else if (id === ATTACH_TITLE && file) file.name ||= cString(data, charset)
    else if (id === ATTACH_DATA && file) file.content = data
    else if (id === ATTACHMENT && file) readAttachmentProperties(data, file, charset)
    else if (id === BODY) found.text = cString(data, charset)
    else if (id === SUBJECT) found.subject = cString(data, charset)
    else if (id === CODE_PAGE && data.length >= 4) charset = charsetOfPage(data.readUInt32LE(0))
    else if (id === MESSAGE_PROPERTIES) {
      for (const [tag, value] of readProperties(data)) {
        if (tag >>> 16 === 0x1000) found.text = propertyText(tag, value, charset)
        else if (tag >>> 16 === 0x1013) found.html = value
        else if (tag >>> 16 === 0x1009) found.rtf = value
        else if (tag >>> 16 === 0x0037) found.subject ||= propertyText(tag, value, charset)
      }
    }
  }
  if (depth < MAX_EMBEDDED) found.files = found.files.flatMap((one) => unpackEmbedded(one, depth))
  return found
}

/** A message inside the message becomes its words and its files. */
function unpackEmbedded(file: TnefFile, depth: number): TnefFile[] {
  const inner = readTnef(file.content, depth + 1)
  if (!inner) return [file]
  const { html, text } = tnefWords(inner)
  const name = (inner.subject || file.name || 'message').replace(/[\\/]/g, '-')
  const words = html ?? text
  if (words === null) return inner.files
  const type = html === null ? 'text/plain' : 'text/html'
  const content = Buffer.from(words)
  return [{ name: `${name}.${html === null ? 'txt' : 'html'}`, type, contentId: null, content }, ...inner.files]
}

/** The body of the message, in the richest form that it has. */
export function tnefWords(tnef: Tnef): { text: string | null; html: string | null } {
  if (tnef.html) {
    const charset = /charset=["']?([\w-]+)/i.exec(tnef.html.toString('latin1', 0, 2000))?.[1]
    return { text: tnef.text, html: decodeText(tnef.html, charset) }
  }
  const rtf = tnef.rtf ? decompressRtf(tnef.rtf) : null
  const words = rtf ? readRtf(rtf) : null
  return { text: tnef.text?.trim() ? tnef.text : (words?.text ?? null), html: words?.html ?? null }
}

function readAttachmentProperties(data: Buffer, file: TnefFile, charset: string): void {
  for (const [tag, value] of readProperties(data)) {
    const id = tag >>> 16
    if (id === 0x3707) file.name = propertyText(tag, value, charset) || file.name
    else if (id === 0x3001 || id === 0x3704) file.name ||= propertyText(tag, value, charset)
    else if (id === 0x370e) file.type = propertyText(tag, value, charset).toLowerCase() || file.type
    else if (id === 0x3712) file.contentId = propertyText(tag, value, charset) || null
    // An embedded object carries its class id first.
    else if (id === 0x3701)
      file.content =
        (tag & 0xffff) === 0x0d && file.content.length === 0
          ? value.subarray(16)
          : file.content.length
            ? file.content
            : value
  }
}

const FIXED: Readonly<Record<number, number>> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
}

function readProperties(data: Buffer): [tag: number, value: Buffer][] {
  const found: [number, Buffer][] = []
  let at = 4
  const count = data.length >= 4 ? Math.min(data.readUInt32LE(0), 5000) : 0
  for (let i = 0; i < count && at + 4 <= data.length; i++) {
    const type = data.readUInt16LE(at) & 0xefff
    const many = (data.readUInt16LE(at) & 0x1000) !== 0
    const id = data.readUInt16LE(at + 2)
    at += 4
    if (id >= 0x8000) at = skipName(data, at)
    const fixed = FIXED[type]
    let values = 1
    if (many || fixed === undefined) {
      if (at + 4 > data.length) break
      values = data.readUInt32LE(at)
      at += 4
    }
    for (let v = 0; v < values && at <= data.length; v++) {
      let size = fixed
      if (size === undefined) {
        if (at + 4 > data.length) return found
        size = data.readUInt32LE(at)
        at += 4
      }
      if (v === 0) found.push([((id << 16) | type) >>> 0, data.subarray(at, Math.min(at + size, data.length))])
      at += (size + 3) & ~3
    }
  }
  return found
}

function skipName(data: Buffer, start: number): number {
  const at = start + 16
  if (at + 8 > data.length) return data.length
  const length = data.readUInt32LE(at + 4)
  return data.readUInt32LE(at) === 0 ? at + 8 : at + 8 + ((length + 3) & ~3)
}

function propertyText(tag: number, value: Buffer, charset: string): string {
  const text =
    (tag & 0xffff) === 0x1f ? value.subarray(0, value.length & ~1).toString('utf16le') : cString(value, charset)
  return text.replace(/\0.*$/s, '')
}

function cString(data: Buffer, charset: string): string {
  const end = data.indexOf(0)
  return decodeText(end < 0 ? data : data.subarray(0, end), charset)
}
