import { isBlank, type Line } from './lines.ts'
import { isRule } from './separators.ts'

/**
 * What companies put below every mail. A paragraph of it names the secret and, besides, whom it is for or what to do when it
 * went astray; either alone is something a person says.
 */
const SECRET =
  /confidential|privileged|vertraulich|confidentiel|confidencial|riservat[aei]|confidenzial|vertrouwelijk|poufn[aey]|konfidenti|fortrolig|luottamuksel|конфиденциал|конфіденційн|důvěrn|bizalmas|gizli|保密|机密|機密|秘密/giu
const ASTRAY =
  /intended|addressee|recipient|in error|disclos|dissemin|notify the sender|bestimmt|empfänger|irrtümlich|adressat|destinat[aáà]|destinés?\b|par erreur|por error|por engano|per errore|geadresseerd|bestemd|ten onrechte|adresat|omyłkow|avsedd|mottagare|av misstag|modtager|mottaker|ved en fejl|ved en feil|vastaanottaj|erehdy|получател|адресат|ошибочн|по ошибке|одержувач|помилков|příjemc|címzett|alıcı|收件人|误|誤|受信者/giu
/** What it is about, where it names no secret. */
const THIS_MAIL =
  /\bth(?:is|e) (?:e-?mail|message|communication|transmission)|\bdiese[rs]? (?:e-?mail|nachricht|mail)|\bce(?:t|tte)? (?:e-?mail|message|courriel|communication)|\beste (?:mensaje|correo|e-?mail)|\besta (?:mensagem|comunicaci)|\bquest[ao] (?:messaggio|e-?mail|comunicazione)|\bdit (?:e-?mail)?bericht|\bdeze e-?mail|\b(?:ta|niniejsza) wiadomość|\bdet(?:te|ta) (?:e-?mail|meddelande|mejl)|\bdenne (?:e-?mail|e-?post|mail|melding)|\btämä (?:sähköposti)?viesti|(?:это|данное|настоящее) (?:электронное )?(?:сообщение|письмо)|(?:це|цей) (?:повідомлення|лист)|本(?:邮件|郵件|メール)|このメール/u
/** "Please consider the environment before printing." */
const TREES =
  /^\W*(?:please )?(?:consider|think (?:of|about)) the environment|^\W*(?:bitte )?(?:denken sie an|schonen sie|prüfen sie).{0,30}(?:umwelt|mail wirklich ausgedruckt)|^\W*(?:pensez à|préservons) l.?environnement|^\W*antes de imprimir|^\W*prima di stampare|^\W*denk aan het milieu|^\W*tänk på miljön|^\W*tænk på miljøet/u

/** "This e-mail has been scanned for viruses by …", as mail filters put below what they let through. */
const SCANNED =
  /^\W*(?:this (?:e-?mail|message)(?: and any (?:attachments?|files?)[^.]{0,40})? (?:has been|was|is) (?:scanned|checked|swept|filtered)\b|diese (?:e-?mail|nachricht|mail) wurde (?:[^.]{0,40} )?auf viren|(?:ce|cet) (?:e-?mail|message|courriel) a été (?:analysé|vérifié|scanné)|este (?:mensaje|correo|e-?mail) (?:ha sido|fue) (?:analizado|escaneado|revisado)|questa? (?:e-?mail|messaggio) è stat[ao] (?:controllat|scansionat|verificat)|esta? (?:mensagem|e-?mail) foi (?:verificad|analisad)|deze e-?mail is (?:gescand|gecontroleerd))/u
/** What stands over small print. */
const HEADING =
  /^\W*(?:e-?mail )?(?:disclaimer|confidentiality(?: notice| note)?|legal notice|haftungsausschluss|vertraulichkeitshinweis|hinweis|avis de confidentialité|aviso (?:legal|de confidencialidad(?:e)?)|informativa (?:sulla )?privacy|avvertenza|klauzula poufności|ansvarsfraskrivelse)\W*$/u

const MAX_LINES = 30

/** Where the paragraph of small print that ends at `end` starts, with its heading and the lines that rule it off; null when it is none. */
export function disclaimerStart(lines: readonly Line[], end: number): number | null {
  let bottom = end
  while (bottom > 0 && (isRule(lines[bottom - 1]?.norm ?? '') || (bottom < end && isBlank(lines[bottom - 1])))) bottom--
  const start = paragraphStart(lines, bottom)
  if (start === null) return null
  let top = start
  while (top > 1 && (isBlank(lines[top - 1]) || isOver(lines[top - 1]?.norm ?? ''))) top--
  return top
}

const isOver = (norm: string): boolean => isRule(norm) || HEADING.test(norm)

function paragraphStart(lines: readonly Line[], end: number): number | null {
  let start = end
  let words = ''
  while (start > 0 && end - start < MAX_LINES) {
    const line = lines[start - 1]
    if (!line || isBlank(line) || isOver(line.norm) || line.depth > 0 || line.mark === 'history') break
    words = `${line.norm} ${words}`
    start--
  }
  if (start === end || start === 0) return null
  if (words.length < 160 && TREES.test(words)) return start
  if (words.length < 60) return null
  if (SCANNED.test(words)) return start
  const kinds = (pattern: RegExp) => new Set(words.slice(0, 3000).match(pattern)).size
  // Eastern scripts say in sixty letters what takes others two hundred.
  const long = words.length >= 120 || /[\u3040-\u9fff]/.test(words)
  if (!long) return null
  const astray = kinds(ASTRAY)
  return (astray >= 2 && kinds(SECRET) >= 1) || (astray >= 3 && THIS_MAIL.test(words)) ? start : null
}
