import { useTranslation } from 'react-i18next'
import { AnswersList } from '../../../../rooms/catalog/web/index.ts'
import { PathPanel } from '../../../../rooms/escalation/web/index.ts'
import { DeclareMajor } from '../../../../rooms/major/web/index.ts'
import { StartPage } from '../../../../rooms/oncall/web/index.ts'
import { DecisionPanel } from '../../../../rooms/routing/web/index.ts'
import { ClocksPanel } from '../../../../rooms/sla/web/index.ts'
import { LinksPanel, type Ticket, TicketFactsPanel, TimelinePanel } from '../../../../rooms/ticket/web/index.ts'
import { SimilarPanel, useSimilar } from '../../../../rooms/triage/web/index.ts'
import { Folding } from '../../../../web-kit/ui/folding.tsx'
import { findTickets } from './find-tickets.ts'
import { RequesterPanel } from './requester-panel.tsx'
import { ticketLink } from './ticket-link.tsx'
import classes from './ticket-screen.module.css'

interface Props {
  ticket: Ticket
  escalations: Parameters<typeof PathPanel>[0]['found'] | undefined
  onEscalate: () => void
  onMerge: (other: number) => void
}

/** Everything one wants to know without asking: who, what, what else, what happened. */
export function ContextColumn({ ticket, escalations, onEscalate, onMerge }: Props) {
  const { t } = useTranslation('agent')
  const similar = useSimilar(ticket.number).data?.items.length
  const count = (value: number | undefined) => (value ? <span className={classes.count}>{value}</span> : null)
  return (
    <aside className={classes.aside} aria-label={t('ticket.context')}>
      <Folding title={t('ticket.requester')}>
        <RequesterPanel ticket={ticket} />
      </Folding>
      {ticket.abilities.note.allowed && (
        <Folding title={t('ticket.clocks')}>
          <ClocksPanel number={ticket.number} />
        </Folding>
      )}
      <Folding title={t('ticket.fields')}>
        <TicketFactsPanel ticket={ticket} />
      </Folding>
      {escalations && (
        <Folding title={t('ticket.escalation')}>
          <PathPanel number={ticket.number} found={escalations} team={ticket.team?.name} onEscalate={onEscalate} />
          {escalations.abilities.tellLeads.allowed && <StartPage number={ticket.number} />}
          <DeclareMajor number={ticket.number} subject={ticket.subject} />
        </Folding>
      )}
      <Folding title={t('ticket.routing')} open={false}>
        <DecisionPanel ticket={ticket} />
      </Folding>
      {ticket.service && Object.keys(ticket.customFields).length > 0 && (
        <Folding title={t('ticket.answers')}>
          <AnswersList serviceId={ticket.service.id} answers={ticket.customFields} at={ticket.createdAt} />
        </Folding>
      )}
      <Folding title={t('ticket.links')} side={count(ticket.links.length)}>
        <LinksPanel ticket={ticket} find={findTickets} link={ticketLink} />
      </Folding>
      <Folding title={t('ticket.similar')} side={count(similar)}>
        <SimilarPanel ticket={ticket} link={ticketLink} onMerge={onMerge} />
      </Folding>
      <Folding title={t('ticket.timeline')} open={false}>
        <TimelinePanel ticket={ticket} />
      </Folding>
    </aside>
  )
}
