import type { Cx } from '../cx.ts'
import type { Tx } from '../db/index.ts'
import { problem } from '../errors/index.ts'
import { queuePush } from './send-push.ts'
import type { PushSubscriptionTable } from './tables.ts'

/** One person has a phone, a tablet and a few computers; the oldest makes room. */
const MOST = 10

const personsOnly = problem('push.persons_only', 403, 'Only people have browsers.')

export async function viewSubscriptions(cx: Cx) {
  const rows = await cx.db
    .selectFrom('platform.pushSubscription')
    .selectAll()
    .where('personId', '=', own(cx))
    .orderBy('id', 'desc')
    .execute()
  return { items: rows.map(present) }
}

interface Wish {
  endpoint: string
  keys: { p256dh: string; auth: string }
  label: string
}

export async function keepSubscription(cx: Cx, { endpoint, keys, label }: Wish) {
  const personId = own(cx)
  return cx.tx(async (tx) => {
    // A browser belongs to whoever signed in last.
    const { sessionId = null } = cx.actor as { sessionId?: number }
    const values = { personId, ...keys, label, sessionId, lastError: null }
    const row = await tx
      .insertInto('platform.pushSubscription')
      .values({ endpoint, ...values, createdAt: tx.now, lastAt: null })
      .onConflict((conflict) => conflict.column('endpoint').doUpdateSet(values))
      .returningAll()
      .executeTakeFirstOrThrow()
    await tx
      .deleteFrom('platform.pushSubscription')
      .where('personId', '=', personId)
      .where('id', 'not in', (old) =>
        old
          .selectFrom('platform.pushSubscription')
          .select('id')
          .where('personId', '=', personId)
          .orderBy('id', 'desc')
          .limit(MOST),
      )
      .execute()
    return present(row)
  })
}

export async function dropSubscription(cx: Cx, id: number): Promise<void> {
  await cx.db.deleteFrom('platform.pushSubscription').where('id', '=', id).where('personId', '=', own(cx)).execute()
}

/** Command: whoever signs out gets no web push in that browser any more. */
export async function dropPushOf(tx: Tx, sessionIds: readonly number[]): Promise<void> {
  await tx
    .deleteFrom('platform.pushSubscription')
    .where('sessionId', 'in', [...sessionIds])
    .execute()
}

export async function tryOwnBrowsers(cx: Cx): Promise<{ sent: number }> {
  const personId = own(cx)
  const german = (cx.actor as { language?: string }).language?.startsWith('de') ?? false
  return cx.tx(async (tx) => ({
    sent: await queuePush(tx, [personId], {
      title: 'Deskhand',
      body: german ? 'Mitteilungen kommen in diesem Browser an.' : 'Notices reach this browser.',
      url: '/',
      tag: 'trial',
    }),
  }))
}

function own(cx: Cx): number {
  if (cx.actor.id === null) throw personsOnly()
  return cx.actor.id
}

type Row = { [K in keyof PushSubscriptionTable]: K extends 'id' ? number : PushSubscriptionTable[K] }

const present = ({ id, label, endpoint, createdAt, lastAt, lastError }: Row) => ({
  id,
  label,
  endpoint,
  createdAt: createdAt.toISOString(),
  lastAt: lastAt?.toISOString() ?? null,
  lastError,
})
