import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { decodeText, setOut } from './decode-text.ts'
import classes from './file-viewer.module.css'
import { Unshowable } from './player-views.tsx'
import type { ViewProps } from './view-props.ts'

const MAX_BYTES = 200_000

async function readStart(url: string, signal: AbortSignal): Promise<Uint8Array> {
  const answer = await fetch(`${url}?show=true`, {
    signal,
    credentials: 'same-origin',
    headers: { range: `bytes=0-${MAX_BYTES - 1}` },
  })
  if (answer.status === 416) return new Uint8Array()
  if (!answer.ok) throw new Error(`${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer()).subarray(0, MAX_BYTES)
}

/** Text of any kind, as it stands; the beginning of a long one. */
export function TextView({ file }: Pick<ViewProps, 'file'>) {
  const { t } = useTranslation('files')
  const [wrap, setWrap] = useState(!/csv|tab-separated/.test(file.type))
  const start = useQuery({
    queryKey: ['text of a file', file.url],
    queryFn: ({ signal }) => readStart(file.url, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (start.isPending) {
    return (
      <div className={classes.mail}>
        <TextSkeleton lines={12} />
      </div>
    )
  }
  if (start.error) return <ErrorState error={start.error} retry={() => void start.refetch()} />
  if (start.data.subarray(0, 4000).includes(0) && start.data[0] !== 0xff && start.data[0] !== 0xfe) {
    return <Unshowable file={file} />
  }
  const text = setOut(decodeText(start.data), file.type)
  return (
    <div className={classes.text}>
      <div className={classes.textBar}>
        <Checkbox
          size="xs"
          label={t('wrap')}
          checked={wrap}
          onChange={(event) => setWrap(event.currentTarget.checked)}
        />
        {file.size > MAX_BYTES && <span>{t('partial')}</span>}
        {text.trim() === '' && <span>{t('empty')}</span>}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre className={classes.pre} data-wrap={wrap || undefined} tabIndex={0} dir="auto">
        {text}
      </pre>
    </div>
  )
}
