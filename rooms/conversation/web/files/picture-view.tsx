import { ActionIcon } from '@mantine/core'
import { IconMinus, IconPlus, IconZoomScan } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './file-viewer.module.css'
import { Unshowable } from './player-views.tsx'
import type { ViewProps } from './view-props.ts'
import { largerThan, smallerThan } from './zoom.ts'

/** A picture, first whole, then as large as one likes. */
export function PictureView({ file }: ViewProps) {
  const { t } = useTranslation('files')
  const image = useRef<HTMLImageElement>(null)
  /** Of its own size; undefined: fitted into the page. */
  const [zoom, setZoom] = useState<number>()
  const [fitted, setFitted] = useState(1)
  const [broken, setBroken] = useState(false)
  const now = zoom ?? fitted
  useZoomKeys({
    '+': () => setZoom(largerThan(now)),
    '-': () => setZoom(smallerThan(now)),
    '0': () => setZoom(undefined),
    '1': () => setZoom(1),
  })
  if (broken) return <Unshowable file={file} />
  const measure = () => {
    const shown = image.current
    if (shown && shown.naturalWidth > 0) setFitted(shown.clientWidth / shown.naturalWidth)
  }
  const natural = image.current?.naturalWidth ?? 0
  return (
    <>
      <div
        className={classes.picture}
        data-zoomed={zoom !== undefined || undefined}
        {...(zoom ? { 'data-scrolls': '', tabIndex: 0 } : {})}
      >
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the buttons below do the same */}
        <img
          ref={image}
          src={`${file.url}?show=true`}
          alt={file.name}
          onLoad={measure}
          onError={() => setBroken(true)}
          onClick={() => setZoom(zoom === undefined ? Math.max(1, fitted * 2) : undefined)}
          style={zoom === undefined ? {} : { width: Math.round(natural * zoom) }}
        />
      </div>
      <div className={classes.zoom}>
        <ActionIcon
          aria-label={t('zoomOut')}
          title={`${t('zoomOut')} (-)`}
          aria-keyshortcuts="-"
          onClick={() => setZoom(smallerThan(now))}
        >
          <IconMinus size={17} />
        </ActionIcon>
        <span className={classes.percent}>{Math.round(now * 100)} %</span>
        <ActionIcon
          aria-label={t('zoomIn')}
          title={`${t('zoomIn')} (+)`}
          aria-keyshortcuts="Plus"
          onClick={() => setZoom(largerThan(now))}
        >
          <IconPlus size={17} />
        </ActionIcon>
        <ActionIcon
          aria-label={t('fit')}
          title={`${t('fit')} (0)`}
          aria-keyshortcuts="0"
          onClick={() => setZoom(undefined)}
        >
          <IconZoomScan size={17} />
        </ActionIcon>
      </div>
    </>
  )
}

/** Keys of the page while a picture is looked at. */
function useZoomKeys(keys: Record<string, () => void>): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      // The browser's own zoom is another thing.
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const run = latest.current[event.key === '=' ? '+' : event.key]
      if (!run) return
      event.preventDefault()
      event.stopPropagation()
      run()
    }
    window.addEventListener('keydown', pressed, true)
    return () => window.removeEventListener('keydown', pressed, true)
  }, [])
}
