import { sanitiseHtml } from '../../../../platform/html/sanitise.ts'
import { htmlToText } from '../../../../platform/html/to-text.ts'
import { splitHtml } from './split-html.ts'
import { splitText } from './split-text.ts'

export interface SplitMail {
  text: string
  /** Safe to show; null when the message has no HTML. */
  html: string | null
  /** What was cut off; null when nothing was. */
  quotedText: string | null
  quotedHtml: string | null
}

export interface MailBody {
  text: string
  html: string | null
  subject: string
}

/** What is new in a message, in both forms, and what was cut off. `fileUrl` says where an inline image is stored. */
export function splitMail(mail: MailBody, fileUrl?: (contentId: string) => string | null): SplitMail {
  const safe = (html: string) => sanitiseHtml(html, fileUrl ? { fileUrl } : {}) || null
  const { text, quotedText } = splitText(mail.text, mail.subject)
  const fromText = { text, quotedText: quotedText || null }
  if (mail.html === null) return { ...fromText, html: null, quotedHtml: null }
  const fromHtml = splitHtml(mail.html, mail.subject)
  const html = safe(fromHtml.html)
  if (fromHtml.quotedHtml === '') return { ...fromText, html, quotedHtml: null }
  const quotedHtml = safe(fromHtml.quotedHtml)
  const htmlText = htmlToText(fromHtml.html)
  // HTML marks quotes and signatures by element, so it may see what text alone cannot.
  const short = squeeze(htmlText)
  const long = squeeze(text)
  const knowsMore = short !== '' && short.length < long.length && long.startsWith(short)
  if (!knowsMore) return { ...fromText, html, quotedHtml }
  return { text: htmlText, html, quotedText: htmlToText(fromHtml.quotedHtml) || null, quotedHtml }
}

function squeeze(text: string): string {
  return text.replace(/[\s*_>\u00a0-]+/g, '')
}
