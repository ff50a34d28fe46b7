import { hear } from '../../../platform/facts/index.ts'
import { messageAdded, messageUndone } from '../../conversation/contract/facts.ts'
import { addressAdded, addressRemoved, personChanged } from '../../people/contract/facts.ts'
import { ticketAssigned, ticketChanged, ticketOpened, ticketStatusChanged } from '../../ticket/contract/facts.ts'
import { type FirstWords, hasWords } from '../../ticket/server/index.ts'
import { dropCounts } from './count-active.ts'
import { indexMessage, indexTickets } from './index-ticket.ts'
import { indexTicketsOf } from './index-tickets-of-person.ts'

/** All inline ones are one statement or none; a reply can be found when the call that wrote it returns. */
export const hearers = [
  hear('desk.indexesMessage', messageAdded, 'inline', (tx, { subjectId, data, enclosed }) => {
    const { kind, first } = data
    return indexMessage(tx, subjectId, { kind, first, ...(enclosed as { text: string; subject: string | null }) })
  }),
  hear('desk.forgetsMessage', messageUndone, 'inline', (tx, fact) => indexTickets(tx, [fact.subjectId])),
  hear('desk.indexesTicket', ticketOpened, 'inline', async (tx, fact) => {
    dropCounts(tx)
    // With words it has been indexed as its first message was told.
    if (!hasWords((fact.enclosed ?? {}) as FirstWords)) await indexTickets(tx, [fact.subjectId])
  }),
  hear('desk.indexesSubject', ticketChanged, 'inline', async (tx, fact) => {
    if (fact.data.changes.subject || fact.data.changes.requesterId) await indexTickets(tx, [fact.subjectId])
  }),
  hear('desk.countsStatus', ticketStatusChanged, 'inline', async (tx) => dropCounts(tx)),
  hear('desk.countsAssignment', ticketAssigned, 'inline', async (tx) => dropCounts(tx)),
  hear('desk.indexesName', personChanged, 'later', async (tx, fact) => {
    if (fact.data.changes.name) await indexTicketsOf(tx, fact.subjectId)
  }),
  hear('desk.indexesAddress', addressAdded, 'later', (tx, fact) => indexTicketsOf(tx, fact.subjectId)),
  hear('desk.forgetsAddress', addressRemoved, 'later', (tx, fact) => indexTicketsOf(tx, fact.subjectId)),
]
