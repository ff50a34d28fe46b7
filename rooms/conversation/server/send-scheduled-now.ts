import type { Cx } from '../../../platform/cx.ts'
import { lowerFlag } from '../../ticket/server/index.ts'
import { notYourReply } from './errors.ts'
import { heldFlag, lockScheduled } from './schedule-reply.ts'
import { writePlanned } from './send-scheduled.ts'

/** Its author sends a planned reply now. */
export async function sendScheduledNow(cx: Cx, number: number, id: number) {
  return cx.tx(async (tx) => {
    const row = await lockScheduled(tx, cx, number, id)
    if (row.authorId !== cx.actor.id) throw notYourReply()
    await lowerFlag(tx, number, heldFlag)
    return writePlanned(tx, cx, row, cx.actor, 'now')
  })
}
