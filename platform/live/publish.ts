import type { ToldFact } from '../facts/told-fact.ts'

/** Hands the facts of a committed transaction to the browsers that watch; must not throw and is not awaited. */
export type PublishLive = (facts: readonly ToldFact[]) => void

export const publishNowhere: PublishLive = () => {}
