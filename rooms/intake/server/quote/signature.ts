import { type Author, isContact, isOwnName, ownCardStart } from './contact-block.ts'
import { disclaimerStart } from './disclaimers.ts'
import { isBlank, type Line } from './lines.ts'
import { isRule } from './separators.ts'
import { SENT_FROM } from './sign-offs.ts'

const oneOf = (words: readonly string[]) => words.join('|')

/** How people end a letter. */
const FORMAL = [
  '(?:kind|best|warm|warmest|many|with (?:kind|best|warm|many)|kindest)? ?regards',
  'best wishes',
  '(?:yours )?(?:sincerely|faithfully|truly)(?: yours)?',
  'respectfully(?: yours)?',
  'many thanks and (?:kind |best )?regards',
  'mit (?:freundlichem|freundlichen|besten|herzlichen|lieben|vielen|kollegialen) (?:gruß|gruss|grüßen|grüssen|grüsse|grüße|gruessen)',
  '(?:freundliche|beste|viele|herzliche|liebe|schöne|sonnige) (?:grüße|grüsse|gruesse)(?: aus \\p{L}+)?',
  '(?:freundlichen|besten|lieben|schönen) gru(?:ß|ss)',
  'mfg',
  'hochachtungsvoll',
  '(?:bien )?cordialement',
  'bien à vous',
  'sincères salutations',
  'salutations(?: distinguées)?',
  '(?:un )?(?:cordial )?saludos?(?: cordiales)?',
  'atentamente',
  'cordiali saluti',
  'distinti saluti',
  'atenciosamente',
  '(?:com os )?(?:melhores )?cumprimentos',
  'met (?:vriendelijke|hartelijke|beste) groet(?:en?)?',
  '(?:vriendelijke|hartelijke) groet(?:en?)?',
  'z poważaniem',
  'z wyrazami szacunku',
  'с уважением',
  'з повагою',
  '(?:med )?venlige? hilsen(?:er)?',
  '(?:med )?vennlige? hilsen(?:er)?',
  '(?:med )?vänliga? hälsning(?:ar)?',
  '(?:ystävällisin )?terveisin',
  's pozdravem',
  'üdvözlettel',
  'cu stimă',
  'saygılarımla',
  '(?:un )?cordiale? saluto?',
  '(?:grazie|cordialmente)? ?(?:e )?(?:cordiali|distinti) saluti',
  'с наилучшими пожеланиями',
  'з найкращими побажаннями',
  'mvg',
  'mvh',
  '敬具',
  'pozdrawiam (?:serdecznie|gorąco|ciepło)',
  '(?:serdecznie|gorąco) pozdrawiam',
  'z (?:serdecznymi |wyrazami )?pozdrowieniami',
  'saludos (?:cordiales|afectuosos|atentos)',
  'un (?:afectuoso|cordial|fuerte|atento) (?:saludo|abrazo)',
  'cordialmente',
  'atte',
  '(?:recevez|veuillez) [^.]{0,60}salutations[^.]{0,30}',
  '(?:med )?(?:bästa|bedste|beste|varme) (?:hälsning(?:ar)?|hilsen(?:er)?|hilsner)',
  'med hilsen',
  'vänligen',
  '(?:parhain|ystävällisin|kiittäen|terveisin)[ ,]*terveisin',
  'ystävällisesti',
  'всего доброго',
  'щиро ваш[аі]?',
]

/** Words that also stand in the middle of a message. */
const LOOSE = [
  'best',
  'cheers',
  'thanks',
  '(?:many )?thanks(?: and (?:kind |best )?regards)?',
  'thank you',
  'lg',
  'vg',
  'att',
  'saluti',
  'groeten',
  'thx',
  'kind wishes',
  'have a (?:nice|good|great|lovely) (?:day|evening|weekend|week)',
  '(?:vielen |besten |herzlichen )?dank(?: und (?:viele|beste|liebe|freundliche) grüße)?',
  'danke(?: und (?:viele|beste|liebe|schöne)? ?grüße)?',
  'gruß',
  'grüße',
  '(?:ich wünsche )?(?:einen )?schönen (?:tag|abend|feierabend)(?: noch)?',
  'merci(?: (?:beaucoup|d.avance|par avance))?',
  '(?:merci et )?(?:très |excellente |une )?(?:bonne|belle) (?:journée|soirée|fin de journée|semaine)',
  'excellente journée',
  '(?:muchas )?gracias(?: y (?:un )?saludos?)?',
  '(?:que tenga un )?buen día',
  '(?:muito )?obrigad[oa]',
  '(?:abraço|abraços)',
  '(?:grazie(?: mille)?)(?: e (?:buona (?:giornata|serata)|saluti))?',
  'buona (?:giornata|serata)',
  '(?:alvast )?bedankt',
  'dank(?: u| je)? wel',
  'dziękuję',
  'dzięki',
  'tak(?: for hjælpen)?',
  'takk(?: for hjelpen)?',
  'tack(?: på förhand)?',
  'kiitos',
  'hilsen',
  'спасибо',
  'дякую',
  'pozdrawiam',
  'hälsningar',
  '此致',
  '谢谢',
  'よろしくお願いします',
]

const ending = (words: readonly string[]) =>
  new RegExp(`^(?:${oneOf(words)})(?: ?[/|&,+-] ?(?:${oneOf(words)}))?[\\s,.!–-]*$`, 'u')
const FORMAL_CLOSING = ending(FORMAL)
const ANY_CLOSING = ending([...FORMAL, ...LOOSE])

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
  if (last.norm.length < 300 && SENT_FROM.test(withoutLinks(last.norm))) return end - 1
  if (DASHED_NAME.test(last.text.slice(0, 80).trim()) && isBlank(lines[end - 2])) return end - 1
  return (
    delimiterStart(lines, end) ??
    footerStart(lines, end, author) ??
    closingStart(lines, end) ??
    ownCardStart(lines, end, author) ??
    disclaimerStart(lines, end)
  )
}

const withoutLinks = (norm: string) =>
  norm.replace(/\(\s?https?:[^()\s]{1,200}\s?\)|<https?:[^<>\s]{1,200}>/g, '').trim()

/** RFC 3676 "-- ", and the ways in which it is lost. */
function delimiterStart(lines: readonly Line[], end: number): number | null {
  for (let at = Math.max(end - MAX_SIGNATURE_LINES, 0); at < end; at++) {
    const line = lines[at]
    if (
      line &&
      line.depth === 0 &&
      /^(?:--|-- |__|—|–)$/.test(
        line.text
          .slice(0, 200)
          .trimStart()
          .replace(/[\u00a0\s]+$/, ''),
      )
    )
      return at
  }
  return null
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

function closingStart(lines: readonly Line[], end: number): number | null {
  for (let at = end - 1; at >= Math.max(end - 16, 1); at--) {
    const line = lines[at]
    if (!line || line.depth > 0 || line.mark === 'history') return null
    if (line.norm.length >= 60 || !ANY_CLOSING.test(line.norm)) continue
    const formal = FORMAL_CLOSING.test(line.norm)
    if (hasContact(lines, at + 1, end) && (formal || startsWithName(lines, at + 1, end))) return at
    if (formal && isNameAndRole(lines, at + 1, end)) return at
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
function isNameAndRole(lines: readonly Line[], from: number, end: number): boolean {
  const filled = lines.slice(from, end).filter((line) => !isBlank(line))
  if (filled.length < 2 || filled.length > 8 || !startsWithName(lines, from, end)) return false
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
