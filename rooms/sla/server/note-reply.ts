import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/index.ts'
import { reclock } from './reclock.ts'

interface Reply {
  messageId: number
  /** The fact that told the reply. */
  factId: number
  at: Date
}

/** Command: the desk has given word to the requester of a locked ticket. */
export async function noteReply(tx: Tx, number: number, { messageId, factId, at }: Reply): Promise<void> {
  await reclock(tx, number, { answer: { messageId, factId, at: at.getTime() } })
}

/** Command: word that was given was taken back before it went out. */
export async function forgetReply(tx: Tx, number: number, messageId: number): Promise<void> {
  const gone = await sql`delete from sla.answer where ticket_number = ${number} and message_id = ${messageId}`.execute(
    tx,
  )
  if (gone.numAffectedRows) await reclock(tx, number)
}
