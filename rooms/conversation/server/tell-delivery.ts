import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { deliveryChanged } from '../contract/facts.ts'

/** The fate of a mail is told on the ticket whose message it carried. */
export async function tellDelivery(tx: Tx, outboxId: number, state: 'sent' | 'failed' | 'uncertain'): Promise<void> {
  const message = await tx
    .selectFrom('conversation.message')
    .select(['id', 'ticketNumber'])
    .where('outboxId', '=', outboxId)
    .executeTakeFirst()
  if (message) await tell(tx, deliveryChanged, message.ticketNumber, { messageId: message.id, state })
}
