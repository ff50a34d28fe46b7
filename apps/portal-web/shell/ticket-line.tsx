import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import type { TicketRow } from '../../../rooms/ticket/contract/http.ts'
import { relativeTime } from '../../../web-kit/i18n/formats.ts'
import { useNow } from '../../../web-kit/ui/clock.ts'
import { Link } from './link.tsx'
import { PlainStatus } from './plain-status.tsx'
import classes from './ticket-line.module.css'
import { useServiceName } from './use-service-name.ts'

type Row = Static<typeof TicketRow>
/** What both a list and a search know of a ticket. */
type TicketLineData = Pick<Row, 'number' | 'subject' | 'status' | 'requester' | 'assignee' | 'team' | 'updatedAt'> & {
  service?: Row['service']
}

/** One of my tickets in a list: what it is about, where it stands, who has it. */
export function TicketLine({ ticket, whose = false }: { ticket: TicketLineData; whose?: boolean }) {
  const { t } = useTranslation('portal')
  const now = useNow()
  const serviceName = useServiceName()
  const who = ticket.assignee?.name ?? ticket.team?.name
  const facts = [
    `#${ticket.number}`,
    whose ? ticket.requester.name : undefined,
    serviceName(ticket.service),
    who && ticket.status !== 'closed' ? t('ticket.with', { name: who }) : undefined,
  ].filter(Boolean)
  return (
    <Link href={`/tickets/${ticket.number}`} className={classes.line}>
      <span className={classes.words}>
        <span className={classes.subject}>{ticket.subject}</span>
        <span className={classes.facts}>{facts.join(' · ')}</span>
      </span>
      <span className={classes.side}>
        <PlainStatus status={ticket.status} />
        <time dateTime={ticket.updatedAt} className={classes.when}>
          {relativeTime(new Date(ticket.updatedAt), now)}
        </time>
      </span>
    </Link>
  )
}

export const TicketLines = ({ tickets, whose }: { tickets: readonly TicketLineData[]; whose?: boolean }) => (
  <ul className={classes.list}>
    {tickets.map((ticket) => (
      <li key={ticket.number}>
        <TicketLine ticket={ticket} {...(whose ? { whose } : {})} />
      </li>
    ))}
  </ul>
)
