import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { dayAndTime, duration, listOf, workTime } from '../../../web-kit/i18n/formats.ts'
import type { ExplainedClock, Piece } from '../contract/http.ts'

/** "Why due at 14:32?", answered in one sentence. */
export function useSentence() {
  const { t } = useTranslation('sla')
  return (clock: ExplainedClock): string => {
    const { goalMs, elapsedMs, policy, calendar, startedAt, endedAt, dueAt, breachedAt, pausedFor, now } = clock
    const values = {
      goal: workTime(goalMs),
      policy: policy.name,
      version: policy.version,
      calendar: calendar.alwaysOpen ? t('why.dayAndNight') : `${calendar.name} (${calendar.timeZone})`,
      from: dayAndTime(new Date(startedAt)),
      passed: workTime(elapsedMs),
      without: withoutOf(clock.pieces, Date.parse(endedAt ? now : (breachedAt ?? now)), t),
      left: workTime(goalMs - elapsedMs),
      at: dueAt ? dayAndTime(new Date(dueAt)) : '',
    }
    if (endedAt) return t(`sentence.${clock.state}`, values)
    if (breachedAt) return t('sentence.over', { ...values, at: dayAndTime(new Date(breachedAt)) })
    if (pausedFor) return t('sentence.paused', { ...values, status: t(`kit:status.${pausedFor}`) })
    return t('sentence.running', values)
  }
}

/** What was not counted up to a moment, and why. */
function withoutOf(pieces: readonly Piece[], until: number, t: TFunction): string {
  const lost = new Map<string, number>()
  for (const { kind, pausedFor, from, to } of pieces) {
    if (kind === 'running' || kind === 'carried') continue
    const reason = kind === 'paused' ? `“${t(`kit:status.${pausedFor}`)}”` : t('why.closed')
    const ms = Math.min(to ? Date.parse(to) : until, until) - Date.parse(from)
    lost.set(reason, (lost.get(reason) ?? 0) + Math.max(0, ms))
  }
  const parts = [...lost].filter(([, ms]) => ms >= 60_000).map(([reason, ms]) => `${duration(ms)} ${reason}`)
  return parts.length === 0 ? '' : t('sentence.without', { parts: listOf(parts) })
}
