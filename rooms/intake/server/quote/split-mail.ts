import { sanitiseHtml } from '../../../../platform/html/sanitise.ts'
import { htmlToText } from '../../../../platform/html/to-text.ts'
import { splitHtml } from './split-html.ts'
import { splitText } from './split-text.ts'

export interface SplitMail {
  text: string
  /** Safe to show; null when the message has no HTML. */
  html: string | null
  quotedText: string
}

export interface MailBody {
  text: string
  html: string | null
  subject: string
}

/** What is new in a message, in both forms, and as text what was cut off. */
export function splitMail(mail: MailBody, fileUrl?: (contentId: string) => string | null): SplitMail {
  const fromText = splitText(mail.text, mail.subject)
  if (mail.html === null) return { ...fromText, html: null }
  const fromHtml = splitHtml(mail.html, mail.subject)
  const html = sanitiseHtml(fromHtml.html, fileUrl ? { fileUrl } : {})
  if (fromHtml.quotedHtml === '') return { ...fromText, html }
  const htmlText = htmlToText(fromHtml.html)
  // HTML marks quotes and signatures by element, so it may see what text alone cannot.
  const knowsMore =
    htmlText !== '' &&
    squeeze(htmlText).length < squeeze(fromText.text).length &&
    squeeze(fromText.text).startsWith(squeeze(htmlText))
  if (!knowsMore) return { ...fromText, html }
  return { text: htmlText, html, quotedText: htmlToText(fromHtml.quotedHtml) }
}

function squeeze(text: string): string {
  return text.replace(/[\s*_>\u00a0-]+/g, '')
}
