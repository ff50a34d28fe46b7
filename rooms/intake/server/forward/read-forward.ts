import { shallow } from '../../../../platform/html/shallow.ts'
import { parseMail } from '../parse/parse-mail.ts'
import type { MailAddress, MailAttachment, ParsedMail } from '../parse/parsed-mail.ts'
import { htmlLines } from '../quote/html-lines.ts'
import { rawLines } from '../quote/lines.ts'
import { isForwardSubject } from '../quote/separators.ts'
import { findForward, unquoted } from './find-forward.ts'

export interface ForwardedMail {
  /** What the person who forwarded it wrote above. */
  own: { text: string; html: string | null }
  from: MailAddress
  to: MailAddress[]
  cc: MailAddress[]
  subject: string
  sentAt: Date | null
  messageId: string | null
  text: string
  html: string | null
  /** Files of a message that was attached whole; null when the forwarded text stands in the mail itself. */
  attachments: readonly MailAttachment[] | null
}

/** The one message that a mail passes on, in its text or attached whole; null when it passes on none, or several. */
export function readForward(mail: ParsedMail): ForwardedMail | null {
  // An answer to somebody who passed something on is an answer.
  if ((mail.inReplyTo.length > 0 || mail.references.length > 0) && !isForwardSubject(mail.subject)) return null
  return attachedMessage(mail) ?? messageInText(mail)
}

function attachedMessage(mail: ParsedMail): ForwardedMail | null {
  const messages = mail.attachments.filter((file) => file.type === 'message/rfc822')
  const others = mail.attachments.filter((file) => file.type !== 'message/rfc822' && !file.inline)
  const [only] = messages
  if (!only || messages.length > 1 || (others.length > 0 && !isForwardSubject(mail.subject))) return null
  const inner = parseMail(only.content)
  if (!inner.from?.address.includes('@')) return null
  const { from, to, cc, subject, date: sentAt, messageId, text, html, attachments } = inner
  return {
    own: { text: mail.text, html: mail.html },
    from,
    to,
    cc,
    subject,
    sentAt,
    messageId,
    text,
    html,
    attachments,
  }
}

function messageInText(mail: ParsedMail): ForwardedMail | null {
  const lines = rawLines(mail.text)
  const found = findForward(lines, mail.subject)
  if (!found) return null
  const body = lines.slice(found.head.end)
  const inHtml = mail.html === null ? null : splitForwardedHtml(mail.html, mail.subject)
  const { from, to, cc, subject, sentAt } = found.head
  return {
    own: { text: lines.slice(0, found.start).join('\n').trim(), html: inHtml?.own ?? null },
    from,
    to,
    cc,
    subject,
    sentAt,
    messageId: null,
    text: (found.quoted ? body.map(unquoted) : body).join('\n').trim(),
    html: inHtml?.body ?? null,
    attachments: null,
  }
}

const MAX_HTML_CHARS = 4 * 1024 * 1024

/** Tags may be left open: whoever makes it safe to show closes them. */
function splitForwardedHtml(all: string, subject: string): { own: string; body: string } | null {
  const html = shallow(all.slice(0, MAX_HTML_CHARS))
  const lines = htmlLines(html)
  const found = findForward(
    lines.map((line) => line.text),
    subject,
  )
  if (!found) return null
  const offset = (line: number) => (line <= 0 ? 0 : (lines[line - 1]?.end ?? html.length))
  const body = html.slice(offset(found.head.end)).replace(/^(?:\s*<\/[a-z0-9:]{1,20}>|\s*<br\s*\/?>)+/i, '')
  return { own: html.slice(0, offset(found.start)), body }
}
