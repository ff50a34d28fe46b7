import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { retryMail } from '../../../platform/mail/index.ts'
import { ticketFor } from '../../ticket/server/index.ts'
import { messageFor } from './access.ts'
import { notMailed } from './errors.ts'
import { type MessageRecord, presentMessages } from './present-message.ts'
import { settleDelivery } from './tell-delivery.ts'

/** Sends the mail of a message again that was not delivered. */
export async function retryMessageNow(cx: Cx, number: number, id: number) {
  return withMessage(cx, number, id, async (tx, message, outboxId) => {
    await retryMail(tx, outboxId)
    await settleDelivery(tx, outboxId, message.ticketNumber)
  })
}

/** Somebody has seen that it did not arrive and does otherwise, by telephone perhaps. */
export async function settleMessageNow(cx: Cx, number: number, id: number) {
  return withMessage(cx, number, id, (tx, message, outboxId) => settleDelivery(tx, outboxId, message.ticketNumber))
}

async function withMessage(
  cx: Cx,
  number: number,
  id: number,
  work: (tx: Tx, message: MessageRecord, outboxId: number) => Promise<void>,
) {
  return cx.tx(async (tx) => {
    await ticketFor(tx, cx.actor, number, 'note', { lock: true })
    const { message } = await messageFor(tx, cx.actor, number, id)
    if (message.outboxId === null) throw notMailed()
    await work(tx, message, message.outboxId)
    const [presented] = await presentMessages(tx, cx.actor, [message], cx.now)
    if (!presented) throw new Error('a message that was just read is gone')
    return presented
  })
}
