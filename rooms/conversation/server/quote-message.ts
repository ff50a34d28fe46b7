import { escapeHtml, textToHtml } from '../../../platform/html/index.ts'
import type { LastWords } from './mail-context.ts'
import { momentIn } from './mail-dates.ts'

const wrote: Record<string, (date: string, name: string) => string> = {
  en: (date, name) => `On ${date}, ${name} wrote:`,
  de: (date, name) => `Am ${date} schrieb ${name}:`,
}

/** What is answered, as mail programs quote it: a line that says whose and of when, and the words below, set in. */
export function quoteOf(last: LastWords, language: string, timeZone: string): { html: string; text: string } {
  const date = momentIn(new Date(last.sentAt), language, timeZone)
  const line = (wrote[language.slice(0, 2)] ?? wrote.en!)(date, last.authorName)
  const html = withoutImages(last.html ?? textToHtml(last.text))
  return {
    html: `<p class="dk-dim" style="margin:14px 0 6px;color:#666c7c">${escapeHtml(line)}</p><blockquote type="cite" class="dk-quote" style="margin:0;padding:2px 0 2px 14px;border-left:3px solid #c9cdd6;color:#555b6b">${html}</blockquote>`,
    text: `${line}\n${last.text.trim().replace(/^/gm, '> ')}`,
  }
}

/** Pictures of the desk's own pages would be broken in a mail; who is answered has them. */
function withoutImages(html: string): string {
  return html.replace(/<img\b[^>]*>/gi, (tag) => {
    const alt = /\balt="([^"]*)"/i.exec(tag)?.[1]
    return alt ? `[${alt}]` : ''
  })
}
