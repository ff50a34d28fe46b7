import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Cx } from '../cx.ts'
import type { OutboxOverview } from './contract.ts'
import { canSend, deskSender, deskServerName } from './server-of.ts'

interface Counted {
  senderId: number
  state: 'queued' | 'held' | 'sending' | 'failed' | 'uncertain'
  mails: number
  oldest: Date | null
  next: Date | null
}

/** How sending is doing: what waits and since when, what stands still, which server is in trouble. */
export async function viewOverview(cx: Cx): Promise<Static<typeof OutboxOverview>> {
  const [senders, pauses, troubles, counted, last] = await Promise.all([
    cx.db
      .selectFrom('platform.mailSender')
      .select(['id', 'name', 'host', 'port', 'ratePerMinute'])
      .orderBy('id')
      .execute(),
    cx.db.selectFrom('platform.mailPause').selectAll().execute(),
    cx.db.selectFrom('platform.mailTrouble').selectAll().execute(),
    // What was sent is most of the table and is not counted.
    sql<Counted>`select sender_id, state, count(*)::int as mails, min(queued_at) as oldest, min(next_attempt_at) as next
      from platform.outbox where state in ('queued', 'held', 'sending', 'failed', 'uncertain') group by 1, 2`.execute(
      cx.db,
    ),
    cx.db
      .selectFrom('platform.outbox')
      .select('stateAt')
      .where('state', '=', 'sent')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst(),
  ])
  const pauseOf = (id: number | null) => {
    const pause = pauses.find((one) => one.senderId === id)
    return pause ? { at: pause.pausedAt.toISOString(), by: pause.pausedBy, why: pause.why } : null
  }
  const sum = (state: Counted['state'], rows = counted.rows) =>
    rows.filter((row) => row.state === state).reduce((total, row) => total + row.mails, 0)
  const queued = counted.rows.filter((row) => row.state === 'queued')
  return {
    canSend: await canSend(cx.db),
    paused: pauseOf(null),
    counts: {
      queued: sum('queued'),
      held: sum('held'),
      sending: sum('sending'),
      failed: sum('failed'),
      uncertain: sum('uncertain'),
    },
    oldestQueuedAt: earliest(queued.map((row) => row.oldest)),
    nextAttemptAt: earliest(queued.map((row) => row.next)),
    lastSentAt: last?.stateAt.toISOString() ?? null,
    senders: senders.map((sender) => {
      const trouble = troubles.find((one) => one.senderId === sender.id)
      const own = sender.host === null ? null : `${sender.host}:${sender.port}`
      return {
        id: sender.id,
        name: sender.name,
        server: own ?? (sender.id === deskSender ? deskServerName() : null),
        ratePerMinute: sender.ratePerMinute,
        paused: pauseOf(sender.id),
        trouble: trouble
          ? {
              since: trouble.since.toISOString(),
              error: trouble.error,
              nextAttemptAt: trouble.nextAttemptAt.toISOString(),
            }
          : null,
        waiting: sum(
          'queued',
          counted.rows.filter((row) => row.senderId === sender.id),
        ),
      }
    }),
  }
}

function earliest(times: (Date | null)[]): string | null {
  const known = times.filter((time) => time !== null).map((time) => time.getTime())
  return known.length === 0 ? null : new Date(Math.min(...known)).toISOString()
}
