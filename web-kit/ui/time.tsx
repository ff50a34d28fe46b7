import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { exactTime, relativeTime } from '../i18n/formats.ts'
import { useNow } from './clock.ts'

interface Props {
  at: string | Date
  /** Why it is this time, for due times; shown with the exact time. */
  why?: string
  /** In rows that are themselves focusable: no tab stop of its own. */
  quiet?: boolean
  className?: string | undefined
}

/** A time in words ("3 h ago"), with the exact time, zone and reason on hover or focus. */
export function Time({ at, why, quiet, className }: Props) {
  useTranslation()
  const now = useNow()
  const instant = typeof at === 'string' ? new Date(at) : at
  // The page's clock ticks every 20 s; what happened since the tick is "now", not the future.
  const shown = relativeTime(instant, new Date(Math.max(now.getTime(), Math.min(Date.now(), instant.getTime()))))
  const exact = exactTime(instant)
  const label = why ? `${exact}\n${why}` : exact
  if (quiet) {
    return (
      <time dateTime={instant.toISOString()} title={label} className={className}>
        {shown}
      </time>
    )
  }
  return (
    <Tooltip label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the exact time must be reachable by keyboard */}
      <time dateTime={instant.toISOString()} tabIndex={0} className={className}>
        {shown}
      </time>
    </Tooltip>
  )
}
