import { IconArrowLeft } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { writeMessageEndpoint } from '../../../../rooms/conversation/contract/http.ts'
import { AnswerBox, PublicThread } from '../../../../rooms/conversation/web/index.ts'
import { ContactLine, SayUrgent } from '../../../../rooms/escalation/web/index.ts'
import { useSeenTicket } from '../../../../rooms/notices/web/index.ts'
import { useMe } from '../../../../rooms/people/web/index.ts'
import { AnswerResolution } from '../../../../rooms/resolution/web/index.ts'
import { getTicket, listTicketsEndpoint } from '../../../../rooms/ticket/contract/http.ts'
import { api } from '../../../../web-kit/api/api.ts'
import { isProblem } from '../../../../web-kit/api/problem.ts'
import { stale, useApi } from '../../../../web-kit/api/use-api.ts'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { Link } from '../../shell/link.tsx'
import { Lost } from '../../shell/lost.tsx'
import { PageTitle } from '../../shell/page-title.tsx'
import { go } from '../../shell/router.ts'
import { useServiceName } from '../../shell/use-service-name.ts'
import { TicketFacts } from './ticket-facts.tsx'
import classes from './ticket-screen.module.css'
import { WhereItStands } from './where-it-stands.tsx'

/** One of my requests: where it stands, what was said, and a box to answer. */
export function TicketScreen({ number }: { number: number }) {
  const { t } = useTranslation('portal')
  const { me } = useMe()
  const serviceName = useServiceName()
  useSeenTicket(number, me?.id)
  const known = Number.isSafeInteger(number) && number > 0
  const query = useApi(getTicket, { params: { number } }, { live: [`ticket:${number}`], enabled: known })
  if (!known || (isProblem(query.error) && query.error.status === 404)) return <Lost />
  if (query.error && !query.data) return <ErrorState page error={query.error} retry={query.refetch} />
  if (!query.data || !me) return <TextSkeleton lines={8} />
  const ticket = query.data
  const { abilities } = ticket
  const closed = ticket.status === 'closed'

  // The reason goes on record with the reopening; as a message it is also read where the work is done.
  const tellReason = (reason: string) => {
    if (!reason) return
    api(writeMessageEndpoint, { params: { number }, body: { kind: 'reply', text: reason } })
      .catch((error: Error) => toast.problem(error))
      .finally(() => void stale(getTicket))
  }
  const sent = (landed: number) => {
    void stale(getTicket)
    void stale(listTicketsEndpoint)
    if (landed === number) return
    toast.done(t('ticket.followedUp', { old: number, number: landed }))
    go(`/tickets/${landed}`)
  }
  return (
    <article>
      <p className={classes.back}>
        <Link href="/tickets">
          <IconArrowLeft size={17} aria-hidden /> {t('ticket.back')}
        </Link>
      </p>
      <PageTitle lead={[`#${number}`, serviceName(ticket.service)].filter(Boolean).join(' · ')}>
        {ticket.subject}
      </PageTitle>
      <div className={classes.columns}>
        <div className={classes.main}>
          <WhereItStands ticket={ticket} />
          <ContactLine number={number} />
          {abilities.reply.allowed && ticket.status !== 'resolved' && !closed && <SayUrgent number={number} />}
          {ticket.status === 'resolved' && abilities.confirm.allowed && (
            <AnswerResolution number={number} onReopened={tellReason} />
          )}
          <PublicThread key={`thread ${number}`} number={number} viewerId={me.id} />
          {abilities.reply.allowed && (
            <AnswerBox
              key={`answer ${number}`}
              number={number}
              label={t(closed ? 'ticket.followUp' : 'ticket.answer')}
              placeholder={t(closed ? 'ticket.followUpHelp' : 'ticket.answerHelp')}
              onSent={sent}
            />
          )}
        </div>
        <TicketFacts ticket={ticket} own={ticket.requester.id === me.id} />
      </div>
    </article>
  )
}
