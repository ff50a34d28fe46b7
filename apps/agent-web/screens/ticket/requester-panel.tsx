import { IconBuilding, IconMail, IconMapPin, IconPhone, IconStarFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { getPerson } from '../../../../rooms/people/contract/http.ts'
import { listTicketsEndpoint } from '../../../../rooms/ticket/contract/http.ts'
import type { Ticket } from '../../../../rooms/ticket/web/index.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { PersonAvatar } from '../../../../web-kit/ui/person-avatar.tsx'
import { StatusIcon } from '../../../../web-kit/ui/status.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import classes from './requester-panel.module.css'
import { ticketLink } from './ticket-link.tsx'

/** Who asks, how to reach them, and what else they asked. */
export function RequesterPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('agent')
  const { requester } = ticket
  const person = useApi(getPerson, { params: { id: requester.id } }, { staleMs: 60_000 }).data
  const others = useApi(
    listTicketsEndpoint,
    { query: { requester: String(requester.id), limit: 6 } },
    { staleMs: 30_000 },
  ).data?.items.filter((one) => one.number !== ticket.number)
  const icon = { size: 15, stroke: 1.6, 'aria-hidden': true }
  return (
    <div>
      <div className={classes.who}>
        <PersonAvatar name={requester.name} size={34} />
        <span className={classes.words}>
          <span className={classes.name}>
            {requester.name}
            {requester.vip && (
              <span className={classes.vip}>
                <IconStarFilled size={11} aria-hidden /> VIP
              </span>
            )}
          </span>
          {person?.jobTitle && <span className={classes.job}>{person.jobTitle}</span>}
        </span>
      </div>
      <ul className={classes.ways}>
        {requester.email && (
          <li>
            <IconMail {...icon} />
            <a href={`mailto:${requester.email}`}>{requester.email}</a>
          </li>
        )}
        {person?.phones.map((phone) => (
          <li key={phone.id}>
            <IconPhone {...icon} />
            <a href={`tel:${phone.number.replace(/[^+\d]/g, '')}`}>{phone.number}</a>
          </li>
        ))}
        {ticket.organisation && (
          <li>
            <IconBuilding {...icon} />
            {ticket.organisation.name}
          </li>
        )}
        {person?.location && (
          <li>
            <IconMapPin {...icon} />
            {person.location}
          </li>
        )}
      </ul>
      {ticket.reporter.id !== requester.id && (
        <p className={classes.reporter}>{t('ticket.reportedBy', { name: ticket.reporter.name })}</p>
      )}
      {others && others.length > 0 && (
        <>
          <h3 className={classes.heading}>{t('ticket.others')}</h3>
          <ul className={classes.others}>
            {others.slice(0, 5).map((one) => (
              <li key={one.number}>
                <StatusIcon status={one.status} size={14} />
                <span className={classes.subject}>{ticketLink(one.number, one.subject)}</span>
                <Time at={one.updatedAt} quiet className={classes.time} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
