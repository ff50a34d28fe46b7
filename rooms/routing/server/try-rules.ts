import { sql } from 'kysely'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { addJob } from '../../../platform/jobs/index.ts'
import type { NewTrial, Trial, TrialResult } from '../contract/http-rules.ts'
import { wrongIn } from './check-conditions.ts'
import { badCondition, trialNotFound } from './errors.ts'
import { runTrial } from './run-trial.ts'

const dayMs = 86_400_000
const keptPerPerson = 20

/** Begins to run rules over the tickets of the last days; nothing is changed by it. */
export async function startTrial(cx: Cx, { rules, days }: NewTrial): Promise<Trial> {
  for (const [index, rule] of rules.entries()) {
    const why = wrongIn(rule.conditions)
    if (why) throw badCondition({ why }, { field: `body.rules.${index}.conditions` })
  }
  const fromAt = new Date(cx.now.getTime() - days * dayMs)
  const nothing: TrialResult = { tickets: 0, changed: 0, examples: [], flows: [], rules: [], findings: [] }
  return cx.tx(async (tx) => {
    const total = await tx
      .selectFrom('ticket.ticket')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('createdAt', '>', fromAt)
      .where('createdAt', '<=', cx.now)
      .executeTakeFirstOrThrow()
    const { id } = await tx
      .insertInto('routing.trial')
      .values({
        personId: cx.actor.id,
        days,
        rules: JSON.stringify(rules),
        fromAt,
        untilAt: cx.now,
        reached: null,
        total: total.count,
        result: JSON.stringify(nothing),
        createdAt: cx.now,
        finishedAt: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await sql`delete from routing.trial where person_id = ${cx.actor.id} and id not in (
      select id from routing.trial where person_id = ${cx.actor.id} order by id desc limit ${keptPerPerson})`.execute(
      tx,
    )
    await addJob(tx, runTrial, { id })
    return viewTrial(tx, cx.actor, id)
  })
}

/** One's own: nobody follows or stops somebody else's. */
export async function viewTrial(reader: Reader, actor: Actor, id: number): Promise<Trial> {
  const row = await reader
    .selectFrom('routing.trial')
    .select(['id', 'state', 'days', 'total', 'done', 'result', 'createdAt', 'finishedAt'])
    .where('id', '=', id)
    .where(sql<boolean>`person_id is not distinct from ${actor.id}`)
    .executeTakeFirst()
  if (!row) throw trialNotFound()
  return {
    ...row,
    result: row.state === 'done' ? row.result : null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}

export async function stopTrial(cx: Cx, id: number): Promise<Trial> {
  return cx.tx(async (tx) => {
    await viewTrial(tx, cx.actor, id)
    await tx
      .updateTable('routing.trial')
      .set({ state: 'cancelled', finishedAt: tx.now })
      .where('id', '=', id)
      .where('state', 'in', ['waiting', 'running'])
      .execute()
    return viewTrial(tx, cx.actor, id)
  })
}
