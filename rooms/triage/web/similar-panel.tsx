import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { StatusIcon } from '../../../web-kit/ui/status.tsx'
import { Time } from '../../../web-kit/ui/time.tsx'
import { type Ticket, useTicketActions } from '../../ticket/web/index.ts'
import { listSimilar, type SimilarTicket } from '../contract/http.ts'
import classes from './similar-panel.module.css'

interface Props {
  ticket: Ticket
  link: (number: number, children: ReactNode) => ReactNode
  /** Merges the ticket into this one. */
  onMerge: (number: number) => void
}

/** How many tickets look like this one; undefined while that is not known. */
export const useSimilar = (number: number) =>
  useApi(listSimilar, { params: { number }, query: {} }, { staleMs: 60_000 })

/** Tickets that may be about the same thing, with why, and a link as duplicate in one press. */
export function SimilarPanel({ ticket, link, onMerge }: Props) {
  const { t } = useTranslation('triage')
  const { addLink } = useTicketActions()
  const items = useSimilar(ticket.number).data?.items ?? []
  const linked = new Set(ticket.links.map((one) => one.number))
  if (items.length === 0) return <p className={classes.none}>{t('noSimilar')}</p>
  return (
    <ul className={classes.list}>
      {items.map((one) => (
        <li key={one.number} className={classes.item}>
          <span className={classes.head}>
            <StatusIcon status={one.status} size={14} />
            <span className={classes.subject}>{link(one.number, `#${one.number} ${one.subject}`)}</span>
          </span>
          <span className={classes.why}>
            <Why reasons={one.reasons} /> · <Time at={one.createdAt} quiet />
          </span>
          {ticket.abilities.merge.allowed && one.status !== 'closed' && (
            <Button size="compact-xs" variant="subtle" className={classes.button} onClick={() => onMerge(one.number)}>
              {t('mergeWith')}
            </Button>
          )}
          {ticket.abilities.link.allowed && !linked.has(one.number) && (
            <Button
              size="compact-xs"
              variant="subtle"
              className={classes.button}
              onClick={() =>
                addLink.mutate({ params: { number: ticket.number }, body: { relation: 'duplicates', to: one.number } })
              }
            >
              {t('isDuplicate')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function Why({ reasons }: { reasons: SimilarTicket['reasons'] }) {
  const { t } = useTranslation('triage')
  return reasons
    .map((one) =>
      one.code === 'words'
        ? t('likeness.words', { words: one.words?.slice(0, 4).join(', ') })
        : t(`likeness.${one.code}`),
    )
    .join(' · ')
}
