import { isBlank, type Line } from './lines.ts'

/** What phones and mail programs add below a message. */
const SENT_FROM = new RegExp(
  `^[\\[(*_~ ]*(?:${[
    'sent (?:from|via|with|using|by) (?:my |the |a )?(?!me\\b|him|her|us|them).{2,70}',
    'get outlook for (?:ios|android|mac).{0,60}',
    'get (?:bluemail|yahoo mail|the yahoo mail).{0,60}',
    'download (?:proton ?mail|outlook).{0,60}',
    'this (?:message|email|e-mail) was sent from (?:my|an?) .{2,60}',
    'please excuse (?:my |the |any )?(?:brevity|typos|terseness).{0,80}',
    '(?:von|mit) mein(?:em|er) .{2,40} (?:gesendet|geschickt|verschickt|versendet|geschrieben)',
    'gesendet (?:von|mit|über|aus|via) (?!mir).{2,80}',
    '(?:holen sie sich|laden sie) outlook für .{2,40}',
    'outlook für (?:ios|android|mac).{0,40}(?:beziehen|herunterladen|laden)',
    'diese (?:nachricht|e-mail|mail) wurde (?:von|mit) .{2,80} (?:gesendet|verschickt|versendet)',
    'envoy[ée]e? (?:de|depuis|à partir|avec|par|via) .{2,80}',
    '(?:obtenez|obtenir|télécharger|téléchargez) outlook pour .{2,40}',
    'enviado (?:desde|do|da|de|con|a partir|por|via|pelo) .{2,80}',
    '(?:obtener|obtén|obtenga|descargar|obter|obtenha) (?:o )?outlook para .{2,40}',
    'inviato (?:da|dal|con|tramite) .{2,80}',
    '(?:ottieni|scarica|ottenere) outlook per .{2,40}',
    '(?:verzonden|verstuurd|gestuurd) (?:vanaf|vanuit|met|via|van) .{2,80}',
    '(?:download|verkrijg) outlook voor .{2,40}',
    '(?:wysłan[eoay]|wysłano) (?:z|ze|za pomocą|przy użyciu|z programu) .{2,80}',
    '(?:pobierz|uzyskaj) .{0,20}outlook .{2,40}',
    '(?:отправлено|послано) (?:с|из|через|со) .{2,80}',
    '(?:надіслано|відправлено) (?:з|із|через) .{2,80}',
    'sendt fra .{2,60}',
    'hent outlook (?:til|for) .{2,40}',
    '(?:skickat|skickad|sänt) (?:från|via|med) .{2,60}',
    '(?:hämta|skaffa) outlook för .{2,40}',
    'lähetetty .{2,60}(?:sta|stä|lla|llä|lta|ltä|palvelusta|sovelluksesta)',
    '(?:hanki|lataa) outlook .{2,40}',
    '(?:odesláno|odoslané) (?:z|ze|zo|pomocí|aplikací) .{2,60}',
    'trimis (?:de pe|din|cu) .{2,60}',
    'elküldve .{2,60}',
    '.{2,40}(?:umdan|ımdan|imden|dan) gönderildi',
    'στάλθηκε από .{2,60}',
    '(?:发自|來自|来自|從|从|寄自|发送自)\\s?.{0,6}(?:我的|我)?.{1,40}',
    '.{1,40}(?:から送信|より送信)(?:されました)?',
    '.{0,6}(?:나의|내) .{1,30}에서 보냄',
    'virus-free\\. www\\..{2,40}',
    'yahoo mail(?::| for | auf ).{2,60}',
    'outlook (?:for|für|pour|para|per|voor) (?:ios|android).{0,60}',
  ].join('|')})[\\])*_~. ]*(?:<[^>]{1,200}>)?[\\])*_~. ]*$`,
  'u',
)

/** How people end a letter. Only with contact details below it does the rest count as a signature. */
const CLOSING =
  /^(?:(?:kind|best|warm|warmest|many|with (?:kind|best)|kindest)?\s*regards|best(?: wishes)?|(?:yours )?(?:sincerely|faithfully|truly)(?: yours)?|cheers|(?:many )?thanks(?: and (?:kind |best )?regards)?|thank you|mit (?:freundlichem|freundlichen|besten|herzlichen|lieben|vielen|kollegialen) (?:gruß|gruss|grüßen|grüssen|grüsse|grüße)|(?:freundliche|beste|viele|herzliche|liebe|schöne|sonnige) (?:grüße|grüsse|gruesse)(?: aus \p{L}+)?|(?:freundlichen|besten|lieben|schönen) gru(?:ß|ss)|mfg|hochachtungsvoll|lg|vg|cordialement|bien cordialement|bien à vous|sincères salutations|salutations(?: distinguées)?|(?:un )?(?:cordial )?saludos?(?: cordiales)?|atentamente|un cordial saludo|cordiali saluti|distinti saluti|saluti|atenciosamente|cumprimentos|com os melhores cumprimentos|att|met vriendelijke groeten?|vriendelijke groeten?|groeten|mvg|z poważaniem|pozdrawiam|z wyrazami szacunku|с уважением|з повагою|med venlig hilsen|venlig hilsen|mvh|med vennlig hilsen|vennlig hilsen|med vänliga hälsningar|vänliga hälsningar|hälsningar|ystävällisin terveisin|terveisin|s pozdravem|üdvözlettel|cu stimă|saygılarımla|此致|谢谢|よろしくお願いします)[\s,.!–-]*$/u

const CONTACT =
  /(?:\+\d[\d ()/.-]{6,}|\b(?:tel|telefon|phone|fon|mobil|mobile|fax|cell|gsm|tél|teléfono|telefono|тел|office|direct|hrb|ust-id|ust\.-id|amtsgericht|geschäftsführer|managing director|vat)\b\s*\.?\s*[:.]|\(?0\d{2,5}\)?[ /-]\d[\d -]{4,}|\bwww\.[a-z0-9-]+\.|https?:\/\/|[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}|\b(?:gmbh|ltd|inc|llc|s\.r\.l|s\.p\.a|sarl|b\.v|sp\. z o\.o|a\.g)\b)/iu

const MAX_SIGNATURE_LINES = 30

/** Index at which the signature of lines[0, end) starts; `end` when there is none. Never the first line of text. */
export function signatureStart(lines: readonly Line[], end: number): number {
  let stop = end
  for (let rounds = 0; rounds < 4; rounds++) {
    const next = stepBack(lines, trimEnd(lines, stop))
    if (next === null || !hasText(lines, next)) break
    stop = trimEnd(lines, next)
  }
  return stop
}

function stepBack(lines: readonly Line[], end: number): number | null {
  const last = lines[end - 1]
  if (!last) return null
  if (last.mark === 'signature') {
    let start = end - 1
    while (start > 0 && (lines[start - 1]?.mark === 'signature' || isBlank(lines[start - 1]))) start--
    return start
  }
  if (last.depth === 0 && last.norm.length < 160 && SENT_FROM.test(last.norm)) return end - 1
  const from = Math.max(end - MAX_SIGNATURE_LINES, 0)
  for (let at = from; at < end; at++) {
    const line = lines[at]
    if (line && line.depth === 0 && /^(?:--|-- |__|—|–)$/.test(line.text.trimStart().replace(/[\u00a0\s]+$/, '')))
      return at
  }
  for (let at = end - 1; at >= Math.max(end - 16, 1); at--) {
    const line = lines[at]
    if (!line || line.depth > 0 || line.mark === 'history') return null
    if (line.norm.length < 60 && CLOSING.test(line.norm) && hasContact(lines, at + 1, end)) return at
  }
  return null
}

function hasContact(lines: readonly Line[], from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (CONTACT.test(lines[at]?.norm ?? '')) return true
  return false
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
