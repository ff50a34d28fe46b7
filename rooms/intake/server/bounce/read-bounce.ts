import type { DeliveryReport, ParsedMail } from '../parse/parsed-mail.ts'
import { statusInWords } from './status-in-words.ts'

export interface ReadBounce {
  /** Message-IDs of the mail it may be about, the surest first. */
  about: string[]
  /** Who did not get it, and why; empty when nothing has failed for good, as in a notice that it takes longer. */
  failures: DeliveryReport[]
}

/** Mail systems that write no report of RFC 3464 say it in the subject. */
const SUBJECTS =
  /undeliver|undelivered|not delivered|non[- ]?deliver|delivery (?:status|failure|failed|error|report|problem|has failed)|delivery of your message|mail delivery|mail system error|returned mail|returned to sender|failure notice|failed delivery|mail failure|message (?:could not|status)|unzustellbar|nicht zustellbar|nicht zugestellt|zustellung|non remis|non distribu|échec de la remise|no se puede entregar|no entregado|devuelto|mancato recapito|non recapitabile|niet bezorgd|onbestelbaar|não (?:foi )?entregue|não entregável|недоставлен|не доставлено|niedostarczon|无法送达|退信|配信不能|配信できません/iu

/** Their first words, for those that leave even the subject to the reader. */
const OPENINGS =
  /this is the (?:qmail-send program|mail (?:system|delivery agent))|this message was created automatically by mail delivery software|did not reach the following recipient|the following (?:addresses had|address(?:es)? failed|recipient)|delivery to the following recipients? failed|could not be delivered to|your message (?:wasn['’]t|was not|to .{1,200} couldn['’]t be) delivered/i

/** It takes longer: the sender's system tries on. */
const DELAYED = /\bdelay(?:ed)?\b|verzögert|retard|will (?:keep|continue) trying|warning: could not send/i

const MAX_TEXT = 64 * 1024

/** What a mail system says about a mail that did not arrive: by RFC 3464, or in words; null when it says no such thing. */
export function readBounce(mail: ParsedMail): ReadBounce | null {
  if (!mail.nature.bounce) return null
  const text = mail.text.slice(0, MAX_TEXT)
  const failedFor = (mail.headers.get('x-failed-recipients') ?? []).join(',')
  const isReport = mail.reports.length > 0 || mail.reportedMessageId !== null
  if (!isReport && failedFor === '' && !SUBJECTS.test(mail.subject) && !OPENINGS.test(text.slice(0, 4000))) return null
  const about = [mail.reportedMessageId ?? [], idsInText(text), mail.inReplyTo, mail.references].flat()
  return { about: [...new Set(about)].slice(0, 50), failures: failuresIn(mail, text, failedFor) }
}

function failuresIn(mail: ParsedMail, text: string, failedFor: string): DeliveryReport[] {
  if (mail.reports.length > 0) {
    const failed = mail.reports.filter((report) => report.action === 'failed' || report.status.startsWith('5'))
    // "5.0.0" says only that it failed; the words beside it often say why.
    return failed.map((report) =>
      /^(?:5\.0\.0)?$/.test(report.status)
        ? { ...report, status: statusInWords(report.diagnostic) || report.status }
        : report,
    )
  }
  const said = ownWords(text)
  const diagnostic = reasonIn(said)
  const status = /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(diagnostic)?.[1] ?? statusInWords(`${diagnostic} ${said}`)
  if (status.startsWith('4') || (status === '' && DELAYED.test(`${mail.subject} ${said.slice(0, 2000)}`))) return []
  const recipients = addressesIn(failedFor)
  const failure = { action: 'failed', status, diagnostic }
  return (recipients.length > 0 ? recipients : ['']).map((recipient) => ({ ...failure, recipient }))
}

/** What stands above the copy of the mail that came back. */
function ownWords(text: string): string {
  const copy =
    /^(?:[-=_ ]{2,}\s*(?:below this line|this is a copy|original message|forwarded message|header of|the body of|transcript of|ursprüngliche|copie)|return-path:|received:\s*(?:from|by)\b)/im.exec(
      text,
    )
  return text.slice(0, copy?.index ?? text.length)
}

/** The line on which a server's own answer stands, and what it says on the next. */
function reasonIn(text: string): string {
  const found =
    /^.*\b[45]\d\d[ -]+(?:#?[45]\.\d{1,3}\.\d{1,3}\b)?.{0,300}$/m.exec(text) ??
    /^.*#?\b[45]\.\d{1,3}\.\d{1,3}\b.{0,300}$/m.exec(text)
  return (found?.[0] ?? '').trim().slice(0, 500)
}

/** Message-ID fields in a copy of the mail that stands in the text. */
function idsInText(text: string): string[] {
  return [...text.matchAll(/^[> \t]*message-id:\s*<([^<>\s]{3,990})>/gim)].map((match) => match[1] ?? '').slice(0, 5)
}

export function addressesIn(text: string): string[] {
  const found = text.match(/[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g) ?? []
  return [...new Set(found.map((address) => address.toLowerCase()))].slice(0, 100)
}
