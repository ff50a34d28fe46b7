import { sanitiseHtml } from '../../../../platform/html/sanitise.ts'
import { htmlToText } from '../../../../platform/html/to-text.ts'
import { linesThatSay, squeeze } from './agree.ts'
import type { Author } from './contact-block.ts'
import { cutHtml, splitHtml } from './split-html.ts'
import { type SplitText, splitText } from './split-text.ts'

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
  /** Whose card below it is a signature. */
  from?: Author | null
}

/**
 * What is new in a message, in both forms, and what was cut off. Each form knows marks that the other has not, so where one
 * sees an end that the other missed, both end there. `fileUrl` says where an inline image is stored.
 */
export function splitMail(mail: MailBody, fileUrl?: (contentId: string) => string | null): SplitMail {
  const safe = (html: string) => sanitiseHtml(html, fileUrl ? { fileUrl } : {}) || null
  const author = mail.from ?? undefined
  const byText = splitText(mail.text, mail.subject, author)
  if (mail.html === null)
    return { text: byText.text, quotedText: byText.quotedText || null, html: null, quotedHtml: null }
  const byHtml = splitHtml(mail.html, mail.subject, author)
  // Nothing to agree on.
  if (byText.quotedText === '' && byHtml.quotedHtml === '')
    return { text: byText.text, quotedText: null, html: safe(byHtml.html), quotedHtml: null }
  const shown = htmlToText(byHtml.html)
  const [inText, inHtml] = [squeeze(byText.text), squeeze(shown)]
  if (byHtml.quotedHtml !== '' && inHtml !== '' && inText.length > inHtml.length && inText.startsWith(inHtml)) {
    const words = cutText(mail.text, inHtml) ?? { text: shown, quotedText: htmlToText(byHtml.quotedHtml) }
    return {
      text: words.text,
      quotedText: words.quotedText || null,
      html: safe(byHtml.html),
      quotedHtml: safe(byHtml.quotedHtml),
    }
  }
  const further = byText.quotedText !== '' && inHtml.length > inText.length && inHtml.startsWith(inText)
  const html = (further ? cutHtml(mail.html, inText) : null) ?? byHtml
  return {
    text: byText.text,
    quotedText: byText.quotedText || null,
    html: safe(html.html),
    quotedHtml: html.quotedHtml === '' ? null : safe(html.quotedHtml),
  }
}

function cutText(text: string, wanted: string): SplitText | null {
  const lines = text.split('\n')
  const end = linesThatSay(lines, wanted)
  if (end === null) return null
  return { text: lines.slice(0, end).join('\n').trim(), quotedText: lines.slice(end).join('\n').trim() }
}
