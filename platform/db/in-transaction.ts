import { PostgresDialect, Transaction } from 'kysely'
import type { Tables } from './tables.ts'
import type { Db } from './tx.ts'

// It begins and ends transactions on connections that it is given; it never opens one.
const dialect = new PostgresDialect({
  pool: () => Promise.reject(new Error('a transaction has its connection already')),
})
const driver = dialect.createDriver()

/**
 * Runs `work` in a transaction on a connection of its own: committed when it returns, rolled back when it throws. Kysely's own
 * lets each statement wait for the answer to the one before; here those that are asked without waiting travel together, in
 * the order in which they were asked (PostgreSQL manual, Pipeline Mode). A statement after the end is refused.
 */
export function inTransaction<T>(db: Db, work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
  const outside = db.getExecutor()
  return outside.provideConnection(async (connection) => {
    let isOver = false
    const executor = outside.withConnectionProvider({
      provideConnection: async (use) => {
        if (isOver) throw new Error('a statement was sent to a transaction that is over')
        return use(connection)
      },
    })
    try {
      await driver.beginTransaction(connection, {})
      const result = await work(new Transaction<Tables>({ config: { dialect }, dialect, driver, executor }))
      isOver = true
      await driver.commitTransaction(connection)
      return result
    } catch (error) {
      isOver = true
      // A connection that cannot even do this is thrown away; what is told is what went wrong first.
      await driver.rollbackTransaction(connection).catch(() => {})
      throw error
    }
  })
}
