import { hear } from '../../../platform/facts/index.ts'
import { messageAdded } from '../../conversation/contract/facts.ts'
import { ticketStatusChanged, ticketUnmerged } from '../../ticket/contract/facts.ts'
import { unsafeTicket } from '../../ticket/server/index.ts'
import { keepClosure } from './close-ticket.ts'
import { currentResolution } from './queries.ts'
import { reopen } from './reopen-ticket.ts'
import { planClosing } from './resolve-ticket.ts'

export const hearers = [
  // The requester wrote again: it is not solved. What a program sends is no answer.
  hear('resolution.reopensOnReply', messageAdded, 'inline', async (tx, fact) => {
    if (fact.data.direction !== 'in' || fact.data.automatic || fact.data.first) return
    const ticket = await unsafeTicket(tx, fact.subjectId, true)
    if (ticket?.status === 'resolved') await reopen(tx, ticket)
  }),
  hear('resolution.keepsClosure', ticketStatusChanged, 'inline', async (tx, fact) => {
    // What goes on in another ticket was not accepted.
    if (fact.data.changes.status?.after === 'closed' && !fact.data.mergedInto)
      await keepClosure(tx, fact.subjectId, 'by_hand')
  }),
  hear('resolution.waitsAgain', ticketUnmerged, 'inline', async (tx, fact) => {
    if (fact.data.direction !== 'into') return
    const ticket = await unsafeTicket(tx, fact.subjectId)
    const resolution = ticket?.status === 'resolved' ? await currentResolution(tx, ticket.number) : undefined
    if (resolution) await planClosing(tx, fact.subjectId, resolution.id)
  }),
]
