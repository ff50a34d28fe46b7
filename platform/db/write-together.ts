import type pg from 'pg'

interface Stream {
  cork(): void
  uncork(): void
}

/**
 * Sends what is asked of a connection in one turn of the program as one piece, so that the server is woken once for it and
 * not once for each statement.
 */
export function writeTogether(client: pg.ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: Stream } }).connection
  // biome-ignore lint/suspicious/noExplicitAny: the function has a dozen overloads; none is treated specially.
  const plain: (...all: any[]) => any = client.query
  let isHeld = false
  const query = (...all: unknown[]) => {
    if (!isHeld) {
      isHeld = true
      stream.cork()
      process.nextTick(() => {
        isHeld = false
        stream.uncork()
      })
    }
    return plain(...all)
  }
  client.query = query as typeof client.query
}
