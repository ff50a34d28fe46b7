import type { Passing, Tx } from './tx.ts'

export const nothingPassing = (): Passing => ({ count: 0, failure: undefined, keys: new Map() })

/**
 * Lets a statement travel with those after it: nobody waits for its answer, and if it fails, so does the transaction. For
 * what only has to be written down.
 */
export function inPassing(tx: Tx, statement: Promise<unknown>): void {
  tx.passing.count++
  statement.catch((error: Error) => {
    tx.passing.failure ??= error
  })
}

/**
 * Throws what went wrong before anything was sent. What the server refuses shows at the commit, which becomes a rollback
 * then (PostgreSQL manual, COMMIT).
 */
export async function beforeCommit({ passing }: Tx): Promise<void> {
  if (passing.count === 0) return
  // What pg refuses to send, it says in the next turn; who asked hears of it after that.
  await nextTurn()
  await nextTurn()
  if (passing.failure) throw passing.failure
}

const nextTurn = () => new Promise<void>((resolve) => process.nextTick(resolve))
