import { Badge, Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { Time } from '../../../web-kit/ui/time.tsx'
import { acceptEscalationEndpoint, type Escalation } from '../contract/http.ts'
import { settleEscalationEndpoint } from '../contract/http-triggers.ts'
import classes from './escalation.module.css'
import { rereadAfter } from './use-escalations.ts'

interface Props {
  number: number
  one: Escalation
  viewerId: number | undefined
  mayOverride: boolean
}

/** That leads were told, why, and who takes care of it. */
export function LeadsCard({ number, one, viewerId, mayOverride }: Props) {
  const { t } = useTranslation('escalation')
  const accept = useSend(acceptEscalationEndpoint, { refresh: rereadAfter })
  const settle = useSend(settleEscalationEndpoint, { refresh: rereadAfter })
  const params = { number, id: one.id }
  const mine = mayOverride || one.recipients.some((person) => person.id === viewerId)
  const names = one.recipients.map((person) => person.name).join(', ')
  return (
    <section className={classes.card} data-waiting={one.accepted === null || undefined} aria-label={t('leads.card')}>
      <header className={classes.head}>
        <IconAlertTriangle size={18} stroke={1.9} aria-hidden />
        <h2 className={classes.title}>{one.reason}</h2>
        <Badge variant="light" color={one.accepted ? 'green' : 'yellow'}>
          {one.accepted ? t('leads.by', { name: one.accepted.by }) : t('leads.waiting')}
        </Badge>
      </header>
      <p className={classes.by}>
        {names ? t('leads.told', { names }) : t('leads.nobody')} ·{' '}
        {one.trigger ? t('leads.trigger') : t('by', { name: one.startedBy })} · <Time at={one.startedAt} />
      </p>
      {mine && (
        <div className={classes.buttons}>
          {one.accepted === null && (
            <Button size="compact-sm" loading={accept.isPending} onClick={() => accept.mutate({ params, body: {} })}>
              {t('leads.accept')}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            loading={settle.isPending}
            onClick={() => settle.mutate({ params, body: {} })}
          >
            {t('leads.settle')}
          </Button>
        </div>
      )}
    </section>
  )
}
