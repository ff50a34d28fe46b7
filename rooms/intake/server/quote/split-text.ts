import { findHistory } from './find-history.ts'
import { textLines } from './lines.ts'

export interface SplitText {
  /** What is new. */
  text: string
  /** What was cut off: quoted history and signature; '' when nothing was. */
  quotedText: string
}

/** Splits a plain text body. `subject` tells a forward from an answer where the text alone does not. */
export function splitText(body: string, subject = ''): SplitText {
  const lines = textLines(body)
  const { keep, cut } = findHistory(lines, subject)
  if (!cut) return { text: trimBlank(body), quotedText: '' }
  const raw = body.split('\n')
  const kept: string[] = []
  const dropped: string[] = []
  let at = 0
  for (const [from, to] of keep) {
    dropped.push(raw.slice(at, from).join('\n'))
    kept.push(raw.slice(from, to).join('\n'))
    at = to
  }
  dropped.push(raw.slice(at).join('\n'))
  const text = trimBlank(kept.join('\n'))
  return text === '' ? { text: trimBlank(body), quotedText: '' } : { text, quotedText: trimBlank(dropped.join('\n')) }
}

function trimBlank(text: string): string {
  return text.replace(/^(?:[ \t\u00a0]*\n)+/, '').trimEnd()
}
