import { useTranslation } from 'react-i18next'
import { usePages } from '../../../web-kit/api/use-api.ts'
import { Time } from '../../../web-kit/ui/time.tsx'
import { getTimeline } from '../contract/http.ts'
import classes from './timeline-panel.module.css'
import { type Entry, wordsOf } from './timeline-words.ts'
import { useNames } from './use-names.ts'
import type { Ticket } from './use-ticket.ts'

// What one wants to meet while reading the conversation; the rest is in the timeline.
const told = new Set([
  'ticket.status_changed',
  'ticket.assigned',
  'ticket.priority_set',
  'ticket.linked',
  'ticket.merged',
  'ticket.unmerged',
  'escalation.started',
  'escalation.accepted',
  'escalation.returned',
  'escalation.urgent_said',
  'sla.breached',
  'oncall.person_paged',
  'oncall.page_acknowledged',
  'oncall.page_unanswered',
  'major.declared',
  'major.gathered',
  'major.ended',
])

/** That a ticket was closed or opened is said by its merging; and what is still merged stands there as a strand of its own. */
const saidElsewhere = ({ fact, data }: Entry, merged: ReadonlySet<number>) =>
  (fact === 'ticket.status_changed' && (data.mergedInto !== undefined || data.statusSince !== undefined)) ||
  (fact === 'ticket.merged' && data.direction === 'from' && merged.has(data.other as number))

/** Handing up, accepting and returning move the ticket in the same act; that they did says enough. */
const moves = new Set(['escalation.started', 'escalation.accepted', 'escalation.returned'])

/** The changes that matter to a reader, as lines to stand between the messages. */
export function useTimelineLines(ticket: Ticket) {
  const { t } = useTranslation()
  const names = useNames(ticket)
  const timeline = usePages(
    getTimeline,
    { params: { number: ticket.number }, query: { limit: 200 } },
    { live: [`ticket:${ticket.number}`] },
  )
  const merged = new Set(ticket.merged.map((one) => one.number))
  const moved = new Set(timeline.items.filter((entry) => moves.has(entry.fact)).map((entry) => entry.at))
  const saidByMove = ({ fact, at }: Entry) => fact === 'ticket.assigned' && moved.has(at)
  return timeline.items
    .filter(
      (entry) =>
        (told.has(entry.fact) && !saidElsewhere(entry, merged) && !saidByMove(entry)) || entry.data.byLink === true,
    )
    .map((entry) => ({
      id: entry.id,
      at: entry.at,
      content: (
        <span className={classes.entry} data-single>
          <span className={classes.words}>
            <span className={classes.actor}>
              {entry.actor.kind === 'system' ? t('ticket:theDesk') : entry.actor.name}
            </span>{' '}
            {wordsOf(entry, names, t).join('; ')} · <Time at={entry.at} quiet className={classes.time} />
          </span>
        </span>
      ),
    }))
}
