import type { Cx } from '../cx.ts'
import { problem } from '../errors/index.ts'
import type { RateLimit } from './on.ts'

const tooMany = problem<{ seconds: number }>(
  'http.too_many_requests',
  429,
  (p) => `That was too often in a short time. Try again in ${p.seconds} s.`,
)

/**
 * Counts a hit in PostgreSQL, so that all processes count together, and throws 429 past the limit. Windows are fixed:
 * at worst twice the limit passes around a boundary, which is fine for what this protects against.
 */
export async function countHit(cx: Cx, key: string, rate: RateLimit): Promise<void> {
  const windowMs = rate.perSeconds * 1000
  const start = Math.floor(cx.now.getTime() / windowMs) * windowMs
  const { hits } = await cx.db
    .insertInto('platform.rate')
    .values({ key, windowStart: new Date(start), hits: 1 })
    .onConflict((conflict) =>
      conflict.columns(['key', 'windowStart']).doUpdateSet((eb) => ({ hits: eb('platform.rate.hits', '+', 1) })),
    )
    .returning('hits')
    .executeTakeFirstOrThrow()
  const seconds = Math.ceil((start + windowMs - cx.now.getTime()) / 1000)
  if (hits > rate.hits) throw tooMany({ seconds }, { extra: { retryAfterSeconds: seconds } })
}
