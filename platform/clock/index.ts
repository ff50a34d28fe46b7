/** Where "now" comes from, so that tests set time instead of waiting for it. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

export interface SettableClock extends Clock {
  set(at: string | Date): void
  advance(milliseconds: number): void
}

/** A clock that stands still until it is set; tests use it. */
export function settableClock(start: string | Date): SettableClock {
  let at = new Date(start)
  return {
    now: () => new Date(at),
    set: (next) => {
      at = new Date(next)
    },
    advance: (milliseconds) => {
      at = new Date(at.getTime() + milliseconds)
    },
  }
}
