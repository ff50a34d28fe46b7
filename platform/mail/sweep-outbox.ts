import { sql } from 'kysely'
import type { Cx } from '../cx.ts'
import { addJob, cron } from '../jobs/index.ts'
import { canSend } from './config.ts'
import { sendMail, sendMailKey, sendOne } from './send-mail.ts'

const BATCH = 200
/** Older mail that was kept for want of a server is not sent by surprise; an administrator decides. */
const HELD_DAYS = 7

export const sweepOutboxEveryMinute = cron('sweep the outbox', '* * * * *', sweepOutbox)

/** Finds mail that a crash interrupted or left without a job, and mail that waited for a server to be set. */
export async function sweepOutbox(cx: Cx): Promise<void> {
  const interrupted = await cx.db
    .selectFrom('platform.outbox')
    .select('id')
    .where('state', '=', 'sending')
    .limit(BATCH)
    .execute()
  for (const { id } of interrupted) await sendOne(cx, id)
  if (!canSend()) return
  await cx.tx(async (tx) => {
    await tx
      .updateTable('platform.outbox')
      .set({ state: 'queued', stateAt: tx.now, nextAttemptAt: tx.now })
      .where('state', '=', 'held')
      .where('queuedAt', '>', new Date(tx.now.getTime() - HELD_DAYS * 86_400_000))
      .execute()
    const late = await tx
      .selectFrom('platform.outbox')
      .select('id')
      .where('state', '=', 'queued')
      .where('nextAttemptAt', '<', sql<Date>`${tx.now}::timestamptz - interval '20 seconds'`)
      .orderBy('nextAttemptAt')
      .limit(BATCH)
      .execute()
    for (const { id } of late) await addJob(tx, sendMail, { outboxId: id }, { key: sendMailKey(id) })
  })
}
