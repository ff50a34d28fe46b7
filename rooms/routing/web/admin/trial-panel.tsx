import { Button, Progress, Select } from '@mantine/core'
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { number as figure } from '../../../../web-kit/i18n/formats.ts'
import { ErrorState } from '../../../../web-kit/ui/states.tsx'
import type { DraftRule } from '../../contract/http.ts'
import classes from './rules.module.css'
import { TrialFindings } from './trial-findings.tsx'
import { useTrial } from './use-trial.ts'

interface Props {
  /** The rules as they would be. */
  drafts: () => DraftRule[]
  /** The position of the rule that is being edited. */
  about?: number
}

const spans = [7, 30, 90, 365]

/** Tries rules on the tickets of the last days: nothing is changed by it. */
export function TrialPanel({ drafts, about }: Props) {
  const { t } = useTranslation('routingAdmin')
  const [days, setDays] = useState(30)
  const { trial, going, error, run, stop } = useTrial()
  return (
    <div className={classes.trial}>
      <p className={classes.always}>{t('trial.help')}</p>
      <div className={classes.trialBar}>
        <Select
          size="sm"
          aria-label={t('trial.span')}
          allowDeselect={false}
          data={spans.map((count) => ({ value: String(count), label: t('trial.days', { count }) }))}
          value={String(days)}
          onChange={(value) => setDays(Number(value))}
        />
        {going ? (
          <Button size="sm" variant="default" leftSection={<IconPlayerStop size={16} />} onClick={stop}>
            {t('trial.stop')}
          </Button>
        ) : (
          <Button
            size="sm"
            variant="default"
            leftSection={<IconPlayerPlay size={16} />}
            onClick={() => run(drafts(), days)}
          >
            {t('trial.run')}
          </Button>
        )}
      </div>
      {error && <ErrorState error={error} />}
      {going && trial && (
        <div role="status">
          <Progress
            value={trial.total === 0 ? 100 : (trial.done / trial.total) * 100}
            aria-label={t('trial.progress')}
          />
          <p className={classes.always}>{t('trial.soFar', { done: figure(trial.done), total: figure(trial.total) })}</p>
        </div>
      )}
      {trial?.state === 'cancelled' && <p className={classes.always}>{t('trial.stopped')}</p>}
      {trial?.result && <TrialFindings result={trial.result} about={about} />}
    </div>
  )
}
