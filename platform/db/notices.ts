import pg from 'pg'
import type { Log } from '../log/index.ts'
import type { Connection } from './index.ts'

const retryMs = 1000

/** Something that processes tell each other over LISTEN / NOTIFY. */
export interface Channel {
  name: string
  heard(payload: string): void
  /** The line is open, for the first time or again after it was lost: what was said meanwhile was missed. */
  connected?(): Promise<void>
}

export interface Notices {
  send(channel: string, payload: string): Promise<unknown>
  stop(): Promise<void>
}

/** Opens one connection that hears all channels, and opens it anew when it is lost. */
export async function openNotices(connection: Connection, log: Log, channels: readonly Channel[]): Promise<Notices> {
  let stopped = false
  let client = await listen()

  async function listen(): Promise<pg.Client> {
    const next = new pg.Client({ ...connection, pipeline: true })
    next.on('notification', ({ channel, payload }) => {
      for (const { name, heard } of channels) if (name === channel) heard(payload ?? '')
    })
    next.on('error', (error) => {
      log.warn({ error: error.message }, 'live connection lost')
      if (!stopped) setTimeout(reconnect, retryMs).unref()
    })
    await next.connect()
    for (const { name } of channels) await next.query(`listen ${name}`)
    for (const { connected } of channels) await connected?.()
    return next
  }

  function reconnect(): void {
    if (stopped) return
    listen().then(
      (next) => {
        client = next
      },
      () => setTimeout(reconnect, retryMs).unref(),
    )
  }

  return {
    send: (channel, payload) => client.query('select pg_notify($1, $2)', [channel, payload]),
    async stop() {
      stopped = true
      // end() cuts off what is still queued; this comes after it in the queue.
      await client.query('unlisten *').catch(() => {})
      await client.end().catch(() => {})
    },
  }
}
