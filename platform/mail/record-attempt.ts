import { sql } from 'kysely'
import type { Cx } from '../cx.ts'
import type { Tx } from '../db/index.ts'
import { tell } from '../facts/index.ts'
import { addJobs } from '../jobs/add-job.ts'
import { mailFailed, mailSent, mailUncertain } from './facts.ts'
import type { HandOver } from './hand-over.ts'
import { nextAttempt, nextKnock } from './next-attempt.ts'
import type { OutboxRow } from './outbox-row.ts'

const INTERRUPTED = 'The desk was stopped while this mail was handed over; it may have arrived.'

/** Writes down what became of an attempt, and tells it when it is final. */
export async function recordAttempt(
  cx: Cx,
  row: OutboxRow,
  outcome: HandOver,
  /** Whether the way of the mail was in trouble before. */
  troubled: boolean,
): Promise<void> {
  await cx.tx(async (tx) => {
    if (outcome.result === 'sent') {
      await put(tx, row, { state: 'sent', error: null, code: null })
      if (troubled) await endTrouble(tx, row.senderId)
      await tell(tx, mailSent, row.id, { about: row.about, renamedTo: outcome.renamedTo })
      return
    }
    const { error, code, accepted } = outcome
    const deliveredTo = [...new Set([...row.deliveredTo, ...accepted])]
    if (outcome.result === 'again') {
      if (outcome.because === 'server') await noteTrouble(tx, row.senderId, error)
      const next = nextAttempt(outcome.because, row.attempts, row.queuedAt, tx.now)
      if (next) {
        await put(tx, row, { state: 'queued', error, code, deliveredTo, next })
        await addJobs(tx, [{ name: 'send mail', payload: { outboxId: row.id }, key: `mail:${row.id}`, runAt: next }])
        return
      }
    }
    const state = outcome.result === 'uncertain' ? 'uncertain' : 'failed'
    await put(tx, row, { state, error, code, deliveredTo })
    await tell(tx, state === 'uncertain' ? mailUncertain : mailFailed, row.id, { about: row.about, error })
  })
}

interface Outcome {
  state: OutboxRow['state']
  error: string | null
  code: number | null
  deliveredTo?: string[]
  next?: Date
}

async function put(tx: Tx, row: OutboxRow, { state, error, code, deliveredTo, next }: Outcome): Promise<void> {
  await tx
    .updateTable('platform.outbox')
    .set({
      state,
      stateAt: tx.now,
      lastError: error,
      smtpCode: code,
      nextAttemptAt: next ?? null,
      ...(deliveredTo ? { deliveredTo } : {}),
    })
    .where('id', '=', row.id)
    .execute()
}

/** Whoever finds `sending` and holds the lock of the mail knows that its sender is dead. */
export async function noteInterrupted(cx: Cx, id: number): Promise<void> {
  await cx.tx(async (tx) => {
    const row = await tx
      .updateTable('platform.outbox')
      .set({ state: 'uncertain', stateAt: tx.now, lastError: INTERRUPTED, nextAttemptAt: null })
      .where('id', '=', id)
      .where('state', '=', 'sending')
      .returning('about')
      .executeTakeFirst()
    if (row) await tell(tx, mailUncertain, id, { about: row.about, error: INTERRUPTED })
  })
}

async function noteTrouble(tx: Tx, senderId: number, error: string): Promise<void> {
  await tx
    .insertInto('platform.mailTrouble')
    .values({ senderId, since: tx.now, attempts: 1, error, nextAttemptAt: nextKnock(1, tx.now) })
    .onConflict((conflict) =>
      conflict.column('senderId').doUpdateSet((eb) => ({
        error,
        // Mails that were on their way at once knock once.
        attempts: sql<number>`platform.mail_trouble.attempts + (platform.mail_trouble.next_attempt_at <= ${tx.now})::int`,
        nextAttemptAt: sql<Date>`case when platform.mail_trouble.next_attempt_at > ${tx.now} then platform.mail_trouble.next_attempt_at
          else ${tx.now}::timestamptz + least(30, 0.5 * power(2, least(platform.mail_trouble.attempts, 6))) * interval '1 minute' end`,
        since: eb.ref('platform.mailTrouble.since'),
      })),
    )
    .execute()
}

async function endTrouble(tx: Tx, senderId: number): Promise<void> {
  await tx.deleteFrom('platform.mailTrouble').where('senderId', '=', senderId).execute()
}
