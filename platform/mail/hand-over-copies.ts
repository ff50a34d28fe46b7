import type { Db } from '../db/index.ts'
import { composeMail } from './compose-mail.ts'
import { copiesOf } from './copies.ts'
import { type HandOver, handOver } from './hand-over.ts'
import type { OutboxRow } from './outbox-row.ts'
import type { MailServer } from './server-of.ts'

/**
 * Hands over the copies of a mail one by one. Who has theirs is written down before the next one leaves, so that neither a
 * crash nor a refusal lets anybody have it twice.
 */
export async function handOverCopies(db: Db, server: MailServer, row: OutboxRow): Promise<HandOver> {
  const copies = copiesOf(row)
  let outcome: HandOver = { result: 'sent', renamedTo: null, accepted: [] }
  for (const [at, copy] of copies.entries()) {
    const next = await handOver(server, await composeMail(db, row, copy))
    outcome = together(outcome, next)
    // A server that does not answer, or asks to wait, is not asked again for the others now.
    if (next.result === 'again' || next.result === 'uncertain') break
    if (next.accepted.length > 0 && at < copies.length - 1) await noteDelivered(db, row, outcome.accepted)
  }
  return outcome
}

/** Of several copies the worst tells what becomes of the mail. */
function together(before: HandOver, next: HandOver): HandOver {
  const accepted = [...before.accepted, ...next.accepted]
  if (next.result === 'sent') {
    // The common copy comes first: its name is the one that most people will answer to.
    return before.result === 'sent'
      ? { ...next, renamedTo: before.renamedTo ?? next.renamedTo, accepted }
      : { ...before, accepted }
  }
  if (before.result === 'failed' && next.result === 'failed') {
    return { ...next, error: `${before.error}; ${next.error}`, accepted }
  }
  return { ...next, accepted }
}

async function noteDelivered(db: Db, row: OutboxRow, accepted: readonly string[]): Promise<void> {
  await db
    .updateTable('platform.outbox')
    .set({ deliveredTo: [...new Set([...row.deliveredTo, ...accepted])] })
    .where('id', '=', row.id)
    .execute()
}
