import { sql } from 'kysely'
import type { Reader, Tx } from '../db/index.ts'
import type { Channel } from '../db/notices.ts'

const channel = 'deskhand_memory'

/** What a process knows by heart, so that the hottest paths need not ask for it: rules, policies, schedules. */
export interface Memory<T = unknown> {
  name: string
  /** As it is now. A transaction that changed it reads its own change. */
  get(reader: Reader): Promise<T>
  /** Call after every change of what is read, in its transaction: from its commit on every process reads it again. */
  forget(tx: Tx): Promise<void>
  drop(): void
}

/** Declares something to be kept in memory; put the result into `Room.memories`. */
export function keepInMemory<T>(name: string, read: (reader: Reader) => Promise<T>): Memory<T> {
  let kept: { value: T } | undefined
  let drops = 0
  // Of a transaction that changed it: what it has read since its last change.
  const changing = new WeakMap<object, { since: Promise<T> | undefined }>()
  const drop = () => {
    kept = undefined
    drops++
  }

  async function readAndKeep(reader: Reader): Promise<T> {
    const before = drops
    const value = await read(reader)
    // What is dropped meanwhile stays dropped, for it may have been read too early.
    if (drops === before) kept = { value }
    return value
  }

  return {
    name,
    drop,
    // Until it is there everybody asks for themselves: a transaction that waited for what another asks, which waits for a row
    // of the first, would wait for ever, and PostgreSQL would not see why.
    get: async (reader) => {
      const own = changing.get(reader)
      if (own) {
        own.since ??= read(reader)
        return own.since
      }
      return kept ? kept.value : readAndKeep(reader)
    },
    async forget(tx) {
      const own = changing.get(tx)
      if (own) {
        own.since = undefined
        return
      }
      changing.set(tx, { since: undefined })
      tx.afterCommit.push(drop)
      // Within the transaction, so that no process can miss what was committed; configuration changes rarely enough for
      // the lock that this takes on all commits not to matter.
      await sql`select pg_notify(${channel}, ${name})`.execute(tx)
    },
  }
}

/**
 * Those with these ids of what is kept by id. What is not in it may be newer than what this process knows (written by a
 * program that tells nobody), so it is read once more.
 */
export async function cardsOf<T>(
  memory: Memory<Map<number, T>>,
  read: (reader: Reader) => Promise<Map<number, T>>,
  reader: Reader,
  ids: readonly number[],
): Promise<Map<number, T>> {
  const cards = new Map<number, T>()
  if (ids.length === 0) return cards
  const known = await memory.get(reader)
  const all = ids.every((id) => known.has(id)) ? known : await read(reader)
  for (const id of ids) {
    const card = all.get(id)
    if (card !== undefined) cards.set(id, card)
  }
  return cards
}

/** Lets this process forget what another has changed, and everything after its line was lost. */
export function memoryChannel(memories: readonly Memory[]): Channel {
  return {
    name: channel,
    heard: (name) => {
      for (const memory of memories) if (memory.name === name) memory.drop()
    },
    connected: async () => {
      for (const memory of memories) memory.drop()
    },
  }
}
