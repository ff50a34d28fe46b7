import { answersBelow } from './answers-below.ts'
import { attributionEndingAt } from './attribution.ts'
import type { Author } from './contact-block.ts'
import { findWall } from './find-wall.ts'
import { isBlank, type Line, normaliseLine } from './lines.ts'
import { isRule } from './separators.ts'
import { signatureStart, trimEnd } from './signature.ts'

export interface History {
  /** Half-open ranges of lines that are new, in order. */
  keep: [from: number, to: number][]
  /** False when nothing was cut. */
  cut: boolean
}

/**
 * Decides which lines of a message are new. What is interleaved or forwarded is kept whole; when nothing new would be
 * left, everything is kept. Each line is looked at a bounded number of times.
 */
export function findHistory(lines: readonly Line[], subject = '', author?: Author): History {
  const all: History = { keep: [[0, lines.length]], cut: false }
  const attributed = new Set<number>()
  const wall = findWall(lines, attributed, subject)
  if (wall === 'forward') return all
  const fresh = chooseFresh(lines, readBlocks(lines, wall, attributed), attributed)
  if (fresh.length === 0) return wall < lines.length ? { keep: [[0, wall]], cut: true } : all
  if (wall < lines.length && answersBelow(lines, fresh)) return all
  const keep = withoutSignature(lines, withoutRule(lines, fresh), author)
  const kept = keep.reduce((sum, [from, to]) => sum + to - from, 0)
  return { keep, cut: kept < trimEnd(lines, lines.length) }
}

type Range = [from: number, to: number]

/** A ruled line above quoted history rules it off. */
function withoutRule(lines: readonly Line[], ranges: Range[]): Range[] {
  return ranges.map(([from, to]): Range => {
    if ((lines[to]?.depth ?? 0) === 0) return [from, to]
    let end = trimEnd(lines, to)
    while (end > from && isRule(lines[end - 1]?.norm ?? '')) end = trimEnd(lines, end - 1)
    return end > from ? [from, end] : [from, to]
  })
}

function withoutSignature(lines: readonly Line[], ranges: Range[], author: Author | undefined): Range[] {
  const last = ranges[ranges.length - 1]
  if (!last) return ranges
  const [from, to] = last
  const tail = lines.slice(from, to)
  // A range that starts after a quote may be nothing but a signature.
  const end =
    from +
    signatureStart(from > 0 ? [SOMETHING, ...tail] : tail, to - from + (from > 0 ? 1 : 0), author) -
    (from > 0 ? 1 : 0)
  return end > from || ranges.length > 1 ? [...ranges.slice(0, -1), [from, Math.max(end, from)]] : ranges
}

const SOMETHING: Line = { text: 'x', norm: 'x', depth: 0, mark: null }

interface Block {
  quoted: boolean
  from: number
  to: number
}

/** Runs of quoted and of new lines up to the wall; an attribution belongs to the quote below it. */
function readBlocks(lines: readonly Line[], wall: number, attributed: ReadonlySet<number>): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < wall; at++) {
    const line = lines[at]
    if (!line || isBlank(line)) continue
    const last = blocks[blocks.length - 1]
    const quoted = line.depth > 0 || attributed.has(at) || (last?.quoted === true && isBroken(lines, at))
    // An attribution starts a quote of its own.
    const starts = attributed.has(at) && !attributed.has(at - 1)
    if (last && last.quoted === quoted && !(starts && quoted)) last.to = at + 1
    else if (quoted && isEmptyQuote(lines, at, wall)) continue
    else blocks.push({ quoted, from: at, to: at + 1 })
  }
  return blocks.filter(
    (block, index) => index < blocks.length - 1 || block.quoted || !isFooter(lines, block) || blocks.length < 3,
  )
}

/** The end of a long line, or a link, that was wrapped out of its quote. */
function isBroken(lines: readonly Line[], at: number): boolean {
  const norm = lines[at]?.norm ?? ''
  const [above, below] = [lines[at - 1], lines[at + 1]]
  if (!above || !below || below.depth === 0 || above.depth === 0) return false
  if (above.text.length >= 60 && /[\p{L}\d,]\s*$/u.test(above.text) && /^\p{Ll}/u.test(lines[at]?.text ?? ''))
    return true
  return /^[(<]?https?:\/\/\S+[)>]?(?: >)?$/.test(norm) || /^\S{8,}[)>]$/.test(norm)
}

/** Apple and others put the attribution behind the first ">". */
function isAttributedInside(lines: readonly Line[], block: Block): boolean {
  if (!block.quoted) return false
  const head = lines.slice(block.from, Math.min(block.to, block.from + 3)).filter((line) => line.depth === 1)
  const bare = head.map((line) => {
    const text = line.text.replace(/^[\s>]+/, '')
    return { text, norm: normaliseLine(text), depth: 0, mark: null }
  })
  return bare.some((_line, at) => {
    const found = attributionEndingAt(bare, at)
    return found?.start === 0 && found.strong
  })
}

function introduces(lines: readonly Line[], at: number): boolean {
  let above = at - 1
  while (above > 0 && isBlank(lines[above])) above--
  return /[:：]$/.test(lines[above]?.norm ?? '')
}

/** A lone ">" with nothing on it quotes nothing. */
function isEmptyQuote(lines: readonly Line[], at: number, wall: number): boolean {
  const line = lines[at]
  if (line?.text.replace(/[>\s]/g, '') !== '') return false
  const next = lines[at + 1]
  return at + 1 >= wall || !next || next.depth === 0
}

/** What lists and gateways add below everything. */
function isFooter(lines: readonly Line[], block: Block): boolean {
  const first = lines[block.from]
  if (!first) return true
  if (first.mark === 'signature' || /^(?:--|-- ?|_{10,}|-{10,}|={10,}|\*{10,})$/.test(first.text.trim())) return true
  return (
    signatureStart(
      [SOMETHING, ...lines.slice(block.from, Math.min(block.to, block.from + 40))],
      block.to - block.from + 1,
    ) <= 1
  )
}

/** The ranges that are new; none when all up to the wall stays. */
function chooseFresh(lines: readonly Line[], blocks: Block[], attributed: ReadonlySet<number>): Range[] {
  const quotes = blocks.filter((block) => block.quoted)
  const news = blocks.filter((block) => !block.quoted)
  const first = blocks[0]
  const last = blocks[blocks.length - 1]
  const quote = quotes[0]
  if (!first || !last || news.length === 0) return []
  if (!quote) return [[0, last.to]]
  const hasAttribution = (block: Block) => attributed.has(block.from) || isAttributedInside(lines, block)
  if (quotes.length === 1) {
    // Answer above the quote, or below it. "It says:" and what it says belong together.
    if (last.quoted && !hasAttribution(quote) && introduces(lines, quote.from)) return []
    if (last.quoted) return [[0, quote.from]]
    if (first.quoted) return [[quote.to, last.to]]
    // Answer around the quote; without an attribution it is a quotation that the answer needs.
    return hasAttribution(quote)
      ? [
          [0, quote.from],
          [quote.to, last.to],
        ]
      : [[0, last.to]]
  }
  // Answers in between: the quotes are what they answer. Only a whole history at the end can go,
  if (last.quoted && hasAttribution(last) && !quotes.slice(0, -1).some(hasAttribution)) return [[0, last.from]]
  // or the rest of what is quoted, where one answer stands in the middle of it.
  const answers = news.filter((block) => block.from > quote.from)
  if (last.quoted && answers.length === 1 && hasAttribution(quote) && !introduces(lines, last.from))
    return [[0, last.from]]
  return [[0, trimEnd(lines, last.to)]]
}
