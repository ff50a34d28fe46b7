import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { actorKey } from '../access/actor.ts'
import { type Cx, insideTransaction } from '../cx.ts'
import { problem } from '../errors/index.ts'

const reusedKey = problem(
  'http.idempotency_key_reused',
  422,
  'This Idempotency-Key was used before for a different request. Use a new key.',
)
const badKey = problem('http.bad_idempotency_key', 400, 'An Idempotency-Key has 1 to 255 characters.')

export interface KeyedRequest {
  key: string
  method: string
  url: string
  body: unknown
}

/**
 * Runs `work` at most once per actor and key: the whole of it is one transaction that also keeps the answer, and whoever
 * comes again gets that answer. A second request that comes while the first runs waits for it on the primary key.
 */
export async function once(
  cx: Cx,
  request: KeyedRequest,
  work: (cx: Cx) => Promise<{ status: number; body: unknown }>,
): Promise<{ status: number; body: unknown }> {
  if (request.key.trim() === '' || request.key.length > 255)
    throw badKey(undefined, { field: 'header.idempotency-key' })
  const actor = actorKey(cx.actor)
  const fingerprint = fingerprintOf(request)
  return cx.tx(async (tx) => {
    const inserted = await tx
      .insertInto('platform.idempotency')
      .values({ actor, key: request.key, request: fingerprint, status: null, body: null, createdAt: cx.now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    const mine = tx.selectFrom('platform.idempotency').where('actor', '=', actor).where('key', '=', request.key)
    if (inserted.numInsertedOrUpdatedRows === 0n) {
      const before = await mine.selectAll().executeTakeFirstOrThrow()
      if (before.request !== fingerprint) throw reusedKey(undefined, { field: 'header.idempotency-key' })
      return { status: before.status ?? 200, body: before.body }
    }
    const answer = await work(insideTransaction(cx, tx))
    await tx
      .updateTable('platform.idempotency')
      .set({ status: answer.status, body: sql`${JSON.stringify(answer.body ?? null)}::jsonb` })
      .where('actor', '=', actor)
      .where('key', '=', request.key)
      .execute()
    return answer
  })
}

function fingerprintOf(request: KeyedRequest): string {
  return createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('base64url')
}
