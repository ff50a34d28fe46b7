import type { Ground } from '../cx.ts'
import type { Running } from '../room.ts'
import type { Alarm } from './alarm.ts'
import { ringDue } from './ring-due.ts'

/** How late a row can be noticed whose moment was written, or moved nearer, by another process. */
const lookEveryMs = 1000
/** Rows handled at a time by one process; each takes a connection of the pool. */
const lanes = 2

/**
 * Watches for rows that are due. What it costs is one index look-up an alarm and a second, however many rows wait; no
 * process has to be told when a moment is written, which would put a NOTIFY on every change.
 */
export function startAlarms(ground: Ground, alarms: readonly Alarm[]): Running {
  const watches = alarms.map((alarm) => watch(ground, alarm))
  return {
    async stop() {
      await Promise.all(watches.map((each) => each.stop()))
    },
  }
}

function watch(ground: Ground, alarm: Alarm): Running {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()

  const look = async () => {
    let waitMs = lookEveryMs
    try {
      const { handled, next } = await ringDue(ground, alarm, lanes)
      if (handled > 0) waitMs = 0
      else if (next) waitMs = Math.min(waitMs, Math.max(0, next.getTime() - ground.clock.now().getTime()))
    } catch (error) {
      ground.log.warn({ error, alarm: alarm.name }, 'due rows could not be looked for')
    }
    if (!stopped) timer = setTimeout(start, waitMs)
  }
  const start = () => {
    looking = look()
  }
  start()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await looking
    },
  }
}
