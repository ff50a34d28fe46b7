import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { Time } from '../../../web-kit/ui/time.tsx'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { whyNot } from '../../../web-kit/ui/why-not.ts'
import { getTicket, getTimeline, listTicketsEndpoint } from '../../ticket/contract/http.ts'
import { getResolutions, withdrawResolutionEndpoint } from '../contract/http.ts'
import classes from './resolution-panel.module.css'

interface Props {
  number: number
  reopen: { allowed: boolean; reason?: string }
}

/** How the ticket was solved, who confirmed it, and the way back. */
export function ResolutionPanel({ number, reopen }: Props) {
  const { t } = useTranslation('resolution')
  const params = { number }
  const found = useApi(getResolutions, { params }, { live: [`ticket:${number}`] }).data
  const withdraw = useSend(withdrawResolutionEndpoint, {
    refresh: [getResolutions, getTicket, getTimeline, listTicketsEndpoint],
    onDone: () => toast.done(t('reopened', { number })),
  })
  const current = found?.current
  if (!current) return null
  return (
    <section className={classes.panel} aria-label={t('heading')}>
      <header className={classes.head}>
        <IconCircleCheck size={18} stroke={1.9} aria-hidden />
        <h2 className={classes.title}>{t('heading')}</h2>
        <span className={classes.by}>
          {current.resolvedBy} · <Time at={current.resolvedAt} />
        </span>
        <Button
          size="compact-sm"
          variant="default"
          disabled={!reopen.allowed}
          title={whyNot(reopen)}
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ params })}
        >
          {t('reopen')}
        </Button>
      </header>
      <dl className={classes.words}>
        <dt>{t('cause')}</dt>
        <dd>{current.cause}</dd>
        <dt>{t('action')}</dt>
        <dd>{current.action}</dd>
        <dt>{t('verification')}</dt>
        <dd>{current.verification}</dd>
      </dl>
      <p className={classes.fate}>
        {current.closure ? (
          <>
            {t(`closure.${current.closure.how}`, { name: current.closure.by })} · <Time at={current.closure.at} />
          </>
        ) : (
          found.closesAt && (
            <>
              {t('closes')} <Time at={found.closesAt} why={t('closesWhy')} />
            </>
          )
        )}
      </p>
    </section>
  )
}
