import { Type } from 'typebox'
import type { Cx } from '../cx.ts'
import type { Tx } from '../db/index.ts'
import { tell } from '../facts/index.ts'
import { addJob, type Job, job } from '../jobs/index.ts'
import { senderNotFound } from './errors.ts'
import { mailPaused, mailResumed } from './facts.ts'
import { addJobsForLate } from './sweep-outbox.ts'

/** Stops sending, of the whole desk or by one way: what is queued waits, what is being handed over is finished. */
export async function pauseSending(cx: Cx, senderId: number | null, why: string | null): Promise<void> {
  await cx.tx(async (tx) => {
    if (senderId !== null) await assertSender(tx, senderId)
    const added = await tx
      .insertInto('platform.mailPause')
      .values({ senderId, pausedAt: tx.now, pausedBy: tx.actor.name, why: why?.trim() || null })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows !== 0n) await tell(tx, mailPaused, senderId ?? 0, { why: why?.trim() || null })
  })
}

export async function resumeSending(cx: Cx, senderId: number | null): Promise<void> {
  await cx.tx(async (tx) => {
    const removed = await tx
      .deleteFrom('platform.mailPause')
      .where('senderId', senderId === null ? 'is' : '=', senderId)
      .executeTakeFirst()
    if (removed.numDeletedRows === 0n) return
    await tell(tx, mailResumed, senderId ?? 0, {})
    await addJob(tx, catchUp, {}, { key: 'catch up with sending' })
  })
}

const Nothing = Type.Object({})

/** After a pause a great many may wait: they get their jobs a thousand at a time. */
export const catchUp: Job<typeof Nothing> = job('catch up with sending', Nothing, async (cx) => {
  let after: number | undefined = 0
  while (after !== undefined) {
    const from: number = after
    after = await cx.tx((tx) => addJobsForLate(tx, 0, from))
  }
})

export async function assertSender(tx: Tx, id: number): Promise<void> {
  const row = await tx.selectFrom('platform.mailSender').select('id').where('id', '=', id).executeTakeFirst()
  if (!row) throw senderNotFound({ id })
}
