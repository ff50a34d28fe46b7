import type { Static } from 'typebox'
import { keysAhead, type Tx } from '../../../platform/db/index.ts'
import { awaitReply } from '../../sla/server/index.ts'
import type { WriteMessage } from '../contract/shapes.ts'
import { type MailContext, mailContextOf } from './mail-context.ts'

/** What is known of a ticket before a message of its desk is written, so that writing it need not wait for each row. */
export interface Ahead {
  context?: Promise<MailContext>
  noteAnswer?: ReturnType<typeof awaitReply>
}

/**
 * Asks for what a message of the desk needs to know of its ticket, along with the lock that was just asked for: read once
 * that is there, and by nobody where the ticket is refused.
 */
export function askAhead(tx: Tx, number: number, body: Static<typeof WriteMessage>): Ahead {
  if (body.kind === 'note') {
    keysAhead(tx, ['conversation.message.id', 'platform.fact.id'])
    return {}
  }
  keysAhead(tx, ['conversation.message.id', 'platform.fact.id', 'platform.outbox.id'])
  const noteAnswer = awaitReply(tx, number)
  noteAnswer.catch(() => {})
  // Those in copy become watchers first, and then it is asked later.
  if (body.cc?.length) return { noteAnswer }
  const context = mailContextOf(tx, number, tx.actor.id)
  context.catch(() => {})
  return { noteAnswer, context }
}
