import { Button, NumberInput, Progress } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { isProblem } from '../../../../web-kit/api/problem.ts'
import { listOf } from '../../../../web-kit/i18n/formats.ts'
import { PreviewBox } from '../../../../web-kit/manage/preview-box.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { createTrial, deleteTrial, getTrial, type PolicyBody, type Trial } from '../../contract/http.ts'
import classes from './admin.module.css'

const lookAgainMs = 700
const goes = (trial: Trial | undefined) => trial?.state === 'waiting' || trial?.state === 'running'

/** Runs what is typed over the tickets of the last days and says what would have come of it, compared with today. */
export function TrialPart({ policyId, body }: { policyId: number | null; body: PolicyBody }) {
  const { t } = useTranslation('slaAdmin')
  const [days, setDays] = useState<number | string>(30)
  const [asked, setAsked] = useState<{ id: number; of: string }>()
  const now = JSON.stringify(body)
  const { data: trial } = useQuery({
    queryKey: ['sla trial', asked?.id],
    queryFn: () => api(getTrial, { params: { id: asked?.id ?? 0 } }),
    enabled: asked !== undefined,
    refetchInterval: ({ state }) => (goes(state.data) ? lookAgainMs : false),
  })
  const start = async () => {
    try {
      const { id } = await api(createTrial, { body: { ...body, name: body.name || '–', policyId, days: Number(days) } })
      setAsked({ id, of: now })
    } catch (error) {
      if (isProblem(error)) toast.problem(error)
      else throw error
    }
  }
  return (
    <PreviewBox label={t('trial.title')}>
      <div className={classes.trialHead}>
        <b>{t('trial.title')}</b>
        <NumberInput
          size="xs"
          w={120}
          aria-label={t('trial.days')}
          suffix={` ${t('trial.daysUnit')}`}
          min={1}
          max={366}
          allowDecimal={false}
          value={days}
          onChange={setDays}
        />
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconFlask size={15} aria-hidden />}
          disabled={!Number(days)}
          loading={goes(trial)}
          onClick={() => void start()}
        >
          {t('trial.run')}
        </Button>
        {trial && goes(trial) && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => void api(deleteTrial, { params: { id: trial.id } })}
          >
            {t('kit:cancel')}
          </Button>
        )}
      </div>
      {trial && goes(trial) && (
        <Progress value={(trial.done / Math.max(1, trial.total)) * 100} aria-label={t('trial.going')} mt={8} />
      )}
      {trial?.state === 'done' && <Outcome trial={trial} stale={asked?.of !== now} />}
      {(trial?.state === 'cancelled' || trial?.state === 'failed') && (
        <p className={classes.found}>{t(`trial.${trial.state}`)}</p>
      )}
    </PreviewBox>
  )
}

function Outcome({ trial, stale }: { trial: Trial; stale: boolean }) {
  const { t } = useTranslation('slaAdmin')
  const words = (targets: readonly string[]) =>
    targets.length === 0 ? t('trial.kept') : listOf(targets.map((target) => t(`kit:due.target.${target}`)))
  return (
    <div role="status">
      {stale && <p className={classes.found}>{t('trial.stale')}</p>}
      <p className={classes.found}>{t('trial.found', { count: trial.total, taken: trial.taken })}</p>
      <table className={classes.outcome}>
        <thead>
          <tr>
            <th scope="col">{t('trial.broken')}</th>
            <th scope="col">{t('trial.today')}</th>
            <th scope="col">{t('trial.tried')}</th>
          </tr>
        </thead>
        <tbody>
          {(['firstResponse', 'nextUpdate', 'resolution', 'tickets'] as const).map((name) => (
            <tr key={name}>
              <th scope="row">{name === 'tickets' ? t('trial.anyOfThem') : t(`goal.${name}`)}</th>
              <td>{t('trial.of', trial.today[name])}</td>
              <td>{t('trial.of', trial.tried[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {trial.examples.length > 0 && (
        <details>
          <summary>{t('trial.differ', { count: trial.examples.length })}</summary>
          <ul className={classes.examples}>
            {trial.examples.map((one) => (
              <li key={one.number}>
                #{one.number} {one.subject}: {words(one.today)} → {words(one.tried)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
