import { randomBytes } from 'node:crypto'
import { publicUrl } from '../../../platform/config/public-url.ts'
import type { Cx } from '../../../platform/cx.ts'
import { personsOnly } from './errors.ts'

export async function ownReach(cx: Cx): Promise<{ phone: string | null; feed: string | null }> {
  const row = await cx.db.selectFrom('oncall.reach').selectAll().where('personId', '=', own(cx)).executeTakeFirst()
  return {
    phone: row?.phone ?? null,
    feed: row?.feedToken ? `${publicUrl()}/api/v1/on-call/feeds/${row.feedToken}` : null,
  }
}

export const saveReach = (cx: Cx, { phone }: { phone: string | null }) => keep(cx, { phone })

/** An address that was given away ends with the next one. */
export const renewFeed = (cx: Cx) => keep(cx, { feedToken: randomBytes(24).toString('base64url') })

async function keep(cx: Cx, values: { phone: string | null } | { feedToken: string }) {
  await cx.db
    .insertInto('oncall.reach')
    .values({ personId: own(cx), phone: null, feedToken: null, ...values })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet(values))
    .execute()
  return ownReach(cx)
}

function own(cx: Cx): number {
  if (cx.actor.kind !== 'person' || cx.actor.id === null) throw personsOnly()
  return cx.actor.id
}
