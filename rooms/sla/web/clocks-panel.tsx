import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState, TextSkeleton } from '../../../web-kit/ui/states.tsx'
import type { ClockView } from '../contract/http.ts'
import { ClockCard } from './clock-card.tsx'
import classes from './clocks.module.css'
import { isOpen, useClocks } from './use-clocks.ts'

/** The clocks of a ticket: those that go on, and on request those that are over. Each opens as its own explanation. */
export function ClocksPanel({ number }: { number: number }) {
  const { t } = useTranslation('sla')
  const { data, error, isPending, refetch } = useClocks(number, true)
  const [past, setPast] = useState(false)
  if (isPending) return <TextSkeleton />
  if (error) return <ErrorState error={error} retry={refetch} />
  const open = data.items.filter(isOpen).sort(byDue)
  const over = data.items.filter((clock) => !isOpen(clock)).reverse()
  const shown = past ? [...open, ...over] : open
  return (
    <div>
      {shown.length === 0 && <p className={classes.none}>{t(over.length > 0 ? 'noneOpen' : 'none')}</p>}
      <ul className={classes.clocks}>
        {shown.map((clock) => (
          <ClockCard key={clock.id} number={number} clock={clock} />
        ))}
      </ul>
      {over.length > 0 && (
        <button type="button" className={classes.more} aria-expanded={past} onClick={() => setPast(!past)}>
          {past ? t('hidePast') : t('showPast', { count: over.length })}
        </button>
      )}
    </div>
  )
}

const last = '9999'
const byDue = (a: ClockView, b: ClockView) => (a.dueAt ?? last).localeCompare(b.dueAt ?? last)
