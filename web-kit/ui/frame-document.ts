import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import { styleNonce } from '../app/nonce.ts'

const forbidden = 'script, style, link, meta, base, iframe, object, embed, form, input, button, textarea, select, svg'

/** Builds the frame's page. Style attributes wait in `data-style`: the page's policy allows them only through the DOM. */
export function frameDocument(
  html: string,
  remoteImages: boolean,
  scheme: 'light' | 'dark',
): { source: string; blocked: number } {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const element of page.querySelectorAll(forbidden)) element.remove()
  let blocked = 0
  for (const element of page.body.querySelectorAll('*')) {
    for (const attribute of [...element.attributes]) {
      if (attribute.name.startsWith('on')) element.removeAttribute(attribute.name)
    }
    const style = element.getAttribute('style')
    if (style) {
      element.removeAttribute('style')
      element.setAttribute('data-style', style)
    }
    if (element instanceof HTMLImageElement || element.tagName === 'IMG') {
      const remote = /^(https?:)?\/\//i.test(element.getAttribute('src') ?? '')
      if (remote && !remoteImages) {
        element.removeAttribute('src')
        element.setAttribute('data-blocked', '')
        blocked += 1
      }
      element.removeAttribute('srcset')
    }
    if (element.tagName === 'A') {
      if (!/^(https?:|mailto:|tel:|#)/i.test(element.getAttribute('href') ?? '')) element.removeAttribute('href')
      element.setAttribute('target', '_blank')
      element.setAttribute('rel', 'noopener noreferrer')
    }
  }
  const images = remoteImages ? "img-src 'self' data: https: http:" : "img-src 'self' data:"
  const nonce = styleNonce()
  const policy = `default-src 'none'; ${images}; font-src 'self'; style-src 'nonce-${nonce}'`
  const head = `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}"><base target="_blank"><style nonce="${nonce}">${sheet(scheme)}</style>`
  return {
    source: `<!doctype html><html data-scheme="${scheme}"><head>${head}</head><body>${page.body.innerHTML}</body></html>`,
    blocked,
  }
}

/** Applies the waiting styles. On dark pages the sender's colours are left out: they were chosen for white paper. */
export function paintStyles(page: Document) {
  const dark = page.documentElement.dataset.scheme === 'dark'
  for (const element of page.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset.style ?? ''
    element.style.removeProperty('position')
    if (!dark) continue
    element.style.removeProperty('color')
    element.style.removeProperty('background')
    element.style.removeProperty('background-color')
  }
}

function sheet(scheme: string): string {
  const root = getComputedStyle(document.documentElement)
  const value = (name: string) => root.getPropertyValue(name).trim()
  const size = getComputedStyle(document.body).fontSize
  return `@font-face{font-family:'Inter Variable';font-weight:100 900;src:url('${new URL(inter, location.href)}') format('woff2-variations')}
:root{color-scheme:${scheme}}html{background:transparent}
body{margin:0;font:${size}/1.55 ${value('--dk-font')};color:${value('--dk-text')};overflow-wrap:anywhere;display:flow-root}
p{margin:0 0 .7em}p:last-child,ul:last-child,ol:last-child{margin-bottom:0}a{color:${value('--dk-accent-text')}}
img{max-width:100%;height:auto}img[data-blocked]{display:none}table{border-collapse:collapse;max-width:100%}
td,th{padding:2px 8px 2px 0;vertical-align:top;text-align:start}pre,code{font-family:${value('--dk-mono')};font-size:.93em}
pre{white-space:pre-wrap;background:${value('--dk-sunken')};padding:10px 12px;border-radius:6px;margin:.5em 0}
code{background:${value('--dk-sunken')};padding:1px 4px;border-radius:4px}pre code{background:none;padding:0}
blockquote{margin:.5em 0;padding-inline-start:12px;border-inline-start:3px solid ${value('--dk-border-strong')};color:${value('--dk-dim')}}
h1,h2,h3{font-size:1.1em;margin:.8em 0 .3em}ul,ol{padding-inline-start:1.5em;margin:.3em 0 .7em}hr{border:0;border-top:1px solid ${value('--dk-border')}}
[data-type=mention]{color:${value('--dk-accent-text')};font-weight:550}`
}
