/** Whether pasted HTML says something, beside the picture that Office puts next to it or the one a browser copied. */
export function saysSomething(html: string): boolean {
  return textOf(html).trim() !== ''
}

const SHEETS = /<style\b(?:(?!<\/style)[\s\S])*(?:<\/style\s*>|$)/gi

/**
 * The same HTML without style sheets and with the styles of its elements set aside: the page's policy forbids them, and each one that is read is
 * reported as an offence. The editor keeps none of them anyway.
 */
export function withoutStyles(html: string): string {
  return html.replace(SHEETS, '').replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\sstyle(?=\s*=)/gi, ' data-style'))
}

/** Items and cells of one paragraph without it: mail programs would set each apart by an empty line. */
export function tightened(html: string): string {
  return html.replace(/<(li|td|th)\b([^<>]*)><p>((?:(?!<\/?p\b)[\s\S])*)<\/p>(?=<\/\1>|<[uo]l\b)/g, '<$1$2>$3')
}

function textOf(html: string): string {
  const { body } = new DOMParser().parseFromString(withoutStyles(html), 'text/html')
  for (const one of body.querySelectorAll('script, title, meta')) one.remove()
  return body.textContent ?? ''
}

/**
 * HTML as Word, Excel, Outlook and browsers put it on the clipboard, without what only they understand: conditional
 * comments, sheets, their own elements; their lists, which are paragraphs with a bullet in front, become lists. `place`
 * gives a picture within it an address, or undefined to leave it out.
 */
export function cleanPaste(html: string, place: (src: string) => string | undefined): string {
  const page = new DOMParser().parseFromString(
    withoutStyles(html.replace(/<!\[(?:end)?if[^\]]*\]>/gi, '').replace(/<\/?[ovwxm]:[^>]*>/gi, '')),
    'text/html',
  )
  const { body } = page
  for (const one of body.querySelectorAll('style, script, title, meta, link, xml, col, colgroup, caption')) one.remove()
  for (const comment of commentsIn(page)) comment.remove()
  makeLists(body)
  for (const heading of body.querySelectorAll('h1, h2, h3, h4, h5, h6')) heading.replaceWith(boldLine(page, heading))
  for (const image of body.querySelectorAll('img')) {
    const src = place(image.getAttribute('src') ?? '')
    if (src === undefined) image.remove()
    else image.setAttribute('src', src)
  }
  trimTables(body)
  keepEmphasis(body)
  return body.innerHTML
}

function boldLine(page: Document, heading: Element): Element {
  const line = page.createElement('p')
  const words = page.createElement('strong')
  words.append(...heading.childNodes)
  line.append(words)
  return line
}

function commentsIn(page: Document): Comment[] {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_COMMENT)
  const comments: Comment[] = []
  while (walker.nextNode()) comments.push(walker.currentNode as Comment)
  return comments
}

const LEVEL = /mso-list:\s*\w+\s+level(\d)/i
const NUMBERED = /^\s*(?:\d{1,3}|[a-z]{1,3}|[ivxlc]+)[.)]/i

/** Runs of Word's list paragraphs, with their levels, as lists within lists. */
function makeLists(body: HTMLElement): void {
  // The innermost list on each level, outermost first.
  let open: HTMLElement[] = []
  let last: Element | null = null
  for (const item of [...body.querySelectorAll<HTMLElement>('p, h1, h2, h3, div')]) {
    const level = Number(LEVEL.exec(item.getAttribute('data-style') ?? '')?.[1] ?? 0)
    if (level === 0) continue
    if (last === null || item.previousElementSibling !== last) open = []
    const bullet = [...item.querySelectorAll<HTMLElement>('span')].find((span) =>
      /mso-list:\s*ignore/i.test(span.getAttribute('data-style') ?? ''),
    )
    const tag = NUMBERED.test(bullet?.textContent ?? '') ? 'ol' : 'ul'
    bullet?.remove()
    open = open.slice(0, level)
    while (open.length < level) {
      const list = body.ownerDocument.createElement(tag)
      const inside = open.at(-1)?.lastElementChild
      if (inside) inside.append(list)
      else if (open.length === 0) item.before(list)
      else open.at(-1)?.append(list)
      open.push(list)
    }
    const line = body.ownerDocument.createElement('li')
    line.append(...item.childNodes)
    open.at(-1)?.append(line)
    item.remove()
    last = open[0] ?? null
  }
}

const EMPHASIS: readonly [style: RegExp, tag: string][] = [
  [/font-weight:\s*(?:bold|[6-9]00)/i, 'strong'],
  [/font-style:\s*(?:italic|oblique)/i, 'em'],
  [/text-decoration[\w-]*:[^;]*underline/i, 'u'],
  [/text-decoration[\w-]*:[^;]*line-through/i, 's'],
]

/** What a style said about words becomes an element that says the same; a bold that is none (Google Docs) goes. */
function keepEmphasis(body: HTMLElement): void {
  for (const element of body.querySelectorAll('[data-style]')) {
    const style = element.getAttribute('data-style') ?? ''
    element.removeAttribute('data-style')
    if (/^(?:B|STRONG)$/.test(element.tagName) && /font-weight:\s*(?:normal|400)/i.test(style)) {
      element.replaceWith(...element.childNodes)
    }
    if (!/^(?:SPAN|FONT|A)$/.test(element.tagName)) continue
    for (const [said, tag] of EMPHASIS) if (said.test(style)) wrap(element, tag)
  }
}

function wrap(element: Element, tag: string): void {
  const inner = element.ownerDocument.createElement(tag)
  inner.append(...element.childNodes)
  element.append(inner)
}

/** Excel gives rows and columns beyond the last that says something. */
function trimTables(body: HTMLElement): void {
  const isEmpty = (cell: Element) => cell.textContent?.trim() === '' && !cell.querySelector('img')
  for (const table of body.querySelectorAll('table')) {
    for (const row of table.querySelectorAll('tr')) if (row.children.length === 0) row.remove()
    const rows = [...table.querySelectorAll('tr')]
    while (rows.length > 1 && [...(rows.at(-1)?.children ?? [])].every(isEmpty)) rows.pop()?.remove()
    const plain = !table.querySelector('[colspan], [rowspan], table')
    while (
      plain &&
      rows.every((row) => row.children.length > 1 && row.lastElementChild && isEmpty(row.lastElementChild))
    )
      for (const row of rows) row.lastElementChild?.remove()
  }
}
