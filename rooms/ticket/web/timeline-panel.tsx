import { useTranslation } from 'react-i18next'
import { usePages } from '../../../web-kit/api/use-api.ts'
import { TextSkeleton } from '../../../web-kit/ui/states.tsx'
import { Time } from '../../../web-kit/ui/time.tsx'
import { getTimeline } from '../contract/http.ts'
import classes from './timeline-panel.module.css'
import { wordsOf } from './timeline-words.ts'
import { useNames } from './use-names.ts'
import type { Ticket } from './use-ticket.ts'

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
