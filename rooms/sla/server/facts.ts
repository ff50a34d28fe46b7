import { hear } from '../../../platform/facts/index.ts'
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
import type { Status } from '../../ticket/contract/shapes.ts'
import { isActive } from '../../ticket/server/index.ts'
import { pausing } from '../contract/shapes.ts'
import { followVersions } from './apply-policies.ts'
import { policies } from './policies.ts'
import { beginClocks, reclock } from './reclock.ts'

type Changes = Record<string, { before: unknown; after: unknown }>

/** Fields that policies ask for. */
const asked = ['kind', 'serviceId', 'categoryId', 'organisationId', 'requesterId', 'tags']
const asksFor = (data: { changes: Changes }) => asked.some((field) => field in data.changes)

/** Whether clocks run, wait for somebody or are over: moves within one of these change nothing. */
const classOf = (status: unknown): string =>
  (pausing as readonly unknown[]).includes(status) || !isActive(status as Status) ? String(status) : 'running'
const matters = ({ changes: { status } }: { changes: Changes }) =>
  status !== undefined && classOf(status.before) !== classOf(status.after)

export const hearers = [
  hear('sla.beginClocks', ticketOpened, 'inline', (tx, fact) => beginClocks(tx, fact.subjectId, fact, fact.data.state)),
  hear(
    'sla.chooseOnChange',
    ticketChanged,
    'inline',
    (tx, fact) => reclock(tx, fact.subjectId, { choose: { fact, why: 'changed' } }),
    asksFor,
  ),
  hear('sla.chooseOnPriority', ticketPrioritySet, 'inline', (tx, fact) =>
    reclock(tx, fact.subjectId, { choose: { fact, why: 'changed' } }),
  ),
  hear(
    'sla.chooseOnTeam',
    ticketAssigned,
    'inline',
    (tx, fact) => reclock(tx, fact.subjectId, { choose: { fact, why: 'changed' } }),
    (data) => 'teamId' in data.changes,
  ),
  hear('sla.followStatus', ticketStatusChanged, 'inline', (tx, fact) => reclock(tx, fact.subjectId), matters),

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
