import { escapeHtml } from '../html/from-text.ts'
import type { Copy } from './copies.ts'
import type { OutboxRow } from './outbox-row.ts'

/** RFC 2369 and, where the address is one that mail programs may post to, RFC 8058. */
export function stopHeaders({ stopUrl }: Copy): Record<string, string> {
  if (stopUrl === undefined) return {}
  const oneClick = stopUrl.startsWith('https:') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}
  return { 'List-Unsubscribe': `<${stopUrl}>`, ...oneClick }
}

/** Text and HTML of a copy, with the line about ending such mails below where its recipient has a link. */
export function stopFooter(
  { text, html, stopWords: words }: Pick<OutboxRow, 'text' | 'html' | 'stopWords'>,
  { stopUrl }: Copy,
): { text: string; html: string | null } {
  if (stopUrl === undefined || words === null) return { text, html }
  const line = `<p class="dk-dim" style="margin:18px 0 0;font-family:sans-serif;font-size:12.5px;line-height:1.5;color:#666c7c">${escapeHtml(words.why)} <a href="${escapeHtml(stopUrl)}" class="dk-link" style="color:#3c40b5">${escapeHtml(words.link)}</a></p>`
  const end = html?.lastIndexOf('</body>') ?? -1
  return {
    text: `${text.trimEnd()}\n\n${words.why}\n${words.link}: ${stopUrl}\n`,
    html: html === null ? null : end < 0 ? html + line : html.slice(0, end) + line + html.slice(end),
  }
}
