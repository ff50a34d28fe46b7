import { attributionEndingAt, quotedNext } from './attribution.ts'
import { isHeaderBlock, isNotesBlock } from './header-block.ts'
import { isBlank, type Line, normaliseLine } from './lines.ts'
import {
  isAnswerSubject,
  isBareOriginal,
  isForwardSubject,
  isGroupwiseHead,
  isReplyAbove,
  isRule,
  separatorKind,
} from './separators.ts'
import { isAppSignOff } from './sign-offs.ts'

/** More than anybody answers: what has more lines is a log or an attack, and history below them is shown like the rest. */
const MAX_LINES = 30_000

/** The first line from which on everything is history, though nothing marks it line by line. */
export function findWall(lines: readonly Line[], attributed: Set<number>, subject: string): number | 'forward' {
  const forwardSubject = isForwardSubject(subject)
  const firstNew = firstNewLine(lines)
  const hasNew = (end: number) => firstNew < end
  const end = Math.min(lines.length, MAX_LINES)
  for (let at = 0; at < end; at++) {
    const line = lines[at]
    if (line?.depth === 3 && isGroupwiseHead(line.text) && hasNew(at)) return at
    if (line && line.depth > 0 && quotesForward(lines, at, attributed, subject)) return 'forward'
    if (!line || (line.norm === '' && line.mark === null) || line.depth > 0) continue
    const separator = separatorKind(line.norm)
    if (separator === 'forwarded' || line.mark === 'forward') return 'forward'
    const block =
      line.mark === 'history' || separator === 'original' || isReplyAbove(line.norm) || blockStarts(lines, at)
    if (block) {
      // Outlook heads a forwarded message and an answered one alike; the subject, or silence above, tells.
      if ((forwardSubject && isForwardSubject(subject, headOf(lines, at))) || !hasNew(at)) return 'forward'
      return aboveRules(lines, at)
    }
    if (isAppSignOff(line.norm) && hasNew(at)) return at
    const attribution =
      line.mark === 'attribution' ? { start: at, end: at + 1, strong: true } : attributionEndingAt(lines, at)
    if (!attribution) continue
    if (quotedNext(lines, attribution.end) || line.mark === 'attribution') {
      for (let i = attribution.start; i < attribution.end; i++) attributed.add(i)
      continue
    }
    if (attribution.strong && hasNew(attribution.start)) return attribution.start
  }
  return lines.length
}

/** Apple puts ">" before a message that it forwards; what is answered has an attribution above it. */
function quotesForward(lines: readonly Line[], at: number, attributed: ReadonlySet<number>, subject: string): boolean {
  if ((lines[at - 1]?.depth ?? 0) > 0 || isAnswerSubject(subject)) return false
  if (separatorKind(normaliseLine(lines[at]?.text.slice(0, 200).replace(/^[>\s]+/, '') ?? '')) !== 'forwarded')
    return false
  let above = at - 1
  while (above > 0 && isBlank(lines[above])) above--
  return !attributed.has(above)
}

/** The first words of the head that starts at `at`, or right below it. */
function headOf(lines: readonly Line[], at: number): string {
  let next = at
  while (next < at + 4 && (isBlank(lines[next]) || isRule(lines[next]?.norm ?? ''))) next++
  return lines[next]?.norm ?? ''
}

/** A ruled line right above belongs to what it rules off, and so does the word that announces it. */
function aboveRules(lines: readonly Line[], at: number): number {
  let top = at
  while (top > 0 && (isBlank(lines[top - 1]) || isAnnouncing(lines[top - 1]?.norm ?? ''))) top--
  return top
}

const isAnnouncing = (norm: string): boolean => isRule(norm) || isBareOriginal(norm)

function blockStarts(lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  if (!line) return false
  if (isRule(line.norm)) {
    for (let next = at + 1; next <= at + 3; next++) if (isHeaderBlock(lines, next, true)) return true
    return false
  }
  return isHeaderBlock(lines, at) || isNotesBlock(lines, at)
}

/** The first line that may be new; asked for once, since every candidate for a wall needs it. */
function firstNewLine(lines: readonly Line[]): number {
  const found = lines.findIndex(
    (line) => line.depth === 0 && !isBlank(line) && line.mark !== 'signature' && !isRule(line.norm),
  )
  return found < 0 ? lines.length : found
}
