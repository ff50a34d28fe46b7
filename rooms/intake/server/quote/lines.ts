/** A line of a message, whether it came from plain text or from HTML. */
export interface Line {
  /** As written. In HTML an image stands as U+FFFC. */
  text: string
  /** For comparison: lower case, plain spaces, without emphasis marks. */
  norm: string
  /** How deep inside quoted history by its marks (`>` or a quoting element); 0 for none. */
  depth: number
  /** What the element that holds the line is known to be. */
  mark: LineMark | null
}

export type LineMark = 'attribution' | 'history' | 'forward' | 'signature'

const NORM_CHARS = 600
/** Words of plain letters with one space between them: most lines. */
const PLAIN = /^[!-%'-~]+(?: [!-%'-~]+)*$/

export function normaliseLine(text: string): string {
  if (text.trim() === '') return ''
  if (text.length <= NORM_CHARS && PLAIN.test(text)) return text.toLowerCase()
  return (
    text
      .slice(0, NORM_CHARS)
      // Some programs leave the entity in plain text.
      .replace(/&nbsp;/g, ' ')
      .replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
      .replace(/[\u00a0\u202f\u3000\t ]+/g, ' ')
      .replace(/：/g, ':')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .toLowerCase()
      .trim()
  )
}

// Some programs put the attribution on the last line of the answer.
const RUN_ON = /(?<=[^\s-]) ?(?=(?:-{2,} ?| )On [^\n]{0,40}\d[^\n]{0,300} wrote:$)/

// Yahoo's phones put what is answered behind its attribution: "On …, Erika<erika@…> wrote:   Hello".
function apart(line: string): string[] {
  if (line.length > 20_000 || !line.includes(':  ')) return [line]
  const [head = '', ...rest] = line.split(/(?<=:) {2,}(?=\S)/)
  const attributes = head.length < 300 && /\d/.test(head) && /<[^<>\s]+@[^<>\s]+>/.test(head) && rest.length > 0
  return attributes ? [head, line.slice(head.length).trimStart()] : [line]
}

// The same where the attribution goes on over the next lines.
const RUN_ON_BROKEN = /(?<=[^\s-]) ?(?=(?:-{2,} ?| )On [^\n]{0,40}\d[^\n]{0,200}(?:<|,|<[^\n<>]{1,200}>)$)/

/** The text itself, its attributions on lines of their own. */
export function rawLines(text: string): string[] {
  const lines = text.includes(':  ') ? text.split('\n').flatMap(apart) : text.split('\n')
  if (!text.includes('wrote:')) return lines
  return lines.flatMap((line, at) => {
    if (line.length >= 1000 || line.startsWith('>')) return line
    if (line.endsWith(' wrote:')) return line.split(RUN_ON)
    return goesOn(lines, at) ? line.split(RUN_ON_BROKEN) : line
  })
}

function goesOn(lines: readonly string[], at: number): boolean {
  if (!/[<,>]$/.test(lines[at]?.slice(-1) ?? '')) return false
  for (let next = at + 1; next <= at + 3; next++) {
    const line = lines[next]
    if (!line || line.length > 300) return false
    if (line.endsWith('wrote:')) return true
  }
  return false
}

/** Lines of a plain text body, from `rawLines`. */
export function textLines(lines: readonly string[]): Line[] {
  return lines.map((line, at) => {
    // An address or link that was broken at its end: the ">" closes it and quotes nothing.
    const above = lines[at - 1] ?? ''
    const closes =
      line.startsWith('>') &&
      (OPEN_BRACKET.test(above.slice(-300)) || (!above.startsWith('>') && CLOSES_ADDRESS.test(line)))
    const depth = closes ? 0 : quoteDepth(line)
    return { text: line, norm: depth > 0 ? '' : normaliseLine(line), depth, mark: null }
  })
}

/** What is answered never begins so. */
const CLOSES_ADDRESS = /^> ?(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef) ?:$/
const OPEN_BRACKET = /^[^>]*<(?:https?:\/\/|mailto:|(?=[^<>\s]*@))[^<>\s]*$/

/** Counts leading `>`; `>From` is an mbox escape and an arrow such as `>>>` with text alone is still a quote. */
function quoteDepth(line: string): number {
  let depth = 0
  for (let at = 0; at < line.length && at < 200; at++) {
    const char = line.charAt(at)
    if (char === '>') depth++
    else if (char !== ' ' && char !== '\t' && char !== '\u00a0') return depth
    else if (depth === 0 && at > 3) return 0
  }
  return depth
}

/** Nothing on it, or only what is left of a table's border. */
export function isBlank(line: Line | undefined): boolean {
  if (line === undefined) return true
  if (line.depth > 0) return false
  if (line.norm === '') return line.text.trim() === ''
  return line.norm.length < 9 && line.norm.startsWith('|') && /^[| ]+$/.test(line.norm)
}
