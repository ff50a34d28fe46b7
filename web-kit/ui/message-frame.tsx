import { Button, useComputedColorScheme } from '@mantine/core'
import { IconEyeOff, IconPhotoOff } from '@tabler/icons-react'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { frameDocument, paintStyles, parseHtml } from './frame-document.ts'
import classes from './message-frame.module.css'
import { isPlain, plainNodes } from './plain-html.tsx'

export interface RemotePictures {
  /** Where the desk gives out a picture that stands at an address elsewhere. */
  address: (url: string) => string
  /** The reader wants them shown without asking. */
  always: boolean
  /** The desk fetches no pictures at all. */
  off?: boolean | undefined
  /** A further choice beside "Load pictures". */
  more?: ReactNode
}

interface Props {
  /** HTML the server has sanitised; the frame is the second wall. */
  html: string
  title?: string
  pictures?: RemotePictures | undefined
  ticketHref?: ((number: number) => string) | undefined
  /** Taller content is folded to this many pixels, with a button to unfold. */
  foldAt?: number
  /** Somebody wants to look at a picture that is a file of the desk. */
  onPicture?: (fileId: number) => void
}

/** What a message says: plain words as part of the page, mails with a look of their own in a frame without scripts. */
export function MessageFrame({ html, title, pictures, ticketHref, foldAt, onPicture }: Props) {
  const body = useMemo(() => parseHtml(html), [html])
  const plain = useMemo(() => isPlain(body), [body])
  if (!plain) return <Framed {...{ html, title, pictures, ticketHref, foldAt, onPicture }} />
  return (
    <Folded foldAt={foldAt}>
      <div className={classes.words} dir="auto">
        {plainNodes(body, { ticketHref, hostClass: classes.host })}
      </div>
    </Folded>
  )
}

type FramedProps = { [K in keyof Props]: Props[K] | undefined } & { html: string }

function Framed({ html, title, pictures, ticketHref, foldAt, onPicture }: FramedProps) {
  const { t } = useTranslation('kit')
  const scheme = useComputedColorScheme('light')
  const [once, setOnce] = useState(false)
  const [height, setHeight] = useState(24)
  const watching = useRef<ResizeObserver>(undefined)
  const address = pictures?.address
  const shown = once || pictures?.always === true
  const { source, blocked, trackers, surface } = useMemo(
    () => frameDocument(parseHtml(html), { scheme, picture: shown ? address : undefined, ticketHref }),
    [html, scheme, shown, address, ticketHref],
  )
  useEffect(() => () => watching.current?.disconnect(), [])

  const settle = (frame: HTMLIFrameElement) => {
    const page = frame.contentDocument
    if (!page?.body) return
    paintStyles(page)
    if (onPicture) openPictures(page, onPicture, t('mail.picture'))
    watching.current?.disconnect()
    // What scrolls sideways has a scroll bar below it.
    const measure = () => {
      const wide = page.documentElement.scrollWidth > page.documentElement.clientWidth
      setHeight(Math.ceil(page.body.getBoundingClientRect().height) + (wide ? 18 : 2))
    }
    watching.current = new ResizeObserver(measure)
    watching.current.observe(page.body)
  }

  return (
    <div>
      {blocked > 0 && (
        <div className={classes.blocked}>
          <IconPhotoOff size={15} stroke={1.8} aria-hidden />
          <span className={classes.why}>
            {t(pictures?.off ? 'mail.off' : 'mail.blocked', { count: blocked })}
            {trackers > 0 && ` ${t('mail.trackers', { count: trackers })}`}
          </span>
          {pictures && !pictures.off && (
            <span className={classes.choices}>
              <Button size="compact-xs" variant="default" onClick={() => setOnce(true)}>
                {t('mail.show')}
              </Button>
              {pictures.more}
            </span>
          )}
        </div>
      )}
      {blocked === 0 && trackers > 0 && (
        <div className={classes.blocked}>
          <IconEyeOff size={15} stroke={1.8} aria-hidden />
          <span className={classes.why}>{t('mail.trackers', { count: trackers })}</span>
        </div>
      )}
      <Folded foldAt={foldAt}>
        <iframe
          key={`${scheme} ${shown}`}
          className={classes.frame}
          data-surface={surface}
          title={title ?? t('mail.frame')}
          // Same origin so that we may measure it; without allow-scripts nothing in it can use that.
          sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
          referrerPolicy="no-referrer"
          srcDoc={source}
          style={{ height }}
          onLoad={(event) => settle(event.currentTarget)}
        />
      </Folded>
    </div>
  )
}

/** Lets the desk's own pictures in a frame be looked at, by mouse and by keyboard; those that are links stay links. */
function openPictures(page: Document, open: (fileId: number) => void, nameless: string) {
  for (const image of page.images) {
    const id = Number(/^\/api\/v1\/files\/(\d+)/.exec(image.getAttribute('src') ?? '')?.[1])
    if (!id || image.closest('a')) continue
    image.tabIndex = 0
    image.setAttribute('role', 'button')
    if (!image.alt.trim()) image.alt = nameless
    image.dataset.opens = ''
    image.addEventListener('click', () => open(id))
    image.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      open(id)
    })
  }
}

/** Folds what is much taller than a page, so that the next message is not a minute of scrolling away. */
function Folded({ foldAt, children }: { foldAt: number | undefined; children: ReactNode }) {
  const { t } = useTranslation('kit')
  const [tall, setTall] = useState(false)
  const [open, setOpen] = useState(false)
  const inner = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = inner.current
    if (!element || foldAt === undefined) return
    // A little more than the fold is shown whole: unfolding three lines is a chore.
    const watch = new ResizeObserver(() => setTall(element.getBoundingClientRect().height > foldAt * 1.25))
    watch.observe(element)
    return () => watch.disconnect()
  }, [foldAt])
  const folded = tall && !open
  return (
    <>
      <div className={classes.fold} data-folded={folded || undefined} style={folded ? { maxHeight: foldAt } : {}}>
        <div ref={inner}>{children}</div>
      </div>
      {tall && (
        <Button size="compact-sm" variant="subtle" mt={4} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'mail.less' : 'mail.whole')}
        </Button>
      )}
    </>
  )
}
