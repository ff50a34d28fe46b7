import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { touchTicket } from '../../ticket/server/index.ts'
import { majorEnded, majorReviewed, majorUpdated } from '../contract/facts.ts'
import type { MajorHead, Review } from '../contract/http.ts'
import { incidentFor } from './access.ts'
import { notOver } from './errors.ts'
import { checkVersion, presentHead } from './present-major.ts'
import { planTelling } from './tell-update.ts'

/** Written once: on every ticket that is gathered, and on this one, its requester is answered with it. */
export async function writeUpdate(
  cx: Cx,
  number: number,
  { text, public: isPublic, nextInMinutes }: { text: string; public: boolean; nextInMinutes?: number },
): Promise<MajorHead> {
  return cx.tx(async (tx) => {
    await incidentFor(cx, tx, number)
    await add(tx, number, text, isPublic)
    if (isPublic) {
      const nextUpdateAt = nextInMinutes === undefined ? null : new Date(tx.now.getTime() + nextInMinutes * 60_000)
      await tx.updateTable('major.incident').set({ nextUpdateAt }).where('ticketNumber', '=', number).execute()
    }
    return presentHead(tx, number)
  })
}

export async function endMajor(cx: Cx, number: number, text: string | undefined): Promise<MajorHead> {
  return cx.tx(async (tx) => {
    const { title } = await incidentFor(cx, tx, number)
    if (text?.trim()) await add(tx, number, text, true)
    await end(tx, number, title)
    return presentHead(tx, number)
  })
}

/** Ends it, with its banner; `by` its ticket being solved or by hand. */
export async function end(tx: Tx, number: number, title: string): Promise<void> {
  await tx
    .updateTable('major.incident')
    .set({ endedAt: tx.now, endedByName: tx.actor.name, nextUpdateAt: null })
    .where('ticketNumber', '=', number)
    .where('endedAt', 'is', null)
    .execute()
  await touchTicket(tx, number)
  await tell(tx, majorEnded, number, { title })
}

export async function writeReview(cx: Cx, number: number, review: Review, ifMatch?: string): Promise<MajorHead> {
  return cx.tx(async (tx) => {
    const { endedAt, title, version } = await incidentFor(cx, tx, number, 'whenever')
    if (endedAt === null) throw notOver()
    await checkVersion(tx, number, version, ifMatch)
    await tx
      .updateTable('major.incident')
      .set({
        review: sql`${JSON.stringify(review)}::jsonb`,
        reviewAt: tx.now,
        reviewByName: tx.actor.name,
        version: version + 1,
      })
      .where('ticketNumber', '=', number)
      .execute()
    await tell(tx, majorReviewed, number, { title })
    return presentHead(tx, number)
  })
}

async function add(tx: Tx, number: number, text: string, isPublic: boolean): Promise<void> {
  const { id } = await tx
    .insertInto('major.update')
    .values({
      incidentNumber: number,
      text: text.trim(),
      public: isPublic,
      byId: tx.actor.id,
      byName: tx.actor.name,
      at: tx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await touchTicket(tx, number)
  await tell(tx, majorUpdated, number, { updateId: id, public: isPublic, text: text.trim() })
  if (!isPublic) return
  const children = await tx
    .selectFrom('major.child')
    .select('ticketNumber')
    .where('incidentNumber', '=', number)
    .orderBy('ticketNumber')
    .execute()
  await planTelling(tx, id, [number, ...children.map((child) => child.ticketNumber)])
}
