import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { lowerFlag, raiseFlag } from '../../ticket/server/index.ts'
import { deliveryChanged } from '../contract/facts.ts'
import { referTo } from './add-message.ts'
import { referToSide } from './add-side-message.ts'

export const mailFailedFlag = 'mail_failed'

interface Carried {
  messageId: number | null
  sideMessageId: number | null
  sideId: number | null
  ticketNumber: number
  undelivered: boolean
}

/**
 * The fate of a mail is told on the ticket whose message it carried; one that did not arrive makes the ticket stand in the
 * list of those until it did, or until somebody has seen it.
 */
export async function tellDelivery(
  tx: Tx,
  outboxId: number,
  state: 'sent' | 'failed' | 'uncertain',
  renamedTo: string | null = null,
): Promise<void> {
  const { rows } = await sql<Carried>`
    select id as message_id, null::bigint as side_message_id, null::bigint as side_id, ticket_number,
      exists (select from conversation.undelivered where outbox_id = ${outboxId}) as undelivered
    from conversation.message where outbox_id = ${outboxId}
    union all
    select null, m.id, s.id, s.ticket_number, exists (select from conversation.undelivered where outbox_id = ${outboxId})
    from conversation.side_message m join conversation.side_conversation s on s.id = m.side_id where m.outbox_id = ${outboxId}`.execute(
    tx,
  )
  const carried = rows[0]
  if (!carried) return
  const { ticketNumber, messageId, sideMessageId, sideId } = carried
  if (state !== 'sent') await noteUndelivered(tx, outboxId, ticketNumber)
  else if (carried.undelivered) await settleDelivery(tx, outboxId, ticketNumber)
  // Answers will name the id that the server gave it.
  if (renamedTo !== null && sideId === null) referTo(tx, renamedTo, ticketNumber)
  if (renamedTo !== null && sideId !== null) await referToSide(tx, renamedTo, sideId)
  await tell(tx, deliveryChanged, ticketNumber, { messageId, sideMessageId, state })
}

async function noteUndelivered(tx: Tx, outboxId: number, ticketNumber: number): Promise<void> {
  await tx
    .insertInto('conversation.undelivered')
    .values({ outboxId, ticketNumber, since: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await raiseFlag(tx, ticketNumber, mailFailedFlag)
}

/** Nothing is left to do about a mail that did not arrive. */
export async function settleDelivery(tx: Tx, outboxId: number, ticketNumber: number): Promise<void> {
  await tx.deleteFrom('conversation.undelivered').where('outboxId', '=', outboxId).execute()
  const other = await tx
    .selectFrom('conversation.undelivered')
    .select('outboxId')
    .where('ticketNumber', '=', ticketNumber)
    .limit(1)
    .executeTakeFirst()
  if (!other) await lowerFlag(tx, ticketNumber, mailFailedFlag)
}
