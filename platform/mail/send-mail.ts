import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Cx } from '../cx.ts'
import { tell } from '../facts/index.ts'
import { addJob, type Job, job } from '../jobs/index.ts'
import { composeMail } from './compose-mail.ts'
import { mailFailed, mailSent, mailUncertain } from './facts.ts'
import { type HandOver, handOver } from './hand-over.ts'
import type { OutboxRow } from './outbox-row.ts'

/** Minutes before the next attempt, after the first, second … one; then the mail has failed. About two days in all. */
const WAIT_MINUTES = [1, 3, 10, 30, 60, 120, 240, 480, 720, 720]

/** The first number of the advisory locks that say: this mail is being sent by a living process. */
const LOCK_SPACE = 0x6d61696c

const Payload = Type.Object({ outboxId: Type.Integer() })

export const sendMail: Job<typeof Payload> = job('send mail', Payload, (cx, { outboxId }) => sendOne(cx, outboxId))

export function sendMailKey(id: number): string {
  return `mail:${id}`
}

/**
 * Sends one mail. Its state is committed as `sending` before the first byte goes out; a lock of this session says that the
 * sender lives. Who finds `sending` without the lock knows that a crash came between: the mail may have arrived.
 */
export async function sendOne(cx: Cx, id: number): Promise<void> {
  await cx.db.connection().execute(async (session) => {
    const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_lock(${LOCK_SPACE}, ${id}::int) as got`.execute(
      session,
    )
    if (!rows[0]?.got) return
    try {
      const row = await claim(cx, id)
      if (row) await record(cx, row, await attempt(cx, row))
      else await noteInterrupted(cx, id)
    } finally {
      await sql`select pg_advisory_unlock(${LOCK_SPACE}, ${id}::int)`.execute(session)
    }
  })
}

async function claim(cx: Cx, id: number): Promise<OutboxRow | undefined> {
  return cx.db
    .updateTable('platform.outbox')
    .set((eb) => ({ state: 'sending', stateAt: cx.now, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .where('nextAttemptAt', '<=', cx.now)
    .returningAll()
    .executeTakeFirst() as Promise<OutboxRow | undefined>
}

async function attempt(cx: Cx, row: OutboxRow): Promise<HandOver> {
  try {
    return await handOver(await composeMail(cx.db, row))
  } catch (error) {
    return { result: 'failed', error: `It could not be written: ${String(error)}`, code: null }
  }
}

async function record(cx: Cx, row: OutboxRow, outcome: HandOver): Promise<void> {
  const wait = WAIT_MINUTES[row.attempts - 1]
  await cx.tx(async (tx) => {
    const set = (state: OutboxRow['state'], nextAttemptAt: Date | null) =>
      tx
        .updateTable('platform.outbox')
        .set({
          state,
          nextAttemptAt,
          stateAt: tx.now,
          lastError: outcome.result === 'sent' ? null : outcome.error,
          smtpCode: outcome.result === 'sent' ? null : outcome.code,
        })
        .where('id', '=', row.id)
        .execute()
    if (outcome.result === 'sent') {
      await set('sent', null)
      await tell(tx, mailSent, row.id, { about: row.about })
    } else if (outcome.result === 'again' && wait !== undefined) {
      const next = new Date(tx.now.getTime() + wait * 60_000)
      await set('queued', next)
      await addJob(tx, sendMail, { outboxId: row.id }, { key: sendMailKey(row.id), runAt: next })
    } else if (outcome.result === 'uncertain') {
      await set('uncertain', null)
      await tell(tx, mailUncertain, row.id, { about: row.about, error: outcome.error })
    } else {
      await set('failed', null)
      await tell(tx, mailFailed, row.id, { about: row.about, error: outcome.error })
    }
  })
}

const INTERRUPTED = 'The desk was stopped while this mail was handed over; it may have arrived.'

async function noteInterrupted(cx: Cx, id: number): Promise<void> {
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
