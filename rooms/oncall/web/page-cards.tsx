import { Badge, Button } from '@mantine/core'
import { IconPhoneCall } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { Time } from '../../../web-kit/ui/time.tsx'
import { acknowledgePage, listPages, type OnCallPage } from '../contract/http.ts'
import classes from './oncall.module.css'
import './strings.ts'

const colours = { open: 'red', acknowledged: 'green', over: 'gray', unanswered: 'orange' } as const

/** The pages about a ticket that somebody should look at, above its conversation. */
export function PageCards({ number }: { number: number }) {
  const pages = useApi(listPages, { query: { ticket: number } }, { live: [`ticket:${number}`] }).data?.items ?? []
  return pages
    .filter((page) => page.state === 'open' || page.state === 'unanswered')
    .map((page) => <PageCard key={page.id} page={page} />)
}

/** All pages, open ones first. */
export function PageList() {
  const { t } = useTranslation('oncall')
  const read = useApi(listPages, {}, { everyMs: 20_000, live: ['ticket:*'] })
  if (read.data?.items.length === 0) return <p className={classes.dim}>{t('noPages')}</p>
  return (read.data?.items ?? []).slice(0, 20).map((page) => <PageCard key={page.id} page={page} linked />)
}

function PageCard({ page, linked }: { page: OnCallPage; linked?: boolean }) {
  const { t } = useTranslation('oncall')
  const acknowledge = useSend(acknowledgePage, { refresh: [listPages] })
  const waits = page.state === 'open' || page.state === 'unanswered'
  return (
    <section className={classes.page} data-open={page.state === 'open' || undefined} aria-label={page.reason}>
      <header className={classes.pageHead}>
        <IconPhoneCall size={18} stroke={1.9} aria-hidden />
        <h3 className={classes.pageTitle}>
          {linked && page.ticket && (
            <a href={`/desk/tickets/${page.ticket.number}`}>
              #{page.ticket.number} {page.ticket.subject}
            </a>
          )}
          {linked && page.ticket && ': '}
          {page.trial ? t('page.trial') : page.reason}
        </h3>
        <Badge variant="light" color={colours[page.state]}>
          {t(`page.${page.state}`)}
        </Badge>
        {waits && (
          <Button
            size="compact-sm"
            loading={acknowledge.isPending}
            onClick={() => acknowledge.mutate({ params: { id: page.id } })}
          >
            {t('page.acknowledge')}
          </Button>
        )}
      </header>
      <p className={classes.dim}>
        {t('page.by', { ladder: page.ladder })} · <Time at={page.startedAt} />
        {page.acknowledged && (
          <>
            {' · '}
            {t('page.acknowledged_by', { name: page.acknowledged.by })} <Time at={page.acknowledged.at} />
          </>
        )}
        {page.nextAt && (
          <>
            {' · '}
            {t('page.next')} <Time at={page.nextAt} />
          </>
        )}
      </p>
      <ol className={classes.calls}>
        {gathered(page).map((step) => (
          <li key={step.key}>
            {t('page.calls', {
              person: step.person ?? t('nobody'),
              ways: step.calls
                .map(({ way, state }) =>
                  [t(`page.ways.${way}`), t(`page.callStates.${state}`)].filter(Boolean).join(' '),
                )
                .join(', '),
            })}{' '}
            <Time at={step.at} quiet />
          </li>
        ))}
      </ol>
    </section>
  )
}

function gathered({ calls }: OnCallPage) {
  const steps = new Map<string, { key: string; person: string | null; at: string; calls: OnCallPage['calls'] }>()
  for (const call of calls) {
    const key = `${call.round} ${call.step} ${call.person}`
    const step = steps.get(key) ?? { key, person: call.person, at: call.at, calls: [] }
    step.calls.push(call)
    steps.set(key, step)
  }
  return [...steps.values()]
}
