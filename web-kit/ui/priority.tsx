import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './status.module.css'

export const priorities = ['critical', 'high', 'moderate', 'low'] as const
export type Priority = (typeof priorities)[number]

const bar = (x: number, y: number, full: boolean) => (
  <rect key={x} x={x} y={y} width="3" height={14 - y} rx="1" fill="currentColor" opacity={full ? 1 : 0.28} />
)

const bars = (filled: number): ReactNode => [bar(2, 9, filled > 0), bar(6.5, 5.5, filled > 1), bar(11, 2, filled > 2)]

const shapes: Record<Priority, ReactNode> = {
  critical: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="3" fill="currentColor" />
      <path d="M8 4.6v4.2" stroke="var(--dk-surface)" strokeWidth="1.8" strokeLinecap="round" />
      <circle cx="8" cy="11.4" r="1" fill="var(--dk-surface)" />
    </>
  ),
  high: bars(3),
  moderate: bars(2),
  low: bars(1),
}

export const isPriority = (value: string): value is Priority => (priorities as readonly string[]).includes(value)

export function PriorityIcon({ priority, hidden, size = 16 }: { priority: string; hidden?: boolean; size?: number }) {
  const { t } = useTranslation('kit')
  const known: Priority = isPriority(priority) ? priority : 'moderate'
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it has one unless a word stands beside it
    <svg
      className={classes.icon}
      data-priority={known}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      {...(hidden ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t(`priority.${known}`) })}
    >
      {!hidden && <title>{t(`priority.${known}`)}</title>}
      {shapes[known]}
    </svg>
  )
}

/** Shape, word and colour of a priority. */
export function PriorityBadge({ priority }: { priority: string }) {
  const { t } = useTranslation('kit')
  return (
    <span className={classes.badge}>
      <PriorityIcon priority={priority} hidden />
      <span>{t(`priority.${priority}`)}</span>
    </span>
  )
}
