import { useTranslation } from 'react-i18next'
import { useApi, usePages } from '../../../web-kit/api/use-api.ts'
import { TextSkeleton } from '../../../web-kit/ui/states.tsx'
import { Time } from '../../../web-kit/ui/time.tsx'
import { listCategories, listServices } from '../../catalog/contract/http.ts'
import { listTeams } from '../../people/contract/http.ts'
import { getTimeline } from '../contract/http.ts'
import classes from './timeline-panel.module.css'
import { type Names, wordsOf } from './timeline-words.ts'
import type { Ticket } from './use-ticket.ts'

/** Names of what facts hold as ids: from the ticket itself where possible, else from the lists the browser has. */
function useNames(ticket: Ticket): Names {
  const teams = useApi(listTeams, {}, { staleMs: 300_000 }).data?.items ?? []
  const services = useApi(listServices, { query: {} }, { staleMs: 300_000 }).data?.items ?? []
  const categories = useApi(listCategories, { query: {} }, { staleMs: 300_000 }).data?.items ?? []
  const people = new Map(
    [ticket.requester, ticket.reporter, ticket.assignee, ...ticket.watchers, ...teams.flatMap((team) => team.members)]
      .filter((p) => p !== null)
      .map((p) => [p.id, p.name]),
  )
  return {
    team: (id) => teams.find((one) => one.id === id)?.name,
    person: (id) => people.get(id),
    service: (id) => services.find((one) => one.id === id)?.name,
    category: (id) => categories.find((one) => one.id === id)?.name,
  }
}

/** What happened to a ticket, in words, newest first. */
export function TimelinePanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation()
  const names = useNames(ticket)
  const timeline = usePages(
    getTimeline,
    { params: { number: ticket.number }, query: { limit: 200 } },
    { live: [`ticket:${ticket.number}`] },
  )
  if (timeline.isPending) return <TextSkeleton lines={4} />
  return (
    <ol className={classes.timeline}>
      {timeline.items.toReversed().map((entry) => (
        <li key={entry.id} className={classes.entry}>
          <span className={classes.words}>
            <span className={classes.actor}>
              {entry.actor.kind === 'system' ? t('ticket:theDesk') : entry.actor.name}
            </span>{' '}
            {wordsOf(entry, names, t).join('; ')}
          </span>
          <Time at={entry.at} className={classes.time} />
        </li>
      ))}
    </ol>
  )
}
