import { type SqlBool, sql } from 'kysely'
import type { Cx } from '../cx.ts'
import type { Tx } from '../db/index.ts'
import { addJobs } from '../jobs/add-job.ts'
import { cron } from '../jobs/index.ts'
import { sendMail, sendMailKey, sendOne } from './send-mail.ts'
import { canSend, deskSender } from './server-of.ts'

const BATCH = 1000
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
  await cx.tx(async (tx) => {
    await releaseHeld(tx)
    await addJobsForLate(tx, 20)
  })
}

/** What was held for want of a server waits again, when it has one now. */
async function releaseHeld(tx: Tx): Promise<void> {
  const everyone = await canSend(tx, deskSender)
  await tx
    .updateTable('platform.outbox')
    .set({ state: 'queued', stateAt: tx.now, nextAttemptAt: tx.now })
    .where('state', '=', 'held')
    .where('queuedAt', '>', new Date(tx.now.getTime() - HELD_DAYS * 86_400_000))
    .$if(!everyone, (query) =>
      query.where('senderId', 'in', (eb) =>
        eb.selectFrom('platform.mailSender').select('id').where('host', 'is not', null),
      ),
    )
    .execute()
}

/**
 * Adds the jobs of mail that is late: a crash lost them, or its way was paused. Answers with the last mail of a full batch,
 * after which there may be more.
 */
export async function addJobsForLate(tx: Tx, lateSeconds: number, afterId = 0): Promise<number | undefined> {
  const late = await tx
    .selectFrom('platform.outbox as o')
    .select('o.id')
    .where('o.state', '=', 'queued')
    .where('o.nextAttemptAt', '<=', new Date(tx.now.getTime() - lateSeconds * 1000))
    .where('o.id', '>', afterId)
    .where(
      sql<SqlBool>`not exists (select from platform.mail_pause p where p.sender_id is null or p.sender_id = o.sender_id)`,
    )
    .orderBy('o.id')
    .limit(BATCH)
    .execute()
  if (late.length > 0) {
    await addJobs(
      tx,
      late.map(({ id }) => ({ name: sendMail.name, payload: { outboxId: id }, key: sendMailKey(id) })),
    )
  }
  return late.length < BATCH ? undefined : late.at(-1)?.id
}
