import type pg from 'pg'

const begun = { command: 'BEGIN', rowCount: null, oid: 0, rows: [], fields: [] }

/**
 * Lets a transaction begin on its way to the first statement, which saves every transaction one journey. Should it not
 * begin, the connection is of no use any more: it is closed, so that nothing runs outside of the transaction.
 */
export function beginWithoutWaiting(client: pg.ClientBase): void {
  // biome-ignore lint/suspicious/noExplicitAny: the function has a dozen overloads; only one is treated specially.
  const plain: (...all: any[]) => any = client.query
  const query = (...all: unknown[]) => {
    if (all[0] !== 'begin' || typeof all[1] === 'function') return plain(...all)
    plain('begin').catch(() => closeAtOnce(client))
    return Promise.resolve(begun)
  }
  client.query = query as typeof client.query
}

function closeAtOnce(client: pg.ClientBase): void {
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } }
  connection.stream.destroy()
}
