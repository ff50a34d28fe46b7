import { Badge, Button } from '@mantine/core'
import { IconPhoneCall } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { Time } from '../../../web-kit/ui/time.tsx'
import { acknowledgePage, listPages, type OnCallPage } from '../contract/http.ts'
import classes from './oncall.module.css'
import './strings.ts'

const colours = { open: 'red', acknowledged: 'green', over: 'gray', unanswered: 'yellow' } as const

export const waits = ({ state }: OnCallPage) => state === 'open' || state === 'unanswered'

export function PageCard({ page, linked }: { page: OnCallPage; linked?: boolean }) {
  const { t } = useTranslation('oncall')
  const acknowledge = useSend(acknowledgePage, { refresh: [listPages] })
  // Among the other cards of a ticket, or below the heading of a list.
  const Title = linked ? 'h3' : 'h2'
  return (
    <section className={classes.page} data-open={page.state === 'open' || undefined} aria-label={page.reason}>
      <header className={classes.pageHead}>
        <IconPhoneCall size={18} stroke={1.9} aria-hidden />
        <Title className={classes.pageTitle}>
          {linked && page.ticket && (
            <a href={`/desk/tickets/${page.ticket.number}`}>
              #{page.ticket.number} {page.ticket.subject}
            </a>
          )}
          {linked && page.ticket && ': '}
          {page.trial ? t('page.trial') : page.reason}
        </Title>
        <Badge variant="light" color={colours[page.state]}>
          {t(`page.${page.state}`)}
        </Badge>
        {waits(page) && (
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
        {t('page.by', { name: page.startedBy, ladder: page.ladder })} <Time at={page.startedAt} />
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
                  state === 'sent'
                    ? t(`page.ways.${way}`)
                    : `${t(`page.ways.${way}`)} (${t(`page.callStates.${state}`)})`,
                )
                .join(', '),
            })}{' '}
            · <Time at={step.at} quiet />
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
