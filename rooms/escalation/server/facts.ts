import { hear } from '../../../platform/facts/index.ts'
import { ticketAssigned, ticketStatusChanged } from '../../ticket/contract/facts.ts'
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
]
