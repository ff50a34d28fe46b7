import { sql } from 'kysely'
import { inPassing, type Reader, type Tx } from '../../../platform/db/index.ts'
import { ownCopy } from '../../../platform/memory/own-copy.ts'
import { wordsIn } from './rules.ts'

// A desk writes some ten thousand different words; what does not fit is asked of the database again.
const rememberAtMost = 200_000
const known = new Set<string>()

/** Remembers words that were never written before, for prefixes and for correcting what is mistyped. */
export function learnWords(tx: Tx, text: string): void {
  const fresh = wordsIn(text).filter((word) => !known.has(word))
  if (fresh.length === 0) return
  // In order, so that two transactions with the same new words wait for one another instead of locking each other out.
  inPassing(tx, insertWords(tx, fresh.sort()))
  tx.afterCommit.push(() => {
    if (known.size + fresh.length > rememberAtMost) known.clear()
    for (const word of fresh) known.add(ownCopy(word))
  })
}

async function insertWords(reader: Reader, words: readonly string[]): Promise<void> {
  await sql`insert into desk.word (word) select unnest(${words}::text[]) on conflict do nothing`.execute(reader)
}

/** What this process knows by heart; only ever a saving, so it may be dropped at any time. */
export function forgetWords(): void {
  known.clear()
}
