import { Type } from 'typebox'
import type { Cx } from '../../../platform/cx.ts'
import { addJob, job } from '../../../platform/jobs/index.ts'
import { calendars } from '../../calendar/server/index.ts'
import { vips } from '../../people/server/index.ts'
import type { Target } from '../contract/shapes.ts'
import { policies } from './policies.ts'
import { triedVersion, withTried } from './preview-policy.ts'
import { loadPast, replay } from './replay.ts'
import { brokenBy, type Counts, countIn, noCounts } from './trial-counts.ts'

const batch = 300
export const mostExamples = 100

export interface TrialResult {
  today: Counts
  tried: Counts
  taken: number
}

export interface TrialExample {
  number: number
  today: Target[]
  tried: Target[]
}

export const noResult = (): TrialResult => ({ today: noCounts(), tried: noCounts(), taken: 0 })

/** Some hundred tickets at a time, the newest first; what was counted is kept with the place to go on from. */
export const runTrial = job(
  'run a trial of a policy',
  Type.Object({ trialId: Type.Integer() }),
  async (cx, { trialId }) => {
    const trial = await cx.db.selectFrom('sla.trial').selectAll().where('id', '=', trialId).executeTakeFirst()
    if (!trial || (trial.state !== 'waiting' && trial.state !== 'running')) return
    const numbers = await nextNumbers(cx, trial)
    const result = Object.keys(trial.counts).length > 0 ? (trial.counts as unknown as TrialResult) : noResult()
    const examples = trial.examples as TrialExample[]
    const done = numbers.length < batch
    await countTickets(cx, trial, numbers, result, examples)
    await cx.tx(async (tx) => {
      const kept = await tx
        .updateTable('sla.trial')
        .set({
          state: done ? 'done' : 'running',
          done: trial.done + numbers.length,
          afterNumber: numbers.at(-1) ?? trial.afterNumber,
          counts: JSON.stringify(result),
          examples: JSON.stringify(examples),
        })
        .where('id', '=', trialId)
        // Stopped meanwhile, or counted by another process that took the job over.
        .where('state', 'in', ['waiting', 'running'])
        .where('done', '=', trial.done)
        .returning('id')
        .executeTakeFirst()
      if (kept && !done) await addJob(tx, runTrial, { trialId })
    })
  },
)

interface Trial {
  policyId: number | null
  days: number
  afterNumber: number
  askedAt: Date
  body: Parameters<typeof withTried>[2]
}

async function nextNumbers(cx: Cx, trial: Trial): Promise<number[]> {
  let query = cx.db
    .selectFrom('ticket.ticket')
    .select('number')
    .where('createdAt', '>=', trialBegin(trial))
    .where('createdAt', '<=', trial.askedAt)
    .orderBy('number', 'desc')
    .limit(batch)
  if (trial.afterNumber > 0) query = query.where('number', '<', trial.afterNumber)
  return (await query.execute()).map((row) => row.number)
}

export const trialBegin = ({ askedAt, days }: { askedAt: Date; days: number }): Date =>
  new Date(askedAt.getTime() - days * 86_400_000)

async function countTickets(
  cx: Cx,
  trial: Trial,
  numbers: readonly number[],
  result: TrialResult,
  examples: TrialExample[],
) {
  const [known, times] = await Promise.all([policies.get(cx.db), calendars.get(cx.db)])
  const ordered = await withTried(cx, trial.policyId, trial.body)
  const tried = ordered.find((policy) => policy.versionId === triedVersion)
  const teams = new Map()
  const now = trial.askedAt.getTime()
  const today = { ...known, teams, vips: await vips.get(cx.db) }
  const other = { ...today, ordered, version: (id: number) => (id === triedVersion ? tried : known.version(id)) }
  for (const ticket of (await loadPast(cx.db, numbers)).reverse()) {
    const [before, after] = [replay(ticket, today, times), replay(ticket, other, times)]
    const [wasBroken, isBroken] = [brokenBy(before, now), brokenBy(after, now)]
    countIn(result.today, before, wasBroken)
    countIn(result.tried, after, isBroken)
    if (after.some((clock) => clock.stretches.some(({ agreement }) => agreement.versionId === triedVersion)))
      result.taken++
    if (wasBroken.join() !== isBroken.join() && examples.length < mostExamples)
      examples.push({ number: ticket.number, today: wasBroken, tried: isBroken })
  }
}
