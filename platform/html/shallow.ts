import { Tokenizer } from 'htmlparser2'

/** Deeper than any page a person made; browsers stop at 512. */
const MAX_DEPTH = 250

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const BLOCKS = new Set(
  'address article aside blockquote center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
)
const CELLS = new Set(['td', 'th'])
const ROWS = new Set(['tr', 'td', 'th'])
const TERMS = new Set(['dt', 'dd'])
const NONE: ReadonlySet<string> = new Set()
const ONLY = Object.fromEntries(['p', 'li', 'option'].map((name) => [name, new Set([name])]))

/** What ends by itself when an element begins. */
function endedBy(name: string): ReadonlySet<string> {
  if (name === 'td' || name === 'th') return CELLS
  if (name === 'tr') return ROWS
  if (name === 'dt' || name === 'dd') return TERMS
  if (name === 'li' || name === 'option') return ONLY[name] ?? NONE
  return BLOCKS.has(name) ? (ONLY.p ?? NONE) : NONE
}

/**
 * The same HTML with no element deeper than readers can bear: parsers keep what is open in a list, and a megabyte of open
 * elements makes them work for a minute. What is deeper loses its tags and keeps its words. Linear, by the parser's own tokenizer.
 */
export function shallow(html: string): string {
  if (!mayBeDeep(html)) return html
  const open: string[] = []
  /** Elements without a place: how many of each name are open. */
  const without = new Map<string, number>()
  const kept: string[] = []
  let keptTo = 0
  let tag: { name: string; start: number; drop: boolean } | null = null
  const drop = (from: number, to: number, instead: string) => {
    kept.push(html.slice(keptTo, from), instead)
    keptTo = to
  }
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onattribdata() {},
      onattribentity() {},
      onattribend() {},
      onattribname() {},
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onend() {},
      onprocessinginstruction() {},
      onselfclosingtag: (end) => opened(end),
      ontext() {},
      ontextentity() {},
      onopentagname(start, end) {
        const name = html.slice(start, Math.min(end, start + 40)).toLowerCase()
        if (VOID.has(name)) return
        const ended = endedBy(name)
        while (open.length > 0 && ended.has(open[open.length - 1] ?? '')) open.pop()
        tag = { name, start: start - 1, drop: open.length >= MAX_DEPTH }
        if (tag.drop) without.set(name, (without.get(name) ?? 0) + 1)
        else open.push(name)
      },
      onopentagend: (end) => opened(end),
      onclosetag(start, end) {
        const name = html.slice(start, Math.min(end, start + 40)).toLowerCase()
        const placeless = without.get(name) ?? 0
        if (placeless > 0) {
          without.set(name, placeless - 1)
          const until = html.indexOf('>', end)
          drop(start - 2, until < 0 ? html.length : until + 1, BLOCKS.has(name) ? '<br>' : '')
          return
        }
        const at = open.lastIndexOf(name)
        if (at >= 0) open.length = at
      },
    },
  )
  function opened(end: number): void {
    if (tag?.drop) drop(tag.start, end + 1, BLOCKS.has(tag.name) ? '<br>' : '')
    tag = null
  }
  tokenizer.write(html)
  tokenizer.end()
  if (keptTo === 0) return html
  // A tag without an end is no tag.
  const unfinished = tag as { start: number; drop: boolean } | null
  kept.push(unfinished?.drop ? html.slice(keptTo, unfinished.start) : html.slice(keptTo))
  return kept.join('')
}

/** Whether there are as many tags that open as it takes to be deep. */
function mayBeDeep(html: string): boolean {
  let count = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const letter = html.charCodeAt(at + 1) | 32
    if (letter >= 97 && letter <= 122 && ++count > MAX_DEPTH) return true
  }
  return false
}
