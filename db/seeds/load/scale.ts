import { type Random, randomFrom } from '../random.ts'
import { vocabulary, zipf } from './words.ts'

/** The people and places of a load world; ids are dealt in this order and are the same every time. */
export interface Scale {
  tickets: number
  requesters: number
  technicians: number
  teams: number
  organisations: number
  vocabulary: readonly string[]
  from: Date
  until: Date
}

export function scaleFor(tickets: number, base: Date): Scale {
  const clamp = (low: number, value: number, high: number) => Math.round(Math.min(high, Math.max(low, value)))
  return {
    tickets,
    requesters: clamp(50, tickets / 25, 20_000),
    technicians: clamp(12, tickets / 1200, 250),
    teams: 12,
    organisations: clamp(5, tickets / 2500, 200),
    vocabulary: vocabulary(randomFrom(7), 6000),
    from: new Date(base.getTime() - 3 * 365 * 86_400_000),
    until: base,
  }
}

/** Few ask often and many ask seldom: the square makes the first a good deal more frequent than the last. */
export const skewed = (random: Random, count: number) => Math.floor(random.next() ** 2 * count)

export const wordSource = (random: Random, scale: Scale) => zipf(random, scale.vocabulary)
