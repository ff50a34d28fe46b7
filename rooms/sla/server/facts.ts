import type { Tx } from '../../../platform/db/index.ts'
import { hear, type ToldFact } from '../../../platform/facts/index.ts'
import { calendarChanged, defaultCalendarSet } from '../../calendar/contract/facts.ts'
import { followDeskZone } from '../../calendar/server/index.ts'
import { categoryAdded, categoryChanged, categoryDeleted, categoryMerged } from '../../catalog/contract/facts.ts'
import { deskChanged, deskSetUp } from '../../people/contract/facts.ts'
import {
  ticketAssigned,
  ticketChanged,
  ticketOpened,
  ticketPrioritySet,
  ticketStatusChanged,
} from '../../ticket/contract/facts.ts'
import { followVersions } from './apply-policies.ts'
import { concernsClocks, newsOf } from './news.ts'
import { policies } from './policies.ts'
import { beginClocks, reclock } from './reclock.ts'

type Changes = Record<string, { before: unknown; after: unknown }>

export const hearers = [
  hear('sla.beginClocks', ticketOpened, 'inline', (tx, fact) => beginClocks(tx, fact.subjectId, fact, fact.data.state)),
  hear('sla.chooseOnChange', ticketChanged, 'inline', hearChange, concernsClocks),
  hear('sla.chooseOnPriority', ticketPrioritySet, 'inline', hearChange, concernsClocks),
  hear('sla.chooseOnTeam', ticketAssigned, 'inline', hearChange, concernsClocks),
  hear('sla.followStatus', ticketStatusChanged, 'inline', hearChange, concernsClocks),

  hear('sla.followCalendar', calendarChanged, 'later', (tx) => followVersions(tx, 'calendar')),
  hear('sla.followDefaultCalendar', defaultCalendarSet, 'later', (tx) => followVersions(tx, 'calendar')),
  hear('sla.setZone', deskSetUp, 'inline', async (tx) => {
    const { zone } = await tx.selectFrom('people.desk').select('defaultTimeZone as zone').executeTakeFirstOrThrow()
    await followDeskZone(tx, zone)
  }),
  hear(
    'sla.changeZone',
    deskChanged,
    'inline',
    async (tx, { data }) => {
      const { before, after } = (data.changes as Changes).defaultTimeZone ?? {}
      await followDeskZone(tx, String(after), String(before))
    },
    (data) => 'defaultTimeZone' in data.changes,
  ),
  // The tree of categories is part of what is remembered.
  hear('sla.forgetOnAdded', categoryAdded, 'inline', (tx) => policies.forget(tx)),
  hear('sla.forgetOnChanged', categoryChanged, 'inline', (tx) => policies.forget(tx)),
  hear('sla.forgetOnDeleted', categoryDeleted, 'inline', (tx) => policies.forget(tx)),
  hear('sla.forgetOnMerged', categoryMerged, 'inline', (tx) => policies.forget(tx)),
]

async function hearChange(tx: Tx, fact: ToldFact<{ changes: Changes }>): Promise<void> {
  await reclock(tx, fact.subjectId, newsOf(fact))
}
