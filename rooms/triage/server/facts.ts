import { hear } from '../../../platform/facts/index.ts'
import { addJob } from '../../../platform/jobs/index.ts'
import { categoryMerged, matrixChanged } from '../../catalog/contract/facts.ts'
import { ticketChanged, ticketOpened } from '../../ticket/contract/facts.ts'
import { unsafeTicket } from '../../ticket/server/index.ts'
import { assessTicket, rememberOpened } from './assess-ticket.ts'
import { followMatrix, followMerger } from './jobs.ts'

export const hearers = [
  hear('triage.rememberOpened', ticketOpened, 'inline', async (tx, fact) => {
    const words = (fact.enclosed as { text?: string } | undefined)?.text ?? ''
    rememberOpened(tx, fact.subjectId, fact.data.state, words)
  }),
  hear('triage.assessChanged', ticketChanged, 'inline', async (tx, fact) => {
    if (!('impact' in fact.data.changes || 'urgency' in fact.data.changes)) return
    const ticket = await unsafeTicket(tx, fact.subjectId, true)
    if (ticket) await assessTicket(tx, ticket)
  }),
  hear('triage.followMatrix', matrixChanged, 'later', async (tx) => {
    await addJob(tx, followMatrix, { after: 0 }, { key: 'follow the matrix' })
  }),
  hear('triage.followMerger', categoryMerged, 'later', async (tx, fact) => {
    await addJob(tx, followMerger, { categoryId: fact.subjectId, intoId: fact.data.intoId })
  }),
]
