import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dayAndTime, duration } from '../i18n/formats.ts'
import { useNow } from './clock.ts'
import classes from './due-mark.module.css'

export interface DueTime {
  /** What is due; a key of `kit:due.target`. */
  target: string
  /** null while it waits for somebody. */
  dueAt: string | null
  breachedAt: string | null
  pausedFor: string | null
  /** The highest fraction of its time, in percent, that was warned of. */
  told: number
}

type Level = 'calm' | 'soon' | 'over' | 'paused'

// The last call: somebody should look at it now.
const lastFraction = 75
const soonMs = 30 * 60_000
const hourMs = 60 * 60_000
const wholeHoursFromMs = 10 * hourMs

function levelOf(due: DueTime, now: number): Level {
  if (due.breachedAt !== null) return 'over'
  if (due.dueAt === null) return 'paused'
  const left = Date.parse(due.dueAt) - now
  if (left <= 0) return 'over'
  return due.told >= lastFraction || left < soonMs ? 'soon' : 'calm'
}

const shapes: Record<Level, ReactNode> = {
  calm: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 4.8V8l2.2 1.6" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  soon: (
    <>
      <path d="M8 2 14.6 13.6H1.4Z" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" />
      <path d="M8 6.4v3.2" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
      <circle cx="8" cy="11.6" r="0.9" fill="currentColor" />
    </>
  ),
  over: (
    <>
      <path d="M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2Z" fill="currentColor" />
      <path d="M8 4.4v4.2" stroke="var(--dk-surface)" strokeWidth="1.8" strokeLinecap="round" />
      <circle cx="8" cy="11.3" r="1" fill="var(--dk-surface)" />
    </>
  ),
  paused: (
    <>
      <rect x="3.5" y="3" width="3" height="10" rx="1" fill="currentColor" />
      <rect x="9.5" y="3" width="3" height="10" rx="1" fill="currentColor" />
    </>
  ),
}

/** How much time is left for what is due: shape, word and colour; what exactly and when is said on hover. */
export function DueMark({ due, named = false }: { due: DueTime; named?: boolean }) {
  const { t } = useTranslation('kit')
  const now = useNow().getTime()
  const level = levelOf(due, now)
  const target = t(`due.target.${due.target}`)
  return (
    <span className={classes.mark} data-level={level} title={whyOf(due, now, target, t)}>
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden className={classes.shape}>
        {shapes[level]}
      </svg>
      <span className={classes.words}>
        {named && <span className={classes.target}>{target} </span>}
        {wordsOf(due, now, named ? 'short' : 'narrow', t)}
      </span>
    </span>
  )
}

function wordsOf({ dueAt, breachedAt }: DueTime, now: number, width: 'short' | 'narrow', t: TFunction): string {
  if (dueAt === null) return t(breachedAt === null ? 'due.paused' : 'due.pausedOver')
  const left = Date.parse(breachedAt ?? dueAt) - now
  if (Math.abs(left) < 60_000) return t('due.now')
  // In a row nobody counts the minutes of half a day, and in some languages there is no room for them.
  const shown = width === 'narrow' && Math.abs(left) >= wholeHoursFromMs ? Math.trunc(left / hourMs) * hourMs : left
  return t(left > 0 ? 'due.left' : 'due.over', { time: duration(shown, width) })
}

function whyOf({ dueAt, breachedAt, pausedFor }: DueTime, now: number, target: string, t: TFunction): string {
  if (dueAt === null && breachedAt === null) return t('due.whyPaused', { target, status: t(`status.${pausedFor}`) })
  const at = new Date(breachedAt ?? dueAt ?? now)
  return t(at.getTime() > now ? 'due.whyLeft' : 'due.whyOver', { target, at: dayAndTime(at) })
}
