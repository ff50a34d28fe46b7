import { hear } from '../../../platform/facts/index.ts'
import { ticketStatusChanged } from '../../ticket/contract/facts.ts'
import { incidentOf } from './access.ts'
import { end } from './write-update.ts'

const over = (status: unknown) => status === 'resolved' || status === 'closed'

export const hearers = [
  hear(
    'major.endsWhenResolved',
    ticketStatusChanged,
    'inline',
    async (tx, fact) => {
      const incident = await incidentOf(tx, fact.subjectId)
      if (incident && incident.endedAt === null) await end(tx, fact.subjectId, incident.title)
    },
    ({ changes }) => over(changes.status?.after) && !over(changes.status?.before),
  ),
]
