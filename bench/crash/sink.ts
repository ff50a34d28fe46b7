import { SMTPServer } from 'smtp-server'

/** A mail server at the far end: takes every letter and counts how often it got each. */
export interface Sink {
  url: string
  /** Times received, by Message-ID; only letters that were answered with 250. */
  received: ReadonlyMap<string, number>
  stop(): Promise<void>
}

export async function openSink(slowestMs: number): Promise<Sink> {
  const received = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, _session, done) {
      let text = ''
      stream.setEncoding('utf8')
      stream.on('data', (piece: string) => {
        text += piece
      })
      stream.on('end', () => {
        const id = /^message-id:\s*<([^>]+)>/im.exec(text)?.[1] ?? 'none'
        // Some time passes between taking a letter and saying so: that is where a crash hurts.
        setTimeout(() => {
          received.set(id, (received.get(id) ?? 0) + 1)
          done()
        }, Math.random() * slowestMs)
      })
    },
  })
  // Connections of a killed process break off; that is the point of it.
  server.on('error', () => {})
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
