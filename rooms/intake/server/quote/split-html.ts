import { shallow } from '../../../../platform/html/shallow.ts'
import { linesThatSay } from './agree.ts'
import type { Author } from './contact-block.ts'
import { findHistory } from './find-history.ts'
import { type HtmlLine, htmlLines } from './html-lines.ts'

export interface SplitHtml {
  /** What is new; not yet sanitised, and tags may be left open: the sanitiser closes them. */
  html: string
  /** What was cut off; '' when nothing was. */
  quotedHtml: string
}

const MAX_HTML_CHARS = 4 * 1024 * 1024

/** Splits an HTML body by the same rules as text, with the marks that mail programs put on elements. */
export function splitHtml(body: string, subject = '', author?: Author): SplitHtml {
  const html = shallow(body.slice(0, MAX_HTML_CHARS))
  const lines = htmlLines(html)
  const { keep, cut } = findHistory(lines, subject, author)
  return cut ? cutAt(html, lines, keep) : { html, quotedHtml: '' }
}

/** Ends the new part where the lines have said `wanted`; null when they never say exactly that. */
export function cutHtml(body: string, wanted: string): SplitHtml | null {
  const html = shallow(body.slice(0, MAX_HTML_CHARS))
  const lines = htmlLines(html)
  const end = linesThatSay(
    lines.map((line) => line.text),
    wanted,
  )
  return end === null ? null : cutAt(html, lines, [[0, end]])
}

function cutAt(html: string, lines: readonly HtmlLine[], keep: readonly [from: number, to: number][]): SplitHtml {
  const offset = (line: number) => (line <= 0 ? 0 : line >= lines.length ? html.length : (lines[line - 1]?.end ?? 0))
  // What a piece closes was opened in the piece before it.
  const piece = (from: number, to: number) => html.slice(from, to).replace(/^(?:\s*<\/[a-z0-9:]{1,20}>)+/i, '')
  let kept = ''
  let dropped = ''
  let at = 0
  for (const [from, to] of keep) {
    dropped += piece(at, offset(from))
    kept += piece(offset(from), offset(to))
    at = offset(to)
  }
  dropped += piece(at, html.length)
  return { html: kept, quotedHtml: dropped }
}
