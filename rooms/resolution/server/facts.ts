import { hear } from '../../../platform/facts/index.ts'
import { messageAdded } from '../../conversation/contract/facts.ts'
import { ticketStatusChanged } from '../../ticket/contract/facts.ts'
import { unsafeTicket } from '../../ticket/server/index.ts'
import { keepClosure } from './close-ticket.ts'
import { reopen } from './reopen-ticket.ts'

export const hearers = [
  // The requester wrote again: it is not solved. What a program sends is no answer.
  hear('resolution.reopensOnReply', messageAdded, 'inline', async (tx, fact) => {
    if (fact.data.direction !== 'in' || fact.data.automatic || fact.data.first) return
    const ticket = await unsafeTicket(tx, fact.subjectId, true)
    if (ticket?.status === 'resolved') await reopen(tx, ticket)
  }),
  hear('resolution.keepsClosure', ticketStatusChanged, 'inline', async (tx, fact) => {
    if (fact.data.changes.status?.after === 'closed') await keepClosure(tx, fact.subjectId, 'by_hand')
  }),
]
