import type { Static } from 'typebox'
import type { TrialCounts } from '../contract/http.ts'
import type { Target } from '../contract/shapes.ts'
import { breachBy, type Clock } from './clock.ts'

export type Counts = Static<typeof TrialCounts>

const names = { first_response: 'firstResponse', next_update: 'nextUpdate', resolution: 'resolution' } as const
const promised = Object.keys(names) as (keyof typeof names)[]

export const noCounts = (): Counts => ({
  firstResponse: { asked: 0, breached: 0 },
  nextUpdate: { asked: 0, breached: 0 },
  resolution: { asked: 0, breached: 0 },
  tickets: { asked: 0, breached: 0 },
})

/** Which promises were broken on a ticket, as seen at a moment. */
export function brokenBy(clocks: readonly Clock[], now: number): Target[] {
  return promised.filter((target) => clocks.some((clock) => clock.target === target && breachBy(clock, now) !== null))
}

/** Adds one ticket. */
export function countIn(counts: Counts, clocks: readonly Clock[], broken: readonly Target[]): void {
  const add = (name: keyof Counts, was: boolean, wasBroken: boolean) => {
    if (was) counts[name].asked++
    if (wasBroken) counts[name].breached++
  }
  for (const target of promised)
    add(
      names[target],
      clocks.some((clock) => clock.target === target),
      broken.includes(target),
    )
  add('tickets', clocks.length > 0, broken.length > 0)
}
