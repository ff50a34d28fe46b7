import type { Channel, Notices } from '../db/notices.ts'
import type { ToldFact } from '../facts/told-fact.ts'
import type { Log } from '../log/index.ts'

const channel = 'deskhand_live'
// PostgreSQL takes at most 8000 bytes in one notification.
const eventsPerNotice = 60
const gatherMs = 25

/** What browsers may learn of a change: that it happened. They read the change itself through the API. */
export interface LiveEvent {
  fact: string
  kind: string
  id: number
}

export interface LiveBus {
  publish(facts: readonly ToldFact[]): void
  stop(): void
}

/** Hears the events of all processes. */
export function liveChannel(deliver: (events: readonly LiveEvent[]) => void): Channel {
  return { name: channel, heard: (payload) => deliver(JSON.parse(payload)) }
}

/**
 * Carries events between processes. Notices are sent after the commit, gathered for some milliseconds: NOTIFY inside a
 * transaction serialises all commits of the cluster. One that is lost in a crash is made good by the browser, which
 * reads everything again when its socket comes back.
 */
export function openLiveBus(notices: Notices, log: Log): LiveBus {
  let waiting: LiveEvent[] = []
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  function flush(): void {
    timer = undefined
    const events = waiting
    waiting = []
    for (let start = 0; start < events.length; start += eventsPerNotice) {
      const payload = JSON.stringify(events.slice(start, start + eventsPerNotice))
      notices.send(channel, payload).catch((error: Error) => {
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
    stop() {
      stopped = true
      clearTimeout(timer)
      flush()
    },
  }
}
