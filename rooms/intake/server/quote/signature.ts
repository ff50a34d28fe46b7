import { ANY_CLOSING, FORMAL_CLOSING } from './closings.ts'
import { type Author, isContact, isFirstName, isOwnName, ownCardStart } from './contact-block.ts'
import { disclaimerStart } from './disclaimers.ts'
import { isBlank, type Line } from './lines.ts'
import { isRule } from './separators.ts'
import { isSentFrom } from './sign-offs.ts'

/** What mailing lists add below a ruled line. */
const LIST_WORDS = /mailing[ -]?list|listinfo|unsubscribe|mailinglist|abbestellen|désabonner/u

const NAME =
  /^[*_]*(?:\p{Lu}[\p{L}.'’-]*)(?:[ ,]+(?:\p{Lu}[\p{L}.'’-]*|van|von|de|da|der|den|la|di|del|dos|bin|el|al|zu)){0,4}[*_,]*$/u
/** A person or a company in writings without capital letters, with nothing of a sentence. */
const EASTERN_NAME = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・ \u3000()（）]{2,24}$/u
const DASHED_NAME = /^[-~—–]\p{Lu}[\p{L}.'’]+(?: \p{Lu}[\p{L}.'’]+){0,2}$/u

const MAX_SIGNATURE_LINES = 30

/** Index at which the signature of lines[0, end) starts; `end` when there is none. Never the first line of text. */
export function signatureStart(lines: readonly Line[], end: number, author?: Author): number {
  let stop = end
  for (let rounds = 0; rounds < MAX_SIGNATURE_LINES; rounds++) {
    const next = stepBack(lines, trimEnd(lines, stop), author)
    if (next === null || !hasText(lines, next)) break
    stop = trimEnd(lines, next)
  }
  return stop
}

function stepBack(lines: readonly Line[], end: number, author: Author | undefined): number | null {
  const last = lines[end - 1]
  if (!last) return null
  if (last.mark === 'signature') {
    let start = end - 1
    while (start > 0 && (lines[start - 1]?.mark === 'signature' || isBlank(lines[start - 1]))) start--
    return start
  }
  if (last.depth > 0) return null
  if (isSentFrom(last.norm)) return end - 1
  const dashed = last.text.slice(0, 80).trim()
  if (DASHED_NAME.test(dashed) && isBlank(lines[end - 2])) return end - 1
  const named = /^[-~—–]{1,2} ?(\S.*)$/.exec(dashed)?.[1]
  if (named !== undefined && isFirstName(named, author) && !/^[-*•–]/.test(lines[end - 2]?.norm ?? '')) return end - 1
  return (
    delimiterStart(lines, end) ??
    footerStart(lines, end, author) ??
    closingStart(lines, end, author) ??
    ownCardStart(lines, end, author) ??
    disclaimerStart(lines, end)
  )
}

/** RFC 3676 "-- ", and the ways in which it is lost. */
function delimiterStart(lines: readonly Line[], end: number): number | null {
  for (let at = Math.max(end - MAX_SIGNATURE_LINES, 0); at < end; at++) {
    const line = lines[at]
    if (!line || line.depth > 0) continue
    const text = line.text
      .slice(0, 200)
      .trimStart()
      .replace(/[\u00a0\s]+$/, '')
    if (/^(?:--|-- |__|—|–)$/.test(text) || (/^(?:-{3,5}|—{2,6})$/.test(text) && isCard(lines, at + 1, end))) return at
  }
  return null
}

/** A name, and below it at most four short lines that say nothing. */
function isCard(lines: readonly Line[], from: number, end: number): boolean {
  const filled = lines.slice(from, end).filter((line) => !isBlank(line))
  return (
    filled.length > 0 &&
    filled.length <= 5 &&
    startsWithName(lines, from, end) &&
    filled.every((line) => line.norm.length <= 60 && !/[!?:]$/.test(line.norm))
  )
}

/** A few short lines below a ruled line: the words of a list, or a name and how to reach it. A list of addresses is content. */
function footerStart(lines: readonly Line[], end: number, author: Author | undefined): number | null {
  let ofList = false
  // A card with a ruled line above and below.
  const ruledOff = isRule(lines[end - 1]?.norm ?? '')
  for (let at = ruledOff ? end - 2 : end - 1; at >= Math.max(end - 10, 1); at--) {
    const line = lines[at]
    if (!line || line.depth > 0 || line.norm.length > 120) return null
    if (isRule(line.norm) && isOwnName(nextFilled(lines, at + 1, end), author)) return at
    if (isRule(line.norm) && line.norm.length >= 5)
      return ofList || ((ruledOff || startsWithName(lines, at + 1, end)) && hasContact(lines, at + 1, end)) ? at : null
    ofList ||= LIST_WORDS.test(line.norm)
  }
  return null
}

function closingStart(lines: readonly Line[], end: number, author: Author | undefined): number | null {
  let filled = 0
  for (let at = end - 1; at >= Math.max(end - 40, 1) && filled < 16; at--) {
    const line = lines[at]
    if (!isBlank(line)) filled++
    if (!line || line.depth > 0 || line.mark === 'history') return null
    if (line.norm.length >= 60 || !ANY_CLOSING.test(line.norm)) continue
    const formal = FORMAL_CLOSING.test(line.norm)
    if (hasContact(lines, at + 1, end) && (formal || startsWithName(lines, at + 1, end))) return at
    const own = isOwnName(nextFilled(lines, at + 1, end), author)
    if (((formal && startsWithName(lines, at + 1, end)) || own) && hasPost(lines, at + 1, end)) return at
  }
  return null
}

function hasContact(lines: readonly Line[], from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (isContact(lines[at]?.norm ?? '')) return true
  return false
}

function nextFilled(lines: readonly Line[], from: number, end: number): Line | undefined {
  return lines.slice(from, end).find((line) => !isBlank(line))
}

function startsWithName(lines: readonly Line[], from: number, end: number): boolean {
  const text = nextFilled(lines, from, end)?.text.slice(0, 80).trim() ?? ''
  return NAME.test(text) || EASTERN_NAME.test(text)
}

/** A name alone is how one ends a letter; a name with a post or a company below it is a signature. */
function hasPost(lines: readonly Line[], from: number, end: number): boolean {
  const filled = lines.slice(from, end).filter((line) => !isBlank(line))
  if (filled.length < 2 || filled.length > 8) return false
  return filled.every((line) => line.norm.length <= 80 && !/\?$|^p\.? ?s\b/.test(line.norm))
}

function hasText(lines: readonly Line[], end: number): boolean {
  for (let at = 0; at < end; at++) {
    const line = lines[at]
    if (line && !isBlank(line)) return true
  }
  return false
}

export function trimEnd(lines: readonly Line[], end: number): number {
  let stop = end
  while (stop > 0 && isBlank(lines[stop - 1])) stop--
  return stop
}
