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
    const sheets: string[] = []
    // Written by the desk with every attribute in double quotes, so the markup need not be parsed, which would be refused.
    const bare = html.replace(/<style>([\s\S]*?)<\/style>/g, (_, rules: string) => {
      sheets.push(rules)
      return ''
    })
    return { body: bare.replaceAll(' style="', ' data-style="'), sheet: sheets.join('\n') }
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
      srcDoc={body}
      onLoad={(event) => paint(event.currentTarget)}
    />
  )
}
