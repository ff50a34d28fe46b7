import type { Kysely, Transaction } from 'kysely'
import type { Actor } from '../access/actor.ts'
import type { ToldFact } from '../facts/told-fact.ts'
import type { Log } from '../log/index.ts'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>

/** A transaction knows who acts and when; facts told in it carry that. */
export type Tx = Transaction<Tables> & {
  readonly actor: Actor
  readonly now: Date
  readonly log: Log
  readonly listeners: Listeners
  /** Facts to publish to browsers once the transaction is committed. */
  readonly live: ToldFact[]
  /** Called once the transaction is committed: to drop caches, never to change anything. */
  readonly afterCommit: (() => void)[]
  readonly passing: Passing
}

/** Whom a fact is handed to in the transaction that tells it. */
export interface Listeners {
  tell(tx: Tx, fact: ToldFact): Promise<void>
}

/** What a query that only reads takes: the database, or a transaction that has uncommitted changes to see. */
export type Reader = Db | Tx

/** Schema, table and identity column, e.g. `platform.fact.id`. */
export type Key = `${string}.${string}.${string}`

/** What a transaction has sent without waiting for the answer. */
export interface Passing {
  count: number
  /** Why the first of them that failed did. */
  failure: Error | undefined
  /** Keys that were asked for ahead and not taken yet, in order. */
  keys: Map<Key, Promise<number>[]>
}
