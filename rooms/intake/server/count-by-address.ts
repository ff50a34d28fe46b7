const MINUTE_MS = 60_000
/** Above, counts that are over are thrown away: strangers choose how many addresses there are. */
const TIDY_ABOVE = 10_000

export interface Counts {
  /** How often within the minute that began with its first. */
  of(address: string): number
  add(address: string): number
}

/** Counts by address of the other side, for a minute each. */
export function countByAddress(): Counts {
  const counts = new Map<string, { since: number; count: number }>()
  const running = (address: string) => {
    const one = counts.get(address)
    return one && performance.now() - one.since < MINUTE_MS ? one : undefined
  }
  return {
    of: (address) => running(address)?.count ?? 0,
    add(address) {
      const one = running(address) ?? { since: performance.now(), count: 0 }
      one.count++
      counts.set(address, one)
      if (counts.size > TIDY_ABOVE) for (const key of counts.keys()) if (!running(key)) counts.delete(key)
      return one.count
    },
  }
}
