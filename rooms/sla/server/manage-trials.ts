import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import { addJob } from '../../../platform/jobs/index.ts'
import { ticketsVisibleTo } from '../../ticket/server/index.ts'
import type { PolicyBody, Trial } from '../contract/http.ts'
import { checkPolicy } from './check-policy.ts'
import { trialNotFound } from './errors.ts'
import { noResult, runTrial, type TrialExample, type TrialResult, trialBegin } from './run-trial.ts'

type Wish = PolicyBody & { policyId: number | null; days: number }

export async function startTrial(cx: Cx, { policyId, days, ...body }: Wish): Promise<Trial> {
  return cx.tx(async (tx) => {
    await checkPolicy(tx, body.content)
    const { total } = await tx
      .selectFrom('ticket.ticket')
      .select(sql<number>`count(*)`.as('total'))
      .where('createdAt', '>=', trialBegin({ askedAt: tx.now, days }))
      .where('createdAt', '<=', tx.now)
      .executeTakeFirstOrThrow()
    const { id } = await tx
      .insertInto('sla.trial')
      .values({
        policyId,
        body: JSON.stringify(body),
        days,
        total,
        state: 'waiting',
        askedAt: tx.now,
        askedBy: tx.actor.id,
        askedByName: tx.actor.name,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await addJob(tx, runTrial, { trialId: id })
    return viewTrial({ ...cx, db: tx as unknown as Cx['db'] }, id)
  })
}

export async function viewTrial(cx: Cx, id: number): Promise<Trial> {
  const row = await cx.db.selectFrom('sla.trial').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw trialNotFound()
  const result = Object.keys(row.counts).length > 0 ? (row.counts as unknown as TrialResult) : noResult()
  const examples = row.examples as TrialExample[]
  const subjects = await subjectsOf(cx, examples)
  return {
    id,
    policyId: row.policyId,
    name: row.body.name,
    days: row.days,
    state: row.state,
    total: row.total,
    done: row.done,
    ...result,
    examples: examples.flatMap((example) => {
      const subject = subjects.get(example.number)
      return subject === undefined ? [] : [{ ...example, subject }]
    }),
    askedAt: row.askedAt.toISOString(),
    askedBy: row.askedByName,
  }
}

/** Everybody's tickets are counted; named are only those that the reader may see. */
async function subjectsOf(cx: Cx, examples: readonly TrialExample[]): Promise<Map<number, string>> {
  if (examples.length === 0) return new Map()
  const rows = await ticketsVisibleTo(cx.db, cx.actor)
    .select(['t.number', 't.subject'])
    .where(
      't.number',
      'in',
      examples.map((example) => example.number),
    )
    .execute()
  return new Map(rows.map((row) => [row.number, row.subject]))
}

export async function stopTrial(cx: Cx, id: number): Promise<void> {
  const row = await cx.db
    .updateTable('sla.trial')
    .set({ state: 'cancelled' })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .returning('id')
    .executeTakeFirst()
  if (!row) await viewTrial(cx, id)
}
