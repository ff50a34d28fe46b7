import type { Tx } from '../db/index.ts'

/** Rows of one table that are due at a moment of their own. */
export interface Alarm {
  /** Unique, named as the sentence it is: `warn of clocks`. */
  name: string
  /** `sla.clock` */
  table: string
  /** The column with the row's id, a bigint. */
  key: string
  /** The column with the moment at which the row is due; null while there is none. It needs a partial index of its own. */
  at: string
  /**
   * Handles one row, in a transaction of its own. It must leave the moment later than now, or null, or the row is due
   * again at once. Nothing is locked but this alarm of this row, so that locks are taken in the order of everybody else:
   * the ticket first.
   */
  ring: (tx: Tx, key: number) => Promise<void>
}

/**
 * Declares that something happens to each row of a table at a moment that is written in the row: once, whatever the
 * number of processes, and without a job per row that would have to be moved whenever the moment moves.
 */
export function alarm(name: string, due: Omit<Alarm, 'name' | 'ring'>, ring: Alarm['ring']): Alarm {
  for (const part of [due.table, due.key, due.at])
    if (!/^[a-z_]+(\.[a-z_]+)?$/.test(part)) throw new Error(`"${part}" is no name of a table or column in SQL`)
  return { name, ...due, ring }
}
