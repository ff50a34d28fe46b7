import { QUOTE_LANGUAGES } from './languages.ts'

const ORIGINAL = new Set(QUOTE_LANGUAGES.flatMap((row) => row.original ?? []))
const FORWARDED = new Set(QUOTE_LANGUAGES.flatMap((row) => row.forwarded ?? []))

/** Subjects of forwarded mail, in the clients' languages. */
const FORWARD_SUBJECT =
  /^\s*(?:\[[^\]]{1,40}\]\s*)?(?:fwd?|fw|wg|tr|rv|enc|i|vs|doorst|pd|przek|vb|vl|fs|videresendt|vidarebefordrat|inoltro|转发|轉寄|转|転送|전달|переслано|пересл|továbbítás|προώθ|ilet|ilt)\s*(?:\[\d+\])?\s*[:：]/iu

/** "VS:" is a forward in Danish and Norwegian and an answer in Finnish, which the head of the old message tells. */
const AMBIGUOUS = /^\s*vs\s*[:：]/i
const FINNISH_HEAD = /^[-_* ]*(?:lähettäjä|lähetetty|alkuperäinen viesti)/

export function isForwardSubject(subject: string, head = ''): boolean {
  const start = subject.slice(0, 200)
  return FORWARD_SUBJECT.test(start) && !(AMBIGUOUS.test(start) && FINNISH_HEAD.test(head))
}

/** Subjects of answers, in the clients' languages. */
export function isAnswerSubject(subject: string): boolean {
  return /^\s*(?:re|aw|sv|antw|odp|ref|res|ynt|rép|回复|答复|返信|r)\s*(?:\[\d+\])?\s*[:：]/iu.test(
    subject.slice(0, 200),
  )
}

/** What a line such as "-----Original Message-----" announces. */
export function separatorKind(norm: string): 'original' | 'forwarded' | null {
  if (norm.length > 120 || norm.length < 5) return null
  const dashed = /^[-_=*~#\s>]{2,}\s*(.*?)\s*[-_=*~#\s]*$/.exec(norm)
  const label = (dashed?.[1] ?? norm).replace(/^[*_"' ]+|[*_"': ]+$/g, '')
  if (dashed && /[-_=*~#]{2}$/.test(norm) && ORIGINAL.has(label)) return 'original'
  if (dashed && ORIGINAL.has(label) && /^[-_=]{4,}/.test(norm)) return 'original'
  if (FORWARDED.has(label) && (dashed || norm.endsWith(':'))) return 'forwarded'
  if (dashed && /^forwarded by .{3,100} on \S*\d/.test(label)) return 'forwarded'
  return null
}

/** "Original Message" with nothing around it, as phones set it above a head. One word such as "Reply" may be all of an answer. */
export function isBareOriginal(norm: string): boolean {
  const label = norm.length < 40 ? norm.replace(/^[*_ ]+|[*_: ]+$/g, '') : ''
  return label.includes(' ') && ORIGINAL.has(label)
}

const REPLY_ABOVE =
  /^[-#=*~\s]*(?:please )?(?:type|write|enter|add|reply|respond)[^.]{0,40}\babove this line\b|(?:bitte )?(?:antworten sie|antwort|ihre antwort)[^.]{0,40}(?:oberhalb|über) dieser (?:zeile|linie)|r[ée]pondez au[- ]dessus de cette ligne|escriba (?:su respuesta )?(?:por )?encima de esta l[íi]nea/

/** GroupWise heads the quoted message with ">>> Erika Koch 03.03.2026 10:00 >>>". */
export function isGroupwiseHead(text: string): boolean {
  return (
    text.startsWith('>>> ') &&
    text.length < 200 &&
    /^>>> [^>]+(?:<[^<>]+> ?)?[^>]*\d{1,2}[:.]\d{2}[^>]*>>>\s*$/.test(text)
  )
}

/** The line under which a ticket system puts its own text. */
export function isReplyAbove(norm: string): boolean {
  return norm.length < 160 && /lin|zeile|lign|lín/.test(norm) && REPLY_ABOVE.test(norm)
}

/** A ruled line, as Outlook sets before the head of a quoted message. */
export function isRule(norm: string): boolean {
  return norm.length >= 3 && /^[-_=*·. ]+$/.test(norm) && /[-_=*]{3}/.test(norm)
}
