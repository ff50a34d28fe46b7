export interface Delay {
  unit: 'seconds' | 'minutes' | 'hours' | 'behind'
  count: number
  /** Long enough to be the reason why a mail was late. */
  slow: boolean
}

const SLOW_SECONDS = 60

/** How long a mail took from one server to the next, in the unit that people would say. */
export function delayOf(seconds: number | null): Delay | undefined {
  if (seconds === null) return undefined
  if (seconds < -1) return { unit: 'behind', count: seconds, slow: false }
  const took = Math.max(0, seconds)
  const slow = took > SLOW_SECONDS
  if (took < 120) return { unit: 'seconds', count: took, slow }
  if (took < 2 * 3600) return { unit: 'minutes', count: Math.round(took / 60), slow }
  return { unit: 'hours', count: Math.round(took / 3600), slow }
}
