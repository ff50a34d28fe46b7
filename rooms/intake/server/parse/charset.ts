import { isAscii, isUtf8 } from 'node:buffer'
import { ownCopy } from '../../../../platform/memory/own-copy.ts'
import { guessCharset } from './guess-charset.ts'
import { legacyDecoders } from './legacy-charsets.ts'

/** Labels seen in mail that the WHATWG list lacks or that say nothing. An empty string means: not declared. */
const ALIASES: Readonly<Record<string, string>> = {
  '': '',
  ascii: '',
  'us-ascii': '',
  'ansi_x3.4-1968': '',
  default: '',
  none: '',
  unknown: '',
  'unknown-8bit': '',
  'x-unknown': '',
  '8bit': '',
  _autodetect: '',
  '_iso-2022-jp$esc': 'iso-2022-jp',
  'cp-850': 'cp850',
  ibm850: 'cp850',
  ibm437: 'cp437',
  cp932: 'shift_jis',
  'ms-kanji': 'shift_jis',
  'iso-2022-jp-ms': 'iso-2022-jp',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  cp936: 'gb18030',
  'x-gbk': 'gb18030',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'gb_2312-80': 'gb18030',
  'euc-cn': 'gb18030',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  'ks_c_5601-1987': 'euc-kr',
  cp950: 'big5',
  hz: 'hz-gb-2312',
  'unicode-1-1-utf-7': 'utf-7',
  utf7: 'utf-7',
  'x-utf-7': 'utf-7',
  utf8mb4: 'utf-8',
  'utf-8-bom': 'utf-8',
  utf32: 'utf-32',
  iso8859_1: 'windows-1252',
  'latin-1': 'windows-1252',
  cp874: 'windows-874',
  mac: 'macintosh',
  macroman: 'macintosh',
  'x-mac-roman': 'macintosh',
  cp866: 'ibm866',
}

const known = new Map<string, string>()
const MAX_KNOWN = 1000

/** The name TextDecoder or `legacyDecoders` takes; '' when nothing usable is declared. */
export function normaliseCharset(label: string | null | undefined): string {
  if (!label || label.length > 60) return ''
  let name = known.get(label)
  if (name === undefined) {
    // Asking for an unknown decoder throws, which a hostile header could make happen a hundred thousand times.
    if (known.size >= MAX_KNOWN) known.clear()
    name = lookUpCharset(label)
    known.set(ownCopy(label), name)
  }
  return name
}

function lookUpCharset(label: string): string {
  const lower = label
    .trim()
    .replace(/^["']|["']$/g, '')
    .toLowerCase()
  const aliased = ALIASES[lower] ?? lower
  if (aliased === '' || aliased in legacyDecoders) return aliased
  for (const attempt of [aliased, aliased.replace(/_/g, '-'), aliased.replace(/^x-|^charset=/, ''), cpLabel(aliased)]) {
    const alias = ALIASES[attempt]
    if (alias !== undefined) return alias
    try {
      return new TextDecoder(attempt).encoding
    } catch {
      // The next spelling may be known.
    }
  }
  return ''
}

function cpLabel(label: string): string {
  const page = /^(?:cp|windows|win|ms|ansi)[-_ ]?(125\d)$/.exec(label)?.[1]
  if (page) return `windows-${page}`
  const iso = /^iso[-_ ]?8859[-_ ]?(\d{1,2})/.exec(label)?.[1]
  return iso ? `iso-8859-${iso}` : 'none-such'
}

/** Decodes exactly as labelled; bad bytes become U+FFFD. */
export function decodeAs(bytes: Buffer, charset: string): string {
  const legacy = legacyDecoders[charset]
  return legacy ? legacy(bytes) : new TextDecoder(charset).decode(bytes)
}

const MULTI_BYTE = new Set(['gb18030', 'gbk', 'shift_jis', 'euc-jp', 'euc-kr', 'big5'])

/**
 * Decodes text that may be labelled wrongly, or not at all. The label is believed unless the bytes speak clearly
 * against it. `hint` is a charset seen elsewhere in the same message.
 */
export function decodeText(bytes: Buffer, label: string | null | undefined, hint?: string): string {
  if (bytes.length === 0) return ''
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf && isUtf8(bytes)) return decodeAs(bytes, 'utf-8')
  if (bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] !== 0) return decodeAs(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be')
  const declared = normaliseCharset(label)
  const stateful = declared === 'utf-7' || declared === 'hz-gb-2312' || declared.startsWith('iso-2022')
  if (isAscii(bytes)) {
    if (stateful) return decodeAs(bytes, declared)
    if (bytes.includes(0x1b)) {
      if (/\x1b\$\)C/.test(bytes.toString('latin1', 0, 1024))) return decodeAs(bytes, 'iso-2022-kr')
      if (/\x1b\$[@B]/.test(bytes.toString('latin1'))) return decodeAs(bytes, 'iso-2022-jp')
    }
    return declared.startsWith('utf-16') || declared.startsWith('utf-32')
      ? decodeWide(bytes, declared)
      : bytes.toString('latin1')
  }
  if (declared.startsWith('utf-16') || declared.startsWith('utf-32')) return decodeWide(bytes, declared)
  if (isUtf8(bytes)) {
    // Two or three GBK characters can pass for UTF-8 by accident; more cannot.
    const few = MULTI_BYTE.has(declared) && bytes.length < 400 && highBytes(bytes) < 7
    return few ? decodeMultiByte(bytes, declared) : decodeAs(bytes, 'utf-8')
  }
  if (declared === 'utf-8' || stateful) {
    return looksMostlyUtf8(bytes, declared === 'utf-8' ? 3 : 1)
      ? decodeMixed(bytes)
      : decodeAs(bytes, guessCharset(bytes, normaliseCharset(hint)))
  }
  if (MULTI_BYTE.has(declared)) return decodeMultiByte(bytes, declared)
  if (looksMostlyUtf8(bytes)) return decodeMixed(bytes)
  if (declared === '') return decodeAs(bytes, guessCharset(bytes, normaliseCharset(hint)))
  return decodeAs(bytes, declared in legacyDecoders ? declared : guessCharset(bytes, declared))
}

/** A wide label on bytes without a single NUL is a wrong label, unless the text is wholly far from ASCII. */
function decodeWide(bytes: Buffer, declared: string): string {
  // A server that adds a line end adds two bytes, which are one letter here.
  const wide = decodeAs(bytes, declared).replace(/[\u0d0a\u0a0d]$/, '')
  if (bytes.includes(0)) return wide
  return isUtf8(bytes) ? decodeAs(bytes, 'utf-8') : wide
}

function decodeMultiByte(bytes: Buffer, declared: string): string {
  const text = decodeAs(bytes, declared === 'gbk' ? 'gb18030' : declared)
  const bad = countBad(text)
  if (bad === 0) return text
  if (isUtf8(bytes)) return decodeAs(bytes, 'utf-8')
  if (bad > 2 && bad * 20 > text.length) return decodeAs(bytes, guessCharset(bytes, declared))
  return text
}

function highBytes(bytes: Buffer): number {
  let count = 0
  for (const byte of bytes) if (byte >= 0x80) count++
  return count
}

function countBad(text: string): number {
  let bad = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) bad++
  return bad
}

/** Length of the valid UTF-8 multi-byte sequence at `at`, or 0. */
function sequenceLength(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0
  const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0
  if (length === 0 || at + length > bytes.length) return 0
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

/** `trust`: how many stray bytes one good sequence outweighs. Where UTF-8 is declared, few are there by accident. */
function looksMostlyUtf8(bytes: Buffer, trust = 1): boolean {
  let good = 0
  let bad = 0
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue
    const length = sequenceLength(bytes, at)
    if (length === 0) bad++
    else {
      good++
      at += length - 1
    }
  }
  return good > 0 && good * trust >= bad
}

/** UTF-8 with stray windows-1252 bytes in it: a footer or a quoted mail pasted in by a gateway. */
function decodeMixed(bytes: Buffer): string {
  const single = new TextDecoder('windows-1252')
  const pieces: string[] = []
  let from = 0
  for (let at = 0; at < bytes.length; ) {
    const length = (bytes[at] ?? 0) < 0x80 ? 1 : sequenceLength(bytes, at)
    if (length === 0) {
      if (at > from) pieces.push(bytes.toString('utf8', from, at))
      // A sequence cut off at the very end of the text is a cut, not another charset.
      pieces.push(isCutOff(bytes, at) ? '\ufffd' : single.decode(bytes.subarray(at, at + 1)))
      from = at + 1
    }
    at += length || 1
  }
  pieces.push(bytes.toString('utf8', from))
  return pieces.join('')
}

function isCutOff(bytes: Buffer, at: number): boolean {
  if (bytes.length - at > 3 || (bytes[at] ?? 0) < 0xc2) return false
  for (let i = at + 1; i < bytes.length; i++) if (((bytes[i] ?? 0) & 0xc0) !== 0x80) return false
  return at + 1 < bytes.length
}
