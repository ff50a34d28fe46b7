import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { isActive, ticketFor } from '../../ticket/server/index.ts'
import { pageStarted } from '../contract/facts.ts'
import type { OnCallPage } from '../contract/http.ts'
import { nothingToDo } from './errors.ts'
import { planById } from './plans.ts'
import { viewPage } from './view-pages.ts'

/** Pages by hand. */
export async function startPageByHand(
  cx: Cx,
  number: number,
  wish: { ladder: number; reason: string },
): Promise<OnCallPage> {
  return cx.tx(async (tx) => {
    const ticket = await ticketFor(tx, cx.actor, number, 'note', { lock: true })
    if (!isActive(ticket.status)) throw nothingToDo()
    const { pageId } = await startPage(tx, { ticketNumber: number, ladderId: wish.ladder, reason: wish.reason.trim() })
    return viewPage(cx, tx, pageId)
  })
}

export async function tryLadder(cx: Cx, ladderId: number): Promise<OnCallPage> {
  return cx.tx(async (tx) => {
    const { pageId } = await startPage(tx, { ticketNumber: null, ladderId, reason: '' })
    return viewPage(cx, tx, pageId)
  })
}

/**
 * Command: begins to page about a locked ticket, by a ladder as it stands now; without a ticket it is a trial. While a
 * page of this ladder is open for the ticket, it is that one.
 */
export async function startPage(
  tx: Tx,
  { ticketNumber, ladderId, reason }: { ticketNumber: number | null; ladderId: number; reason: string },
): Promise<{ pageId: number; isNew: boolean }> {
  const ladder = await planById(tx, 'ladder', ladderId)
  const made = await tx
    .insertInto('oncall.page')
    .values({
      ticketNumber,
      ladderId,
      ladderName: ladder.name,
      ladder: sql`${JSON.stringify(ladder.doc)}::jsonb`,
      reason: reason.slice(0, 1000),
      trial: ticketNumber === null,
      state: 'open',
      nextAt: tx.now,
      token: randomBytes(24).toString('base64url'),
      startedAt: tx.now,
      startedByName: tx.actor.kind === 'system' ? '' : tx.actor.name,
      acknowledgedAt: null,
      acknowledgedBy: null,
      acknowledgedByName: null,
      endedAt: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) {
    if (ticketNumber !== null)
      await tell(tx, pageStarted, ticketNumber, { pageId: made.id, ladder: ladder.name, reason })
    return { pageId: made.id, isNew: true }
  }
  const open = await tx
    .selectFrom('oncall.page')
    .select('id')
    .where('ticketNumber', '=', ticketNumber)
    .where('ladderId', '=', ladderId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return { pageId: open.id, isNew: false }
}
