import { isBlank, type Line } from './lines.ts'

export interface Author {
  name: string | null
  address: string
}

const MOST_LINES = 10

/** How to reach somebody: a number, an address, a company's legal form. */
export const CONTACT =
  /(?:\+\d[\d ()/.-]{6,}|\b(?:tel|telefon|telefone|téléphone|phone|fon|mobil|mobile|fax|cell|gsm|tél|teléfono|telefono|móvil|cellulare|portable|tlf|puh|sími|office|direct|durchwahl|hrb|ust-id|ust\.-id|amtsgericht|geschäftsführer|managing director|vat)\b\s*\.?\s*[:.]|(?<![\p{L}\d])(?:тел|моб|电话|電話|手机|手機|地址|邮箱|tel|fax)\s*[.:]|\b(?:t|m|p|tlf|puh|tel)[.:]? \(?\+?\d[\d ()-]{5,}|\(?0\d{1,5}\)?[ /-]\d[\d -]{4,}|\(\d{2,3}\) ?\d{4,5}-\d{4}|\bwww\.[a-z0-9-]+\.|https?:\/\/|[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}|\b(?:gmbh|ltd|inc|llc|s\.r\.l|s\.p\.a|sarl|b\.v|sp\. z o\.o|a\.g)\b)/iu
/** A line that is a telephone number, with at most a word before it. */
const NUMBER = /^\p{L}{0,12}[.: ]{0,3}\(?\+?\d[\d ()/.-]{5,}\d$/u

export const isContact = (norm: string): boolean => CONTACT.test(norm) || (norm.length < 40 && NUMBER.test(norm))

/**
 * Somebody's card below what they wrote, with no closing that would announce it. Only the sender's own: the card of somebody
 * else may be what the message is about.
 */
export function ownCardStart(lines: readonly Line[], end: number, author: Author | undefined): number | null {
  if (!author) return null
  const tokens = tokensOf(author.name)
  // Their address alone, where no name is found above it.
  let found: number | null = null
  for (let at = end - 1; at >= Math.max(end - MOST_LINES, 1); at--) {
    const line = lines[at]
    if (!line || line.depth > 0 || line.norm.length > 120) return found
    if (isBlank(line)) continue
    const above = lines[at - 1]
    if (!isBlank(above) && above?.mark !== 'signature') continue
    if (introduced(lines, at)) return found
    if (line.norm === author.address.toLowerCase() && at === end - 1) found = at
    if (!isNameLine(line.norm, tokens)) continue
    const below = lines.slice(at + 1, end).filter((one) => !isBlank(one))
    if (isContact(line.norm) || below.some((one) => isContact(one.norm))) return at
    return below.length > 0 && below.length <= 5 && below.every(isPost) ? at : found
  }
  return found
}

/** A post, a company, a street: short, and nothing that a person says. */
function isPost(line: Line): boolean {
  return line.norm.length <= 60 && !/[.!?:]$|^p\.? ?s\b|[^.] [–-] /.test(line.norm) && line.norm.split(' ').length <= 7
}

/** "My number is:" and the card below it belong together. */
function introduced(lines: readonly Line[], at: number): boolean {
  let above = at - 1
  while (above > 0 && isBlank(lines[above])) above--
  return /[:,]$/.test(lines[above]?.norm ?? '')
}

function tokensOf(name: string | null): string[] {
  const letters = (name ?? '').toLowerCase().replace(/["'()[\],]/g, ' ')
  return letters
    .split(/\s+/)
    .filter((token) => token.length > 1 || /\p{Script=Han}/u.test(token))
    .slice(0, 6)
}

/** Whether the line is the sender's name in full. */
export function isOwnName(line: Line | undefined, author: Author | undefined): boolean {
  return line !== undefined && author !== undefined && isNameLine(line.norm, tokensOf(author.name))
}

/** Whether it is one of the sender's names, alone or with the others. */
export function isFirstName(text: string, author: Author | undefined): boolean {
  const tokens = tokensOf(author?.name ?? null)
  const words = text.toLowerCase().split(/\s+/)
  return words.length <= 3 && words.every((word) => tokens.includes(word.replace(/[.,!*_]/g, '')))
}

/** "Sam Lee", "Dr. Sam Lee | Estates": the sender's names, and little else before a mark of division. */
function isNameLine(norm: string, tokens: readonly string[]): boolean {
  if (tokens.length === 0) return false
  const head = norm.split(/ [|·•/-] |[|,;(<]/)[0] ?? ''
  const words = head.split(/\s+/).filter(Boolean)
  const said = words.filter((word) => tokens.includes(word.replace(/[.*_]/g, ''))).length
  return said >= Math.min(2, tokens.length) && words.length <= said + 3
}
