import pg from 'pg'
import type { Connection } from '../db/index.ts'
import type { ToldFact } from '../facts/told-fact.ts'
import type { Log } from '../log/index.ts'

const channel = 'deskhand_live'
// PostgreSQL takes at most 8000 bytes in one notification.
const eventsPerNotice = 60
const gatherMs = 25
const retryMs = 1000

/** What browsers may learn of a change: that it happened. They read the change itself through the API. */
export interface LiveEvent {
  fact: string
  kind: string
  id: number
}

export interface LiveBus {
  publish(facts: readonly ToldFact[]): void
  stop(): Promise<void>
}

/**
 * Carries events between processes over LISTEN / NOTIFY. Notices are sent after the commit, gathered for some
 * milliseconds: NOTIFY inside a transaction serialises all commits of the cluster. One that is lost in a crash is made
 * good by the browser, which reads everything again when its socket comes back.
 */
export async function openLiveBus(
  connection: Connection,
  log: Log,
  deliver: (events: readonly LiveEvent[]) => void,
): Promise<LiveBus> {
  let waiting: LiveEvent[] = []
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let client = await listen()

  async function listen(): Promise<pg.Client> {
    const next = new pg.Client(connection)
    next.on('notification', (notice) => deliver(JSON.parse(notice.payload ?? '[]')))
    next.on('error', (error) => {
      log.warn({ error: error.message }, 'live connection lost')
      if (!stopped) setTimeout(reconnect, retryMs).unref()
    })
    await next.connect()
    await next.query(`listen ${channel}`)
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

  function flush(): void {
    timer = undefined
    const events = waiting
    waiting = []
    for (let start = 0; start < events.length; start += eventsPerNotice) {
      const payload = JSON.stringify(events.slice(start, start + eventsPerNotice))
      client.query('select pg_notify($1, $2)', [channel, payload]).catch((error: Error) => {
        log.warn({ error: error.message }, 'live notice not sent')
      })
    }
  }

  return {
    publish(facts) {
      if (facts.length === 0 || stopped) return
      waiting.push(...facts.map((fact) => ({ fact: fact.name, kind: fact.subjectKind, id: fact.subjectId })))
      timer ??= setTimeout(flush, gatherMs)
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      flush()
      // end() cuts off what is still queued; this comes after it in the queue.
      await client.query('unlisten *').catch(() => {})
      await client.end().catch(() => {})
    },
  }
}
