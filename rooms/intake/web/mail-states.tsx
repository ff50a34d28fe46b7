import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { number } from '../../../web-kit/i18n/formats.ts'
import classes from './mail-admin.module.css'
import type { MailStateName } from './mail-state.tsx'
import './strings.ts'

const COUNTED_TO = 1000

interface Props<S extends MailStateName> {
  /** What waits for somebody comes first. */
  order: readonly S[]
  counts: Partial<Record<S, number>> | undefined
  /** Those that somebody has to look at. */
  waits: readonly S[]
  value: S | null
  set: (state: S | null) => void
}

/** The states as a row of buttons, each with how many there are, so that what waits is seen without looking for it. */
export function MailStates<S extends MailStateName>({ order, counts, waits, value, set }: Props<S>) {
  const { t } = useTranslation('intake')
  const one = (state: S | null) => {
    const count = (state && counts?.[state]) || 0
    const waiting = state !== null && waits.includes(state) && value !== state
    return (
      <Button
        key={state ?? 'all'}
        size="compact-sm"
        variant={value === state ? 'filled' : 'default'}
        aria-pressed={value === state}
        onClick={() => set(state)}
      >
        {state ? t(`state.${state}`) : t('everyState')}
        {count > 0 && (
          <span className={classes.count} data-waits={waiting || undefined}>
            {count >= COUNTED_TO ? t('manyOf', { count: number(COUNTED_TO) }) : number(count)}
          </span>
        )}
      </Button>
    )
  }
  return (
    <fieldset className={classes.states} aria-label={t('stateTitle')}>
      {[null, ...order].map(one)}
    </fieldset>
  )
}
