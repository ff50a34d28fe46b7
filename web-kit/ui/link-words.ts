export type Piece = string | { text: string; href: string }

const LINKS = new RegExp(
  [
    String.raw`(?<url>\b(?:https?:\/\/|www\.)[^\s<>"'\u00a0]{1,2000})`,
    String.raw`(?<mail>\b[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}\b)`,
    String.raw`(?<ticket>(?<![\w&#/])#\d{1,9}\b(?![\w-]))`,
    // Only what is dialled from anywhere: a country code, or an area code with its zero.
    String.raw`(?<phone>(?<![\w.,:/#-])(?:\+|00|0)[1-9](?:[ ()/.-]{0,2}\d){6,14}(?![\w-]))`,
  ].join('|'),
  'gi',
)

/** Cuts words into pieces: addresses, mail addresses, phone numbers and ticket numbers become links, the rest stays. */
export function linkWords(text: string, ticketHref?: (number: number) => string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of text.matchAll(LINKS)) {
    const found = hrefOf(match.groups ?? {}, ticketHref)
    if (!found) continue
    if (match.index > at) pieces.push(text.slice(at, match.index))
    pieces.push(found)
    at = match.index + found.text.length
  }
  if (at < text.length) pieces.push(text.slice(at))
  return pieces
}

function hrefOf(
  { url, mail, ticket, phone }: Record<string, string | undefined>,
  ticketHref?: (number: number) => string,
): { text: string; href: string } | undefined {
  if (url) {
    // A full stop behind an address belongs to the sentence, a bracket to whoever opened it.
    let words = url.replace(/[.,;:!?*_]+$/, '')
    while (/[)\]}]$/.test(words) && !balanced(words)) words = words.slice(0, -1).replace(/[.,;:!?]+$/, '')
    const href = /^www\./i.test(words) ? `https://${words}` : words
    return URL.canParse(href) ? { text: words, href } : undefined
  }
  if (mail) return { text: mail, href: `mailto:${mail}` }
  if (ticket) return ticketHref ? { text: ticket, href: ticketHref(Number(ticket.slice(1))) } : undefined
  if (phone) return { text: phone, href: `tel:${phone.replace(/[^\d+]/g, '')}` }
  return undefined
}

const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }

function balanced(words: string): boolean {
  const close = words.at(-1) ?? ''
  return words.split(pairs[close] ?? '').length > words.split(close).length - 1
}
