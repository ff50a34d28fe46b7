import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { Problem } from '../../../platform/errors/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { ticketFor } from '../../ticket/server/index.ts'
import { pageAcknowledged } from '../contract/facts.ts'
import type { OnCallPage } from '../contract/http.ts'
import { pageNotFound } from './errors.ts'
import { viewPage } from './view-pages.ts'

/** Somebody takes care of it; acknowledging what is acknowledged already changes nothing. */
export async function acknowledgePage(cx: Cx, id: number): Promise<OnCallPage> {
  return cx.tx(async (tx) => {
    const about = await tx.selectFrom('oncall.page').select('ticketNumber').where('id', '=', id).executeTakeFirst()
    if (!about) throw pageNotFound()
    if (about.ticketNumber !== null) {
      await ticketFor(tx, cx.actor, about.ticketNumber, 'note', { lock: true }).catch((error: unknown) => {
        throw error instanceof Problem && error.status === 404 ? pageNotFound() : error
      })
    }
    await acknowledge(tx, id, cx.actor.id, cx.actor.name)
    return viewPage(cx, tx, id)
  })
}

/**
 * By the link in a mail or on a device: whoever was called last is meant by it, for it was sent to them. It opens nothing
 * but this page.
 */
export async function acknowledgeByLink(cx: Cx, token: string) {
  return cx.tx(async (tx) => {
    const page = await tx
      .selectFrom('oncall.page')
      .select(['id', 'ticketNumber'])
      .where('token', '=', token)
      .executeTakeFirst()
    if (!page) throw pageNotFound()
    if (page.ticketNumber !== null)
      await tx
        .selectFrom('ticket.ticket')
        .select('number')
        .where('number', '=', page.ticketNumber)
        .forUpdate()
        .execute()
    const last = await tx
      .selectFrom('oncall.call as c')
      .innerJoin('people.person as p', 'p.id', 'c.personId')
      .select(['p.id', 'p.name'])
      .where('c.pageId', '=', page.id)
      .orderBy('c.id', 'desc')
      .limit(1)
      .executeTakeFirst()
    const signedIn = cx.actor.kind === 'person' ? { id: cx.actor.id, name: cx.actor.name } : undefined
    const who = signedIn ?? last
    await acknowledge(tx, page.id, who?.id ?? null, who?.name ?? '')
    return pageByLink(tx, token)
  })
}

export async function pageByLink(reader: Tx | Cx['db'], token: string) {
  const page = await reader
    .selectFrom('oncall.page')
    .select(['reason', 'ladderName', 'trial', 'ticketNumber', 'state', 'acknowledgedByName'])
    .where('token', '=', token)
    .executeTakeFirst()
  if (!page) throw pageNotFound()
  const { reason, ladderName, trial, ticketNumber, state, acknowledgedByName } = page
  return { reason: trial ? ladderName : reason, number: ticketNumber, state, by: acknowledgedByName }
}

async function acknowledge(tx: Tx, id: number, personId: number | null, name: string): Promise<void> {
  const page = await tx
    .updateTable('oncall.page')
    .set({
      state: 'acknowledged',
      nextAt: null,
      acknowledgedAt: tx.now,
      acknowledgedBy: personId,
      acknowledgedByName: name,
      endedAt: tx.now,
    })
    .where('id', '=', id)
    // Late is better than never: what nobody answered in time may still be taken care of.
    .where('state', 'in', ['open', 'unanswered'])
    .returning(['ticketNumber', 'ladderName', 'reason'])
    .executeTakeFirst()
  if (page?.ticketNumber == null) return
  const { ticketNumber, ladderName: ladder, reason } = page
  await tell(tx, pageAcknowledged, ticketNumber, { pageId: id, ladder, reason, personId, by: name })
}
