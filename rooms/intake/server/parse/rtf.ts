import { decodeAs } from './charset.ts'
import { charsetOfPage, pageOfFont } from './code-pages.ts'

/** Destinations that hold no text of the message. */
const SILENT = new Set(
  'fonttbl colortbl stylesheet listtable listoverridetable rsidtbl info pict object themedata datastore latentstyles generator header footer headerl headerr footerl footerr pntext pntxta pntxtb xmlnstbl mmathpr fldinst filetbl revtbl'.split(
    ' ',
  ),
)
const SYMBOLS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  row: '\n',
  sect: '\n',
  page: '\n',
  tab: '\t',
  cell: '\t',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  endash: '–',
  emdash: '—',
  '~': '\u00a0',
  _: '\u2011',
}
const MAX_GROUPS = 5000
const MAX_CHARS = 8 * 1024 * 1024

interface Group {
  silent: boolean
  /** Inside \*\htmltag: the original HTML, given word by word. */
  tag: boolean
  /** Between \htmlrtf and \htmlrtf0: what RTF needs and HTML has in another way. */
  skipped: boolean
  font: number
  /** How many characters stand in for one of \u. */
  fallback: number
  inFonts: boolean
}

export interface RtfWords {
  text: string | null
  /** The HTML that was put into the RTF (MS-OXRTFEX); null when it was no HTML. */
  html: string | null
}

/** Text of an RTF document, or the HTML that Exchange wrapped into it. One pass; broken input gives what can be had. */
export function readRtf(bytes: Buffer): RtfWords {
  const source = bytes.toString('latin1')
  const fromHtml = /\\fromhtml1?\b/.test(source.slice(0, 4096))
  const words = walk(source, fromHtml).replace(/\0/g, '')
  return fromHtml ? { text: null, html: words } : { text: words.trim() === '' ? null : words, html: null }
}

// A control word with its number, a control symbol, a hex byte, a bracket, or plain characters.
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\/gi

function walk(source: string, fromHtml: boolean): string {
  const out: string[] = []
  let size = 0
  let page = 1252
  const fonts = new Map<number, number>()
  const stack: Group[] = []
  let group: Group = { silent: false, tag: false, skipped: false, font: -1, fallback: 1, inFonts: false }
  let bytes: number[] = []
  let bytesPage = 0
  let pending = 0
  let star = false

  const flush = () => {
    if (bytes.length === 0) return
    write(decodeAs(Buffer.from(bytes), charsetOfPage(bytesPage)))
    bytes = []
  }
  const write = (text: string) => {
    out.push(text)
    size += text.length
  }
  const shown = () => !group.silent && !(group.skipped && fromHtml)
  const addBytes = (text: string) => {
    let from = 0
    while (pending > 0 && from < text.length) {
      pending--
      from++
    }
    if (from >= text.length || !shown()) return
    const current = fonts.get(group.font) || page
    if (current !== bytesPage) flush()
    bytesPage = current
    for (let i = from; i < text.length; i++) bytes.push(text.charCodeAt(i))
    if (bytes.length > 65_536) flush()
  }

  for (const [whole, word, number, hex, symbol, bracket, plain] of source.matchAll(TOKEN)) {
    if (size > MAX_CHARS) break
    if (plain !== undefined) addBytes(plain)
    else if (hex !== undefined) addBytes(String.fromCharCode(Number.parseInt(hex, 16)))
    else if (bracket === '{') {
      if (stack.length >= MAX_GROUPS) break
      stack.push(group)
      group = { ...group }
      pending = 0
    } else if (bracket === '}') {
      // What is left of the document belongs to no group.
      const outer = stack.pop()
      if (!outer) break
      group = outer
      pending = 0
    } else if (symbol !== undefined) {
      if (symbol === '*') star = true
      else if (symbol === '\\' || symbol === '{' || symbol === '}') addBytes(symbol)
      else if (symbol === '~' || symbol === '_') {
        flush()
        if (shown()) write(SYMBOLS[symbol] ?? '')
      }
      if (symbol === '*') continue
    } else if (word !== undefined) {
      const value = number === undefined ? null : Number(number)
      if (word === 'htmltag') group.tag = true
      else if (star || SILENT.has(word)) {
        group.silent = true
        group.inFonts ||= word === 'fonttbl'
      } else if (word === 'htmlrtf') group.skipped = value !== 0
      else if (word === 'ansicpg' && value) page = value
      else if (word === 'f' && value !== null) group.font = value
      else if (word === 'fcharset' && group.inFonts) fonts.set(group.font, pageOfFont(value ?? 0))
      else if (word === 'plain') group.font = -1
      else if (word === 'uc') group.fallback = Math.min(Math.max(value ?? 1, 0), 10)
      else if (word === 'u' && value !== null) {
        flush()
        if (shown()) write(String.fromCharCode(value < 0 ? value + 65_536 : value))
        pending = group.fallback
      } else if (word in SYMBOLS && shown()) {
        flush()
        write(SYMBOLS[word] ?? '')
      }
    }
    if (whole !== '') star = false
  }
  flush()
  return out.join('').toWellFormed()
}
