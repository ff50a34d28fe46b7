import { hear } from '../../../platform/facts/index.ts'
import { ticketStatusChanged } from '../../ticket/contract/facts.ts'

const over = (status: unknown) => status === 'resolved' || status === 'closed'

export const hearers = [
  hear(
    'oncall.endsWhenResolved',
    ticketStatusChanged,
    'inline',
    async (tx, fact) => {
      await tx
        .updateTable('oncall.page')
        .set({ state: 'over', nextAt: null, endedAt: tx.now })
        .where('ticketNumber', '=', fact.subjectId)
        .where('state', '=', 'open')
        .execute()
    },
    ({ changes }) => over(changes.status?.after) && !over(changes.status?.before),
  ),
]
