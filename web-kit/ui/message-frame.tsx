import { Button, useComputedColorScheme } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { frameDocument, paintStyles } from './frame-document.ts'
import classes from './message-frame.module.css'

interface Props {
  /** HTML the server has sanitised; the frame is the second wall. */
  html: string
  title?: string
}

/** HTML of a message in a frame without scripts, forms or remote pictures; as tall as its content. */
export function MessageFrame({ html, title }: Props) {
  const { t } = useTranslation('kit')
  const scheme = useComputedColorScheme('light')
  const [remote, setRemote] = useState(false)
  const [height, setHeight] = useState(24)
  const watching = useRef<ResizeObserver>(undefined)
  const { source, blocked } = useMemo(() => frameDocument(html, remote, scheme), [html, remote, scheme])

  const settle = (frame: HTMLIFrameElement | null) => {
    const page = frame?.contentDocument
    if (!page?.body) return
    paintStyles(page)
    watching.current?.disconnect()
    watching.current = new ResizeObserver(() => setHeight(Math.ceil(page.body.getBoundingClientRect().height) + 2))
    watching.current.observe(page.body)
  }

  return (
    <div>
      {blocked > 0 && !remote && (
        <div className={classes.blocked}>
          <span>{t('mail.blocked', { count: blocked })}</span>
          <Button size="compact-xs" variant="subtle" onClick={() => setRemote(true)}>
            {t('mail.show')}
          </Button>
        </div>
      )}
      <iframe
        className={classes.frame}
        title={title ?? t('mail.frame')}
        // Same origin so that we may measure it; without allow-scripts nothing in it can use that.
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        srcDoc={source}
        style={{ height }}
        onLoad={(event) => settle(event.currentTarget)}
      />
    </div>
  )
}
