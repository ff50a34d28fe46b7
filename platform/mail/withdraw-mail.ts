import type { Tx } from '../db/index.ts'

/** Takes a mail back. False when it was sent already, or is being handed over now. */
export async function withdrawMail(tx: Tx, id: number): Promise<boolean> {
  const row = await tx
    .updateTable('platform.outbox')
    .set({ state: 'withdrawn', stateAt: tx.now, nextAttemptAt: null })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'held'])
    .where('attempts', '=', 0)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
