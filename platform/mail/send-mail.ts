import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Cx } from '../cx.ts'
import { addJob, type Job, job } from '../jobs/index.ts'
import type { HandOver } from './hand-over.ts'
import { handOverCopies } from './hand-over-copies.ts'
import type { OutboxRow } from './outbox-row.ts'
import { noteInterrupted, recordAttempt } from './record-attempt.ts'
import { serverOf } from './server-of.ts'
import { takePlace, wayOf } from './way.ts'

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
      await sendLocked(cx, id)
    } finally {
      await sql`select pg_advisory_unlock(${LOCK_SPACE}, ${id}::int)`.execute(session)
    }
  })
}

async function sendLocked(cx: Cx, id: number): Promise<void> {
  const way = await wayOf(cx.db, id, cx.now)
  if (!way) return noteInterrupted(cx, id)
  // Resuming looks for what waits.
  if (way.paused) return
  if (way.restsUntil && way.restsUntil > cx.now) return postpone(cx, id, way.restsUntil)
  const place = way.ratePerMinute === null ? undefined : await takePlace(cx, way.senderId, way.ratePerMinute)
  if (place) return postpone(cx, id, place)
  const claimed = await claim(cx, id)
  if (claimed) await recordAttempt(cx, claimed, await attempt(cx, claimed), way.restsUntil !== null)
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

/** Waits without having been tried: nothing is wrong with the mail. */
async function postpone(cx: Cx, id: number, until: Date): Promise<void> {
  await cx.tx(async (tx) => {
    await tx
      .updateTable('platform.outbox')
      .set({ nextAttemptAt: until })
      .where('id', '=', id)
      .where('state', '=', 'queued')
      .execute()
    await addJob(tx, sendMail, { outboxId: id }, { key: sendMailKey(id), runAt: until })
  })
}

async function attempt(cx: Cx, row: OutboxRow): Promise<HandOver> {
  const server = await serverOf(cx.db, row.senderId)
  if (!server) return { result: 'again', because: 'server', error: 'No server is set.', code: null, accepted: [] }
  try {
    return await handOverCopies(cx.db, server, row)
  } catch (error) {
    return { result: 'failed', error: `It could not be written: ${String(error)}`, code: null, accepted: [] }
  }
}
