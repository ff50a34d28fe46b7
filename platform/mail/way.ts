import { sql } from 'kysely'
import type { Cx } from '../cx.ts'
import type { Db, Reader } from '../db/index.ts'

/** What may keep a mail from being tried now. */
export interface Way {
  senderId: number
  ratePerMinute: number | null
  paused: boolean
  restsUntil: Date | null
}

/** The way of a mail that is due; undefined for one that is not. */
export async function wayOf(reader: Reader, outboxId: number, now: Date): Promise<Way | undefined> {
  const { rows } = await sql<Way>`select o.sender_id, s.rate_per_minute, t.next_attempt_at as rests_until,
      exists (select from platform.mail_pause p where p.sender_id is null or p.sender_id = o.sender_id) as paused
    from platform.outbox o join platform.mail_sender s on s.id = o.sender_id
    left join platform.mail_trouble t on t.sender_id = o.sender_id
    where o.id = ${outboxId} and o.state = 'queued' and o.next_attempt_at <= ${now}`.execute(reader)
  return rows[0]
}

const minuteMs = 60_000

/**
 * Takes one of the places that a way has in a minute. When all are taken, answers when there may be one: in the first
 * minute that those who came before have not filled. Counted in PostgreSQL, so that all processes count together.
 */
export async function takePlace(cx: Cx, senderId: number, perMinute: number): Promise<Date | undefined> {
  const minute = Math.floor(cx.now.getTime() / minuteMs) * minuteMs
  const taken = await countIn(cx.db, senderId, new Date(minute))
  if (taken <= perMinute) return undefined
  return new Date(minute + Math.floor((taken - 1) / perMinute) * minuteMs)
}

async function countIn(db: Db, senderId: number, windowStart: Date): Promise<number> {
  const { hits } = await db
    .insertInto('platform.rate')
    .values({ key: `mail:${senderId}`, windowStart, hits: 1 })
    .onConflict((conflict) =>
      conflict.columns(['key', 'windowStart']).doUpdateSet((eb) => ({ hits: eb('platform.rate.hits', '+', 1) })),
    )
    .returning('hits')
    .executeTakeFirstOrThrow()
  return hits
}
