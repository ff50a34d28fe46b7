import { Tokenizer } from 'htmlparser2'
import { recently } from './recently.ts'

/** Deeper than any page a person made; browsers stop at 512. */
const MAX_DEPTH = 250
/** More than any page a person reads: a table of fifteen hundred rows and twenty columns. */
const MAX_ELEMENTS = 30_000

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const BLOCKS = new Set(
  'address article aside blockquote center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
)
const CELLS = new Set(['td', 'th'])
const ROWS = new Set(['tr', 'td', 'th'])
const TERMS = new Set(['dt', 'dd'])
/** What is in them is no text; they keep their tags wherever they stand. */
const RAW = new Set('script style title textarea xmp iframe noembed noframes'.split(' '))
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
 * The same HTML with no element deeper than readers can bear, and no more elements than they can: parsers keep what is open in a
 * list, and a megabyte of open elements makes them work for a minute. What is deeper, or comes after, loses its tags and keeps its
 * words; what comes after keeps its lines too. Linear, by the parser's own tokenizer.
 */
export function shallow(html: string): string {
  return mayBeDeep(html) ? flat(html) : html
}

const flat = recently((html: string): string => {
  const open: string[] = []
  /** Elements without a place: how many of each name are open. */
  const without = new Map<string, number>()
  const kept: string[] = []
  let keptTo = 0
  let tag: { start: number; instead: string } | null = null
  let count = 0
  let plain = false
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
        if (++count > MAX_ELEMENTS && !RAW.has(name)) {
          tag = { start: start - 1, instead: plain ? insteadOf(name) : '<pre>' }
          plain = true
          return
        }
        if (VOID.has(name)) return
        const ended = endedBy(name)
        while (open.length > 0 && ended.has(open[open.length - 1] ?? '')) open.pop()
        if (open.length < MAX_DEPTH) {
          open.push(name)
          return
        }
        tag = { start: start - 1, instead: BLOCKS.has(name) ? '<br>' : '' }
        without.set(name, (without.get(name) ?? 0) + 1)
      },
      onopentagend: (end) => opened(end),
      onclosetag(start, end) {
        const name = html.slice(start, Math.min(end, start + 40)).toLowerCase()
        const placeless = without.get(name) ?? 0
        const over = plain && !RAW.has(name)
        if (placeless > 0 || over) {
          if (placeless > 0) without.set(name, placeless - 1)
          const until = html.indexOf('>', end)
          drop(start - 2, until < 0 ? html.length : until + 1, over ? '' : BLOCKS.has(name) ? '<br>' : '')
          return
        }
        const at = open.lastIndexOf(name)
        if (at >= 0) open.length = at
      },
    },
  )
  function opened(end: number): void {
    if (tag) drop(tag.start, end + 1, tag.instead)
    tag = null
  }
  tokenizer.write(html)
  tokenizer.end()
  if (keptTo === 0) return html
  // A tag without an end is no tag.
  const unfinished = tag as { start: number } | null
  kept.push(html.slice(keptTo, unfinished?.start))
  return kept.join('')
})

/** What stands for a tag among plain lines. */
function insteadOf(name: string): string {
  if (CELLS.has(name)) return '\t'
  return name === 'br' || BLOCKS.has(name) ? '\n' : ''
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
