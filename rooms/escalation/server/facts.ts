import { hear } from '../../../platform/facts/index.ts'
import { messageAdded } from '../../conversation/contract/facts.ts'
import { slaBreached, slaWarned } from '../../sla/contract/facts.ts'
import { ticketAssigned, ticketOpened, ticketPrioritySet, ticketStatusChanged } from '../../ticket/contract/facts.ts'
import { escalationReturned, urgentSaid } from '../contract/facts.ts'
import { hearTriggers } from './hear-triggers.ts'
import { endWhenResolved, keepHandOffs } from './keep-hand-offs.ts'

const over = (status: unknown) => status === 'resolved' || status === 'closed'

export const hearers = [
  hear('escalation.keepsHandOffs', ticketAssigned, 'inline', keepHandOffs, ({ changes }) => 'teamId' in changes),
  hear(
    'escalation.endsWhenResolved',
    ticketStatusChanged,
    'inline',
    (tx, fact) => endWhenResolved(tx, fact.subjectId),
    ({ changes }) => over(changes.status?.after) && !over(changes.status?.before),
  ),
  hear('escalation.triggersOnOpened', ticketOpened, 'inline', hearTriggers),
  hear('escalation.triggersOnPriority', ticketPrioritySet, 'inline', hearTriggers),
  hear('escalation.triggersOnStatus', ticketStatusChanged, 'inline', hearTriggers),
  hear('escalation.triggersOnReturn', escalationReturned, 'inline', hearTriggers),
  hear('escalation.triggersOnWarning', slaWarned, 'inline', hearTriggers),
  hear('escalation.triggersOnBreach', slaBreached, 'inline', hearTriggers),
  hear('escalation.triggersOnUrgent', urgentSaid, 'inline', hearTriggers),
  hear(
    'escalation.triggersOnWords',
    messageAdded,
    'inline',
    hearTriggers,
    ({ direction, first }) => direction === 'in' || first,
  ),
]
