import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './status.module.css'

export const statuses = [
  'new',
  'open',
  'in_progress',
  'waiting_requester',
  'waiting_vendor',
  'waiting_until',
  'resolved',
  'closed',
] as const
export type Status = (typeof statuses)[number]

const pause = <path d="M6.2 5.6v4.8M9.8 5.6v4.8" strokeWidth="1.7" />
const check = <path d="m5.2 8.2 2 2 3.6-4.2" strokeWidth="1.7" stroke="var(--dk-surface)" />

// Told apart by shape alone: dashes, ring, half disc, bars, disc with tick, disc with cross.
const shapes: Record<Status, ReactNode> = {
  new: <circle cx="8" cy="8" r="6" strokeDasharray="2.4 2.31" strokeWidth="1.7" />,
  open: <circle cx="8" cy="8" r="6" strokeWidth="1.7" />,
  in_progress: (
    <>
      <circle cx="8" cy="8" r="6" strokeWidth="1.7" />
      <path d="M8 4.4a3.6 3.6 0 0 1 0 7.2z" fill="currentColor" stroke="none" />
    </>
  ),
  waiting_requester: (
    <>
      <circle cx="8" cy="8" r="6" strokeWidth="1.7" />
      {pause}
    </>
  ),
  waiting_vendor: (
    <>
      <rect x="2" y="2" width="12" height="12" rx="2.4" strokeWidth="1.7" />
      {pause}
    </>
  ),
  waiting_until: (
    <>
      <circle cx="8" cy="8" r="6" strokeWidth="1.7" />
      <path d="M8 4.8V8l2.2 1.4" strokeWidth="1.5" />
    </>
  ),
  resolved: (
    <>
      <circle cx="8" cy="8" r="6.8" fill="currentColor" stroke="none" />
      {check}
    </>
  ),
  closed: (
    <>
      <circle cx="8" cy="8" r="6.8" fill="currentColor" stroke="none" />
      <path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" strokeWidth="1.6" stroke="var(--dk-surface)" />
    </>
  ),
}

export const isStatus = (value: string): value is Status => (statuses as readonly string[]).includes(value)

/** The shape alone, for dense places; its word is read out unless `hidden`. */
export function StatusIcon({ status, hidden, size = 16 }: { status: string; hidden?: boolean; size?: number }) {
  const { t } = useTranslation('kit')
  const known: Status = isStatus(status) ? status : 'open'
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it has one unless a word stands beside it
    <svg
      className={classes.icon}
      data-status={known}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(hidden ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t(`status.${known}`) })}
    >
      {!hidden && <title>{t(`status.${known}`)}</title>}
      {shapes[known]}
    </svg>
  )
}

/** Shape, word and colour of a status. */
export function StatusBadge({ status }: { status: string }) {
  const { t } = useTranslation('kit')
  return (
    <span className={classes.badge}>
      <StatusIcon status={status} hidden />
      <span>{t(`status.${status}`)}</span>
    </span>
  )
}
