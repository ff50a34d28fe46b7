import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { number } from '../../../web-kit/i18n/formats.ts'
import { countInboundMail, type InboundCounts, type InboundMail } from '../contract/http.ts'
import classes from './mail-admin.module.css'
import './strings.ts'

type State = InboundMail['state']

/** What waits for somebody comes first. */
const order: readonly State[] = ['held', 'failed', 'ignored', 'duplicate', 'received', 'filed', 'discarded']
const COUNTED_TO = 1000

/** The states as a row of buttons, each with how many there are, so that what waits is seen without looking for it. */
export function InboundStates({ value, set }: { value: State | null; set: (state: State | null) => void }) {
  const { t } = useTranslation('intake')
  const counts = useApi(countInboundMail, {}, { live: ['intake_item:*'] }).data
  const one = (state: State | null) => {
    const count = state && counts && state in counts ? counts[state as keyof InboundCounts] : undefined
    const waits = (state === 'held' || state === 'failed') && (count ?? 0) > 0
    return (
      <Button
        key={state ?? 'all'}
        size="compact-sm"
        variant={value === state ? 'filled' : 'default'}
        aria-pressed={value === state}
        onClick={() => set(state)}
      >
        {state ? t(`state.${state}`) : t('everyState')}
        {count !== undefined && count > 0 && (
          <span className={classes.count} data-waits={(waits && value !== state) || undefined}>
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
