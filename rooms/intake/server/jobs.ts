import { Type } from 'typebox'
import type { Cx } from '../../../platform/cx.ts'
import { addJob, cron, type Job, job } from '../../../platform/jobs/index.ts'
import { fileItem } from './file-mail.ts'

const Payload = Type.Object({ itemIds: Type.Array(Type.Integer()) })

/** Messages that arrived together; each is filed in a transaction of its own. */
export const fileInboundMail: Job<typeof Payload> = job('file inbound mail', Payload, async (cx, { itemIds }) => {
  for (const itemId of itemIds) await fileItem(cx, itemId)
})

export const sweepEveryMinute = cron('sweep inbound mail', '* * * * *', (cx) => sweepInboundMail(cx, 30))

const BATCH = 1000

/** Gives a job to what a crash left without one, and to what is due for another attempt. */
export async function sweepInboundMail(cx: Cx, olderThanSeconds: number): Promise<void> {
  await cx.tx(async (tx) => {
    const waiting = await tx
      .selectFrom('intake.item')
      .select('id')
      .where('state', '=', 'received')
      .where('receivedAt', '<=', new Date(tx.now.getTime() - olderThanSeconds * 1000))
      .where((eb) => eb.or([eb('nextAttemptAt', 'is', null), eb('nextAttemptAt', '<=', tx.now)]))
      .orderBy('id')
      .limit(BATCH)
      .execute()
    for (const { id } of waiting) await addJob(tx, fileInboundMail, { itemIds: [id] }, { key: `inbound:${id}` })
  })
}
