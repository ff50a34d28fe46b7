import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/index.ts'
import { keepClocks } from './keep-clocks.ts'
import { loadStanding } from './load-standing.ts'
import { reclock } from './reclock.ts'
import { goOn } from './rules.ts'
import { settleClocks } from './settle-clocks.ts'

interface Reply {
  messageId: number
  /** The fact that told the reply. */
  factId: number
  at: Date
}

/**
 * Command in two steps: the desk gives word to the requester of a locked ticket. Where its clocks stand is asked while the
 * word is written down; once that is told, the returned step writes them on. What happens most goes on from the clocks as
 * they are kept; all else computes them anew from the facts.
 */
export async function awaitReply(tx: Tx, number: number): Promise<(reply: Reply) => Promise<void>> {
  const { ticket, kept } = await loadStanding(tx, number)
  return async ({ messageId, factId, at }) => {
    const answer = { messageId, factId, at: at.getTime() }
    goOn(ticket, { kind: 'answered', at: answer.at })
    const settled = settleClocks(ticket.clocks, kept, tx.now.getTime())
    await keepClocks(tx, [{ number, teamId: ticket.teamId, settled, kept, answer }])
  }
}

/** Command: word that was given was taken back before it went out. */
export async function forgetReply(tx: Tx, number: number, messageId: number): Promise<void> {
  const gone = await sql`delete from sla.answer where ticket_number = ${number} and message_id = ${messageId}`.execute(
    tx,
  )
  if (gone.numAffectedRows) await reclock(tx, number)
}
