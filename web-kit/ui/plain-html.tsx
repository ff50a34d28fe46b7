import { createElement, type ReactNode } from 'react'
import { hiddenHost } from './hidden-host.ts'
import { linkWords } from './link-words.ts'

/** What people type: words, lists, links, code. Nothing of it can change how the page around it looks. */
const PLAIN = new Set(
  'P DIV BR A STRONG B EM I U S DEL INS UL OL LI CODE PRE BLOCKQUOTE SPAN H1 H2 H3 H4 HR SUB SUP MARK SMALL'.split(' '),
)
const ATTRIBUTES = new Set([
  'href',
  'rel',
  'target',
  'dir',
  'lang',
  'title',
  'data-mention',
  'data-type',
  'data-id',
  'data-label',
  'start',
])
const MAX_ELEMENTS = 2000
const MAX_DEPTH = 40

/** Whether a message is words alone, which need no frame: they are then part of the page, for search and selection. */
export function isPlain(body: HTMLElement): boolean {
  const all = body.querySelectorAll('*')
  if (all.length > MAX_ELEMENTS) return false
  for (const element of all) {
    if (!PLAIN.has(element.tagName)) return false
    for (const { name } of element.attributes) if (!ATTRIBUTES.has(name)) return false
  }
  return depthOf(body, 0) <= MAX_DEPTH
}

function depthOf(element: Element, depth: number): number {
  if (depth > MAX_DEPTH) return depth
  let deepest = depth
  for (const child of element.children) deepest = Math.max(deepest, depthOf(child, depth + 1))
  return deepest
}

interface Words {
  ticketHref?: ((number: number) => string) | undefined
  hostClass?: string | undefined
}

/** The nodes of a plain body as React elements: rebuilt one by one, never injected. */
export function plainNodes(node: Node, words: Words, linked = false): ReactNode[] {
  return [...node.childNodes].map((child, key) => {
    if (child.nodeType === Node.TEXT_NODE) return linked ? child.textContent : linksIn(child.textContent ?? '', words)
    if (!(child instanceof Element) || !PLAIN.has(child.tagName)) return null
    const tag = child.tagName.toLowerCase()
    const dir = child.getAttribute('dir')
    const start = Number.parseInt(child.getAttribute('start') ?? '', 10)
    const props = {
      key,
      ...(dir === 'rtl' || dir === 'ltr' || dir === 'auto' ? { dir } : {}),
      ...(tag === 'ol' && start > 0 ? { start } : {}),
      ...(child.hasAttribute('data-mention') ? { 'data-mention': '' } : {}),
    }
    if (tag === 'br' || tag === 'hr') return createElement(tag, props)
    if (tag === 'a') return linkOf(child, key, words)
    return createElement(tag, props, ...plainNodes(child, words, linked || tag === 'pre' || tag === 'code'))
  })
}

function linkOf(link: Element, key: number, words: Words): ReactNode {
  const href = link.getAttribute('href') ?? ''
  if (!/^(https?:|mailto:|tel:)/i.test(href)) return createElement('span', { key }, ...plainNodes(link, words, true))
  const host = hiddenHost(link.textContent ?? '', href)
  return (
    <a key={key} href={href} target="_blank" rel="noopener noreferrer" title={href.slice(0, 500)}>
      {plainNodes(link, words, true)}
      {host && <span className={words.hostClass}> → {host}</span>}
    </a>
  )
}

function linksIn(text: string, { ticketHref }: Words): ReactNode {
  return linkWords(text, ticketHref).map((piece, key) =>
    typeof piece === 'string' ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text that does not change
      <a key={key} href={piece.href} target="_blank" rel="noopener noreferrer">
        {piece.text}
      </a>
    ),
  )
}
