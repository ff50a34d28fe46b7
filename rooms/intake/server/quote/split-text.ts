import type { Author } from './contact-block.ts'
import { findHistory } from './find-history.ts'
import { rawLines, textLines } from './lines.ts'

export interface SplitText {
  /** What is new. */
  text: string
  /** What was cut off: quoted history and signature; '' when nothing was. */
  quotedText: string
}

/** Splits a plain text body. `subject` tells a forward from an answer where the text alone does not. */
export function splitText(body: string, subject = '', author?: Author): SplitText {
  const raw = rawLines(body)
  const { keep, cut } = findHistory(textLines(raw), subject, author)
  if (!cut) return { text: trimBlank(body), quotedText: '' }
  const kept: string[] = []
  const dropped: string[] = []
  let at = 0
  for (const [from, to] of keep) {
    dropped.push(raw.slice(at, from).join('\n'))
    kept.push(trimBlank(raw.slice(from, to).join('\n')))
    at = to
  }
  dropped.push(raw.slice(at).join('\n'))
  const text = trimBlank(kept.join('\n\n'))
  return text === '' ? { text: trimBlank(body), quotedText: '' } : { text, quotedText: trimBlank(dropped.join('\n')) }
}

function trimBlank(text: string): string {
  return text.replace(/^(?:[ \t\u00a0]*\n)+/, '').trimEnd()
}
