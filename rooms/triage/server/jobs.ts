import { sql } from 'kysely'
import { Type } from 'typebox'
import { addJob, cron, type Job, job } from '../../../platform/jobs/index.ts'
import { matrix, priorityOf } from '../../catalog/server/index.ts'
import { applyChanges, unsafeTicket } from '../../ticket/server/index.ts'
import { assessTicket } from './assess-ticket.ts'

const batch = 300

/** Goes through the open tickets in batches, each a transaction of its own, and lets them follow the matrix. */
export const followMatrix: Job = job(
  'let open tickets follow the matrix',
  Type.Object({ after: Type.Integer() }),
  async (cx, payload) => {
    const { after } = payload as { after: number }
    await cx.tx(async (tx) => {
      const used = await matrix(tx)
      const rows = await tx
        .selectFrom('ticket.ticket')
        .select(['number', 'impact', 'urgency', 'priority'])
        .where('active', '=', true)
        .where('number', '>', after)
        .orderBy('number')
        .limit(batch)
        .execute()
      for (const row of rows) {
        if (priorityOf(used, row.impact, row.urgency) === row.priority) continue
        const ticket = await unsafeTicket(tx, row.number, true)
        if (ticket) await assessTicket(tx, ticket, used)
      }
      const last = rows.at(-1)
      if (last && rows.length === batch) await addJob(tx, followMatrix, { after: last.number })
    })
  },
)

/**
 * Gives the open tickets of a merged category the one it was merged into. Solved tickets keep theirs, which shows as the
 * other by name: changing them would make years of work look touched today.
 */
export const followMerger: Job = job(
  'let open tickets follow a merged category',
  Type.Object({ categoryId: Type.Integer(), intoId: Type.Integer() }),
  async (cx, payload) => {
    const { categoryId, intoId } = payload as { categoryId: number; intoId: number }
    await cx.tx(async (tx) => {
      const rows = await tx
        .selectFrom('ticket.ticket')
        .select('number')
        .where('categoryId', '=', categoryId)
        .where('active', '=', true)
        .orderBy('number')
        .limit(batch)
        .execute()
      for (const row of rows) {
        const ticket = await unsafeTicket(tx, row.number, true)
        if (ticket?.categoryId === categoryId) await applyChanges(tx, ticket, { categoryId: intoId })
      }
      if (rows.length === batch) await addJob(tx, followMerger, { categoryId, intoId })
    })
  },
)

/** Fingerprints of tickets that are long solved are of no use to anybody who looks for the same trouble. */
export const sweepFingerprints = cron('sweep fingerprints', '40 3 * * *', async (cx) => {
  await sql`
    delete from triage.fingerprint f using ticket.ticket t
    where t.number = f.ticket_number and not t.active
      and f.opened_at < ${cx.now}::timestamptz - interval '45 days'
      and t.status_since < ${cx.now}::timestamptz - interval '30 days'`.execute(cx.db)
})
