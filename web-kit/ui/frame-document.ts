import { styleNonce } from '../app/nonce.ts'
import { frameSheet, type Surface } from './frame-sheet.ts'
import { hiddenHost } from './hidden-host.ts'
import { linkWords } from './link-words.ts'

const forbidden = 'script, style, link, meta, base, iframe, object, embed, form, input, button, textarea, select, svg'
/** Beyond so many pieces of text nobody looks for a phone number, and the page must not wait. */
const MAX_LINKED_TEXTS = 4000

export interface FrameOptions {
  scheme: 'light' | 'dark'
  /** The address at which the desk gives out a picture from elsewhere; undefined while they are not loaded. */
  picture?: ((url: string) => string) | undefined
  ticketHref?: ((number: number) => string) | undefined
}

export interface FrameDocument {
  source: string
  /** Pictures from elsewhere that were not loaded. */
  blocked: number
  /** Pictures that only count readers; never loaded. */
  trackers: number
  surface: Surface
}

const TAG = /<[a-z][^<>]*>/gi

/** Reads sanitised HTML. Style attributes become `data-style` first: the page's policy complains of each one it parses. */
export function parseHtml(html: string): HTMLElement {
  const waiting = html.replace(TAG, (tag) => tag.replace(/\sstyle=/gi, ' data-style='))
  const page = new DOMParser().parseFromString(waiting, 'text/html')
  for (const element of page.querySelectorAll(forbidden)) element.remove()
  return page.body
}

/** Builds the frame's page. Its styles wait in `data-style`: the policy allows them only through the DOM. */
export function frameDocument(body: HTMLElement, options: FrameOptions): FrameDocument {
  const surface: Surface = options.scheme === 'light' ? 'light' : isDesigned(body) ? 'paper' : 'dark'
  const counts = { blocked: 0, trackers: 0 }
  for (const element of body.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) if (name.startsWith('on')) element.removeAttribute(name)
    if (element.tagName === 'IMG') settleImage(element, counts, options.picture)
    if (element.tagName === 'A') settleLink(element)
  }
  linkTexts(body, options.ticketHref)
  const nonce = styleNonce()
  const policy = `default-src 'none'; img-src 'self' data:; font-src 'self'; style-src 'nonce-${nonce}'`
  const head = `<meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="content-security-policy" content="${policy}"><base target="_blank"><style nonce="${nonce}">${frameSheet(surface)}</style>`
  const source = `<!doctype html><html data-surface="${surface}"><head>${head}</head><body dir="auto">${body.innerHTML}</body></html>`
  return { source, surface, ...counts }
}

/** A mail with grounds of its own was made for white paper and keeps it; plain words take the colours of the page. */
function isDesigned(body: HTMLElement): boolean {
  if (body.querySelector('[bgcolor]')) return true
  for (const element of body.querySelectorAll('[data-style*="background" i]')) {
    const ground = /background(?:-color)?\s*:\s*([^;]+)/i.exec(element.getAttribute('data-style') ?? '')?.[1]?.trim()
    if (
      ground &&
      !/^(?:transparent|none|inherit|initial|unset|white|#fff(?:fff)?|rgba?\(255,\s*255,\s*255.*)$/i.test(ground)
    )
      return true
  }
  return false
}

function settleImage(
  image: Element,
  counts: { blocked: number; trackers: number },
  picture: ((url: string) => string) | undefined,
) {
  image.removeAttribute('srcset')
  const source = image.getAttribute('src') ?? ''
  const remote = image.getAttribute('data-src') ?? (/^(?:https?:)?\/\//i.test(source) ? source : undefined)
  if (remote === undefined) return
  image.removeAttribute('src')
  if (isTracker(image)) {
    image.remove()
    counts.trackers += 1
  } else if (picture) {
    image.setAttribute('src', picture(remote))
    image.setAttribute('loading', 'lazy')
    image.setAttribute('decoding', 'async')
  } else {
    image.replaceWith(placeFor(image))
    counts.blocked += 1
  }
}

/** An empty box of the picture's size with its words, so that little moves when it is loaded. */
function placeFor(image: Element): Element {
  const place = image.ownerDocument.createElement('span')
  place.className = 'dk-blocked'
  place.textContent = image.getAttribute('alt') ?? ''
  const sides = ['width', 'height'].flatMap((side) => {
    const size = Number.parseInt(image.getAttribute(side) ?? '', 10)
    return size > 2 && size < 2000 ? [`${side}:${size}px`] : []
  })
  place.setAttribute('data-style', sides.join(';'))
  return place
}

function isTracker(image: Element): boolean {
  const style = image.getAttribute('data-style') ?? ''
  return (
    ['width', 'height'].some((side) => /^[0-2](?:px)?$/i.test(image.getAttribute(side) ?? '')) ||
    /\b(?:width|height)\s*:\s*[0-2](?:px)?\s*(?:;|$)|display\s*:\s*none/i.test(style)
  )
}

function settleLink(link: Element) {
  const href = link.getAttribute('href') ?? ''
  if (!/^(https?:|mailto:|tel:|#)/i.test(href)) link.removeAttribute('href')
  link.setAttribute('target', '_blank')
  link.setAttribute('rel', 'noopener noreferrer')
  if (/^https?:/i.test(href)) link.setAttribute('title', href.slice(0, 500))
  const host = hiddenHost(link.textContent ?? '', href)
  if (host === undefined) return
  const told = link.ownerDocument.createElement('span')
  told.className = 'dk-host'
  told.textContent = `→ ${host}`
  link.append(' ', told)
}

/** Makes links of the addresses, phone and ticket numbers in the text, as they would be in a plain message. */
function linkTexts(body: HTMLElement, ticketHref: FrameOptions['ticketHref']) {
  const page = body.ownerDocument
  const walk = page.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walk.nextNode() && texts.length < MAX_LINKED_TEXTS) texts.push(walk.currentNode as Text)
  for (const text of texts) {
    if (text.data.length < 3 || text.data.length > 20_000 || text.parentElement?.closest('a, pre, code')) continue
    const pieces = linkWords(text.data, ticketHref)
    if (!pieces.some((piece) => typeof piece !== 'string')) continue
    text.replaceWith(
      ...pieces.map((piece) => {
        if (typeof piece === 'string') return piece
        const link = page.createElement('a')
        link.href = piece.href
        link.target = '_blank'
        link.rel = 'noopener noreferrer'
        link.textContent = piece.text
        return link
      }),
    )
  }
}

/** Elements whose style is set before the page paints; those of a giant mail follow while one reads. */
const AT_ONCE = 1500

/** Applies the waiting styles, little by little. On dark ground the sender's own colours of text are left out. */
export function paintStyles(page: Document) {
  const dark = page.documentElement.dataset.surface === 'dark'
  const waiting = [...page.querySelectorAll<HTMLElement>('[data-style]')]
  const paint = (from: number) => {
    for (const element of waiting.slice(from, from + AT_ONCE)) paintOne(element, dark)
    if (from + AT_ONCE < waiting.length) setTimeout(() => paint(from + AT_ONCE))
  }
  paint(0)
  if (dark) for (const font of page.querySelectorAll('font[color]')) font.removeAttribute('color')
}

const TALLEST_BOX = 300

function paintOne(element: HTMLElement, dark: boolean) {
  element.style.cssText = element.dataset.style ?? ''
  element.style.removeProperty('position')
  // A box is as high as what it holds: an empty one of a whole page hides what comes after it.
  for (const property of ['height', 'min-height']) {
    const tall = /^[\d.]{1,9}(?:px|pt|vh|%)$/.test(element.style.getPropertyValue(property))
    if (tall && element.tagName !== 'IMG' && Number.parseFloat(element.style.getPropertyValue(property)) > TALLEST_BOX)
      element.style.removeProperty(property)
  }
  if (!dark) return
  for (const property of ['color', 'background', 'background-color']) element.style.removeProperty(property)
}
