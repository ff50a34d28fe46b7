import { useMemo } from 'react'
import classes from './templates.module.css'

interface Props {
  html: string
  title: string
  narrow: boolean
  scheme: 'light' | 'dark'
}

/**
 * A mail as a mail program draws it, in a frame that runs nothing and loads nothing. The page's policy refuses styles in
 * markup, so they wait in `data-style` and are set through the DOM; the sheet is adopted.
 */
export function TemplateFrame({ html, title, narrow, scheme }: Props) {
  const { body, sheet } = useMemo(() => {
    const page = new DOMParser().parseFromString(html, 'text/html')
    const styles = [...page.querySelectorAll('style')].map((style) => style.textContent ?? '').join('\n')
    for (const element of page.querySelectorAll('script, style, link, meta, base, iframe, form')) element.remove()
    for (const element of page.querySelectorAll('[style]')) {
      element.setAttribute('data-style', element.getAttribute('style') ?? '')
      element.removeAttribute('style')
    }
    return { body: page.documentElement.outerHTML, sheet: styles }
  }, [html])

  const paint = (frame: HTMLIFrameElement) => {
    const page = frame.contentDocument
    const view = frame.contentWindow as (Window & typeof globalThis) | null
    if (!page || !view) return
    const adopted = new view.CSSStyleSheet()
    // The frame shows the scheme that was chosen for it, not that of the screen it is on.
    adopted.replaceSync(sheet.replaceAll('(prefers-color-scheme:dark)', scheme === 'dark' ? 'all' : 'not all'))
    page.adoptedStyleSheets = [adopted]
    page.documentElement.style.colorScheme = scheme
    for (const element of page.querySelectorAll<HTMLElement>('[data-style]')) {
      element.style.cssText = element.dataset.style ?? ''
    }
  }

  return (
    <iframe
      key={scheme}
      className={classes.frame}
      data-narrow={narrow || undefined}
      data-scheme={scheme}
      title={title}
      sandbox="allow-same-origin"
      srcDoc={`<!doctype html>${body}`}
      onLoad={(event) => paint(event.currentTarget)}
    />
  )
}
