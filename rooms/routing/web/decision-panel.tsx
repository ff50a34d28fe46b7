import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { number as figure } from '../../../web-kit/i18n/formats.ts'
import { ErrorState, TextSkeleton } from '../../../web-kit/ui/states.tsx'
import { Time } from '../../../web-kit/ui/time.tsx'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { getTicket, getTimeline, listTicketsEndpoint } from '../../ticket/contract/http.ts'
import type { Ticket } from '../../ticket/web/index.ts'
import { type Decision, listDecisions, routeAgainEndpoint } from '../contract/http.ts'
import classes from './decision-panel.module.css'
import { decisionWords } from './decision-words.ts'

/** Who got the ticket and why, newest first; each opens to all who could have. */
export function DecisionPanel({ ticket }: { ticket: Pick<Ticket, 'number' | 'abilities'> }) {
  const { t } = useTranslation('routing')
  const params = { number: ticket.number }
  const list = useApi(listDecisions, { params }, { live: [`ticket:${ticket.number}`] })
  const again = useSend(routeAgainEndpoint, {
    refresh: [listDecisions, getTicket, getTimeline, listTicketsEndpoint],
    onDone: (decision) => toast.done(decisionWords(t, decision)),
  })
  if (list.error) return <ErrorState error={list.error} retry={list.refetch} />
  if (!list.data) return <TextSkeleton />
  return (
    <div className={classes.panel}>
      {list.data.items.length === 0 && <p className={classes.none}>{t('noDecisions')}</p>}
      <ul className={classes.list}>
        {list.data.items.map((decision) => (
          <li key={decision.id}>
            <Entry decision={decision} />
          </li>
        ))}
      </ul>
      {ticket.abilities.assign.allowed && (
        <Button
          size="compact-xs"
          variant="default"
          className={classes.again}
          loading={again.isPending}
          onClick={() => again.mutate({ params })}
        >
          {t('again')}
        </Button>
      )}
    </div>
  )
}

function Entry({ decision }: { decision: Decision }) {
  const { t } = useTranslation('routing')
  const [open, setOpen] = useState(false)
  const more = decision.candidates.length > 0 || decision.rules.length > 0
  return (
    <>
      <p className={classes.words}>{decisionWords(t, decision)}</p>
      <p className={classes.when}>
        {t(`cause.${decision.cause}`)} · <Time at={decision.at} quiet />
        {more && (
          <button type="button" className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'less' : 'more')}
          </button>
        )}
      </p>
      {open && <Details decision={decision} />}
    </>
  )
}

function Details({ decision }: { decision: Decision }) {
  const { t } = useTranslation('routing')
  return (
    <div className={classes.details}>
      {decision.rules.length > 0 && (
        <ol className={classes.rules} aria-label={t('rulesMatched')}>
          {decision.rules.map((rule) => (
            <li key={`${rule.id} ${rule.version}`}>
              {t('ruleLine', { position: rule.position, name: rule.name, version: rule.version })}
            </li>
          ))}
        </ol>
      )}
      {decision.candidates.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('candidate')}</th>
              <th scope="col" className={classes.figure}>
                {t('open')}
              </th>
              <th scope="col" className={classes.figure}>
                {t('load')}
              </th>
            </tr>
          </thead>
          <tbody>
            {decision.candidates.map((one) => (
              <tr key={one.id} data-chosen={one.id === decision.assignee?.id || undefined}>
                <td>
                  {one.name}
                  <span className={classes.note}>
                    {[
                      one.id === decision.assignee?.id ? t('chosen') : one.not ? t(`not.${one.not}`) : t('couldHave'),
                      one.skills.length > 0 ? one.skills.join(', ') : '',
                      one.standsFor ? t('standsFor', { name: one.standsFor }) : '',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </td>
                <td className={classes.figure}>{figure(one.open)}</td>
                <td className={classes.figure}>
                  {figure(one.load)}
                  {one.capacity === null ? '' : ` / ${figure(one.capacity)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
