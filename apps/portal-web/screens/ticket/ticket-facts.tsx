import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { AnswersList } from '../../../../rooms/catalog/web/index.ts'
import type { Ticket } from '../../../../rooms/ticket/contract/http.ts'
import { PersonName } from '../../../../web-kit/ui/person-avatar.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { Link } from '../../shell/link.tsx'
import classes from './ticket-screen.module.css'

/** Beside the conversation: when and by whom, what the form said, who follows it, what it belongs to. */
export function TicketFacts({ ticket, own }: { ticket: Static<typeof Ticket>; own: boolean }) {
  const { t } = useTranslation('portal')
  const { requester, reporter, watchers, links, service, customFields } = ticket
  return (
    <aside className={classes.facts} aria-label={t('ticket.details')}>
      <dl>
        <Fact label={t('ticket.opened')}>
          <Time at={ticket.createdAt} />
        </Fact>
        {!own && (
          <Fact label={t('ticket.requester')}>
            <PersonName name={requester.name} />
          </Fact>
        )}
        {reporter.id !== requester.id && (
          <Fact label={t('ticket.reporter')}>
            <PersonName name={reporter.name} />
          </Fact>
        )}
        {ticket.location && <Fact label={t('ticket.location')}>{ticket.location}</Fact>}
        {watchers.length > 0 && (
          <Fact label={t('ticket.watchers')}>{watchers.map((watcher) => watcher.name).join(', ')}</Fact>
        )}
        {links
          .filter((link) => link.relation === 'follows_up')
          .map((link) => (
            <Fact key={link.id} label={t(link.direction === 'to' ? 'ticket.follows' : 'ticket.followedBy')}>
              <Link href={`/tickets/${link.number}`}>
                #{link.number} {link.subject}
              </Link>
            </Fact>
          ))}
      </dl>
      {service && Object.keys(customFields).length > 0 && (
        <AnswersList serviceId={service.id} answers={customFields} at={ticket.createdAt} />
      )}
    </aside>
  )
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)
