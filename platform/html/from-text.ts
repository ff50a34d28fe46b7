const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char)
}

/** Plain text as safe HTML: paragraphs, line breaks, and links one can click. */
export function textToHtml(text: string): string {
  if (text.trim() === '') return ''
  return text
    .trim()
    .split(/\n[ \t]*\n\s*/)
    .map((paragraph) => `<p>${linkify(paragraph).replace(/\n/g, '<br>')}</p>`)
    .join('\n')
}

const LINK = /\bhttps?:\/\/[^\s<>"'\u00a0]{1,2000}/g

function withoutStop(url: string): string {
  let end = url.length
  while (end > 0 && '.,;:!?)]}'.includes(url.charAt(end - 1))) end--
  return url.slice(0, end)
}

function linkify(text: string): string {
  let out = ''
  let at = 0
  for (const match of text.matchAll(LINK)) {
    // A full stop or bracket after an address belongs to the sentence.
    const url = withoutStop(match[0])
    out += escapeHtml(text.slice(at, match.index))
    out += `<a href="${escapeHtml(url)}" rel="noopener noreferrer nofollow" target="_blank">${escapeHtml(url)}</a>`
    at = match.index + url.length
  }
  return out + escapeHtml(text.slice(at))
}
