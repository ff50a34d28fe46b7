import { QUOTE_LANGUAGES } from './languages.ts'
import { isBlank, type Line } from './lines.ts'

const MAX_CHARS = 500
const MAX_LINES = 5

const words = (pick: (row: (typeof QUOTE_LANGUAGES)[number]) => string[] | undefined) =>
  [...new Set(QUOTE_LANGUAGES.flatMap((row) => pick(row) ?? []))]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))

const LETTER_SCRIPTS = '\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}'
const WROTE = new RegExp(
  `(?<![${LETTER_SCRIPTS}])(?:${words((row) => row.wrote).join('|')})(?![${LETTER_SCRIPTS}])`,
  'u',
)
const OPENER = new RegExp(`^[-*>_ ]*(?:${words((row) => row.openers).join('|')})(?![${LETTER_SCRIPTS}])`, 'u')
const TIME = /\d{1,2}[:.h]\d{2}|\d{1,2}時|\d{1,2}시/
const DATE = /(?:^|\D)(?:19|20)\d{2}(?:\D|$)|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\. ?\p{L}{3,}|\d年|\d월/u
const ADDRESS = /(?<![^\s<>@,;:"])[^\s<>@,;:"]+@[^\s<>@,;:"]+\.[^\s<>@,;:"]+/
const ADDRESS_AT_END = /[<(["][^<>()[\]"]*@[^<>()[\]"]+[>)\]"][^<>]{0,40}$/
const ENDS = /(?::|wrote|schrieb|skrev|写道|寫道|:)["'”*_ ]*(?:[-]{2,}[ ]*)?$/

/** "Erika via Service Desk wrote:" */
const VIA = /^[^.!?]{2,60} via [^.!?]{2,60} (?:wrote|schrieb|a écrit):?$/

export interface Attribution {
  start: number
  /** Index after its last line. */
  end: number
  /** Says so much of who and when that it needs no quote marks below it. */
  strong: boolean
}

/** The attribution that ends on line `at` ("On … Erika wrote:"), or null. Looks at no more than five lines. */
export function attributionEndingAt(lines: readonly Line[], at: number): Attribution | null {
  const last = lines[at]
  if (!last || last.depth > 0 || last.norm === '') return null
  const ends = ENDS.test(last.norm)
  // Most lines of a message: neither "wrote" nor a date.
  if (!ends && !/\d/.test(last.norm)) return null
  if (SHUT.test(last.norm)) return { start: at, end: at + 1, strong: true }
  if (!ends) {
    // Some programs end it without a colon: "2011/4/7 Erika <erika@…>".
    if (BARE.test(last.norm)) return { start: at, end: at + 1, strong: true }
    const bare = DATE.test(last.norm) && ADDRESS_AT_END.test(last.norm) && last.norm.length < 200
    return bare && quotedNext(lines, at + 1) ? { start: at, end: at + 1, strong: false } : null
  }
  let joined = ''
  let weak = false
  for (let count = 1; count <= MAX_LINES; count++) {
    const start = at - count + 1
    const line = lines[start]
    if (!line || isBlank(line) || line.depth > 0) break
    joined = joined === '' ? line.norm : `${line.norm} ${joined}`
    if (joined.length > MAX_CHARS) break
    const strength = judge(joined)
    if (strength === 2) return { start: extend(lines, start, joined), end: at + 1, strong: true }
    // What only the quote marks below make an attribution may still be the end of a certain one.
    if (strength === 1 && count === 1 && quotedNext(lines, at + 1)) weak = true
    if (count > 1 && /[.!?]$/.test(line.norm)) break
  }
  return weak ? { start: extend(lines, at, last.norm), end: at + 1, strong: false } : null
}

/** Lotus Notes shuts what is answered away behind a line: "Erika Koch ---03.03.2026 10:00:12---Dear all, …". */
const SHUT = /^[^.!?]{2,160}? ?---\d{1,4}[./-]\d{1,2}[./-]\d{2,4} \d{1,2}:\d{2}(?::\d{2})?(?: [ap]m)?---/

/** Without a colon: "2016-03-03 17:21 GMT+01:00 Erika" and "2011/4/7 Erika <erika@…>" stand for a whole attribution. */
const BARE =
  /^20\d\d-\d\d-\d\d \d{1,2}:\d\d gmt[+-]\d\d:\d\d [^.!?<>]{1,80}$|^\d{4}[/-]\d{1,2}[/-]\d{1,2}(?: \d{1,2}:\d\d)?(?: gmt[+-]\d\d:\d\d)? [^<>.!?]{1,80}<[^<>\s]+@[^<>\s]+>$/

/** 2: certain by itself; 1: only with quoted lines after it; 0: no attribution. */
function judge(text: string): 0 | 1 | 2 {
  const when = DATE.test(text) || TIME.test(text)
  const wrote = WROTE.test(text)
  const address = ADDRESS.test(text)
  if (wrote && when && (DATE.test(text) || OPENER.test(text) || address)) return 2
  if (wrote && (address || VIA.test(text))) return 2
  if (when && TIME.test(text) && ADDRESS_AT_END.test(text)) return 2
  if (when && DATE.test(text) && ADDRESS_AT_END.test(text)) return 2
  return wrote || when || address ? 1 : 0
}

/** Mail programs break long attributions; the first line has the date. */
function extend(lines: readonly Line[], start: number, joined: string): number {
  if (OPENER.test(joined) && (DATE.test(joined) || TIME.test(joined))) return start
  const above = lines[start - 1]
  // The name stands before its address, so a line that begins with the address lost it to the line above.
  if (/^[<(]?[^\s<>@]+@/.test(joined) && above && !isBlank(above) && above.depth === 0 && above.norm.length < 100) {
    if (!/[.!?]$/.test(above.norm) && !TIME.test(above.norm) && !DATE.test(above.norm)) return start - 1
  }
  for (let back = 1; back <= 4; back++) {
    const line = lines[start - back]
    // Some programs set the bracket of the address apart: "On …, Erika", "", "<", "mailto:Erika <erika@…>", "> wrote:".
    if (line && isBlank(line) && lines[start - back + 1]?.norm === '<') continue
    if (!line || isBlank(line) || line.depth > 0 || line.norm.length > 200) return start
    const dated = DATE.test(line.norm) || TIME.test(line.norm)
    if (dated && (OPENER.test(line.norm) || /^\d|^\p{L}{2,10}[.,]? \d/u.test(line.norm)) && !/[.!?]$/.test(line.norm))
      return start - back
  }
  return start
}

/** Whether the next line with something on it is quoted. */
export function quotedNext(lines: readonly Line[], from: number): boolean {
  for (let at = from; at < from + 4; at++) {
    const line = lines[at]
    if (!line) return false
    if (line.depth > 0) return true
    if (!isBlank(line)) return false
  }
  return false
}
