import { Parser } from 'htmlparser2'
import { meaningOf } from './client-marks.ts'
import { type Line, type LineMark, normaliseLine } from './lines.ts'

export interface HtmlLine extends Line {
  /** Offset in the HTML right after what is on the line. */
  end: number
}

const BREAKING = new Set(
  'address article aside blockquote body br center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr html li ol p pre section table td th tr ul'.split(
    ' ',
  ),
)
const SILENT = new Set('head style script title noscript template svg math xml'.split(' '))
const VOID = new Set('area base br col embed hr img input link meta source wbr'.split(' '))

interface Open {
  mark: LineMark | null
  quotes: boolean
  silent: boolean
  pre: boolean
}

/** The lines a reader would see, each with where it ends in the HTML. One pass, no recursion. */
export function htmlLines(html: string): HtmlLine[] {
  const lines: HtmlLine[] = []
  const stack: Open[] = []
  const marks: Record<LineMark, number> = { attribution: 0, history: 0, forward: 0, signature: 0 }
  let pending: LineMark | null = null
  let depth = 0
  let silent = 0
  let pre = 0
  let text = ''
  let end = 0
  let lineDepth = 0
  let lineMark: LineMark | null = null

  const flush = () => {
    if (text === '') return
    // Programs that write plain text into HTML keep its ">" marks.
    const marked = /^\s*(?:>\s*)+/.exec(text)?.[0].split('>').length ?? 1
    const total = lineDepth + marked - 1
    lines.push({ text, norm: total > 0 ? '' : normaliseLine(text), depth: total, mark: lineMark, end })
    text = ''
  }
  const add = (piece: string, at: number) => {
    const says = piece.trim() !== ''
    if (text === '' && !says) return
    if (text === '') {
      lineDepth = depth
      lineMark = pending ?? (marks.attribution > 0 ? 'attribution' : marks.signature > 0 ? 'signature' : null)
      pending = null
    }
    if (text.length < 2000) text += piece
    if (says) end = at
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (BREAKING.has(name)) flush()
        const meaning = meaningOf(name, attributes)
        if (meaning.mark === 'history' || meaning.mark === 'forward') pending = meaning.mark
        if (name === 'img' && silent === 0 && attributes.src) add('\ufffc', parser.endIndex + 1)
        if (name === 'hr' && silent === 0) {
          add('---', parser.endIndex + 1)
          flush()
        }
        if (VOID.has(name)) return
        const open = {
          ...meaning,
          silent: SILENT.has(name) || /display\s*:\s*none/i.test(attributes.style?.slice(0, 500) ?? ''),
          pre: name === 'pre',
        }
        stack.push(open)
        if (open.mark) marks[open.mark]++
        if (open.quotes) depth++
        if (open.silent) silent++
        if (open.pre) pre++
      },
      onclosetag(name) {
        if (BREAKING.has(name)) flush()
        if (VOID.has(name)) return
        const open = stack.pop()
        if (!open) return
        if (open.mark) marks[open.mark]--
        if (open.quotes) depth--
        if (open.silent) silent--
        if (open.pre) pre--
      },
      ontext(data) {
        if (silent > 0) return
        const broken = data.includes('\n')
        if (pre === 0 || !broken) {
          add(broken || data.includes('\r') ? data.replace(/[\r\n]+/g, ' ') : data, parser.endIndex + 1)
          return
        }
        let at = parser.startIndex
        for (const piece of data.split('\n')) {
          if (at > parser.startIndex) flush()
          add(piece, at + piece.length)
          at += piece.length + 1
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.end(html)
  flush()
  return lines
}
