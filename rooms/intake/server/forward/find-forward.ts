import { normaliseLine } from '../quote/lines.ts'
import { isForwardSubject, isRule, separatorKind } from '../quote/separators.ts'
import { fieldOf } from './labels.ts'
import { type ForwardedHead, readHead } from './read-head.ts'

export interface FoundForward {
  head: ForwardedHead
  /** The first line that is not the forwarder's own. */
  start: number
  /** The forwarded message is marked with ">", and so has to be freed of it. */
  quoted: boolean
}

const MAX_LINES = 3000

/**
 * Where in the lines of a message another one begins that was passed on: below a line such as "Forwarded message", or,
 * where the subject says that it was forwarded, at the head of a quoted message.
 */
export function findForward(lines: readonly string[], subject: string): FoundForward | null {
  const bySubject = isForwardSubject(subject)
  for (let at = 0; at < lines.length && at < MAX_LINES; at++) {
    const text = lines[at] ?? ''
    if (text.trim() === '') continue
    const separator = separatorKind(normaliseLine(text.replace(/^[\s>]+/, '')))
    if (separator === 'forwarded' || (separator === 'original' && bySubject)) {
      const found = headFrom(lines, at + 1, at)
      if (found) return found
    } else if (bySubject && fieldOf(text)?.meanings.some((label) => label === 'from' || label === 'subject')) {
      const found = headFrom(lines, at, aboveRules(lines, at))
      if (found) return found
    }
  }
  return null
}

function headFrom(lines: readonly string[], at: number, start: number): FoundForward | null {
  let first = at
  while (first < at + 4 && first < lines.length && (lines[first] ?? '').trim() === '') first++
  const quoted = /^\s*>/.test(lines[first] ?? '')
  const plain = quoted ? lines.slice(0, first + 60).map(unquoted) : lines
  const head = readHead(plain, first)
  return head && { head, start, quoted }
}

export function unquoted(line: string): string {
  return line.replace(/^\s*>[ \u00a0]?/, '')
}

/** A ruled line right above belongs to what it rules off. */
function aboveRules(lines: readonly string[], at: number): number {
  let top = at
  while (top > 0 && ((lines[top - 1] ?? '').trim() === '' || isRule(normaliseLine(lines[top - 1] ?? '')))) top--
  return top
}
