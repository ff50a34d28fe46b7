/** Milliseconds before the next attempt, after the first, second … failure in a row. */
const WAIT_MS = [2000, 5000, 15_000, 30_000, 60_000, 120_000, 300_000]
/** Servers lock an account that is refused again and again. */
const REFUSED_WAIT_MS = [60_000, 300_000, 900_000]

export function waitAfter(failures: number, refused: boolean): number {
  const waits = refused ? REFUSED_WAIT_MS : WAIT_MS
  const wait = waits[Math.min(failures, waits.length) - 1] ?? 0
  // Not all processes and mailboxes at the same moment.
  return wait * (0.9 + Math.random() * 0.2)
}

export interface Bell {
  /** Ends a wait; rung while nobody waits, it ends the next one. */
  ring(): void
  wait(ms: number, stopped: AbortSignal): Promise<void>
}

export function makeBell(): Bell {
  let rung = false
  let wake: (() => void) | undefined
  return {
    ring() {
      rung = true
      wake?.()
    },
    async wait(ms, stopped) {
      if (!rung && !stopped.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
          stopped.addEventListener('abort', wake, { once: true })
        })
        if (wake) stopped.removeEventListener('abort', wake)
        wake = undefined
      }
      rung = false
    },
  }
}
