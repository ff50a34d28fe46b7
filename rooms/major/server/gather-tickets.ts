import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { lockTickets, ticketFor, touchTicket } from '../../ticket/server/index.ts'
import { ticketGathered } from '../contract/facts.ts'
import type { MajorHead } from '../contract/http.ts'
import { incidentFor, incidentOf } from './access.ts'
import { majorAlready } from './errors.ts'
import { presentHead } from './present-major.ts'
import { lastPublic, planTelling } from './tell-update.ts'

/** Gathers tickets under a major incident; what was said publicly last is told to their requesters, too. */
export async function gatherTickets(cx: Cx, number: number, numbers: readonly number[]): Promise<MajorHead> {
  return cx.tx(async (tx) => {
    const wanted = [...new Set(numbers)].filter((one) => one !== number)
    // In order of number, as everybody who locks several.
    await lockTickets(tx, [number, ...wanted])
    await incidentFor(cx, tx, number)
    for (const child of wanted.sort((a, b) => a - b)) await gather(cx, tx, number, child)
    const last = await lastPublic(tx, number)
    if (last !== undefined) await planTelling(tx, last, wanted)
    return presentHead(tx, number)
  })
}

async function gather(cx: Cx, tx: Tx, number: number, child: number): Promise<void> {
  await ticketFor(tx, cx.actor, child, 'update')
  if (await incidentOf(tx, child)) throw majorAlready({ number: child })
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('major.child')
    .values({ ticketNumber: child, incidentNumber: number, gatheredAt: tx.now, gatheredByName: tx.actor.name })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) {
    const { incidentNumber } = await tx
      .selectFrom('major.child')
      .select('incidentNumber')
      .where('ticketNumber', '=', child)
      .executeTakeFirstOrThrow()
    if (incidentNumber !== number) throw majorAlready({ number: incidentNumber })
    return
  }
  await touchTicket(tx, child)
  await tell(tx, ticketGathered, child, { other: number, gathered: true, direction: 'in' })
  await tell(tx, ticketGathered, number, { other: child, gathered: true, direction: 'of' })
}

export async function releaseTicket(cx: Cx, number: number, child: number): Promise<MajorHead> {
  return cx.tx(async (tx) => {
    await lockTickets(tx, [number, child])
    await incidentFor(cx, tx, number)
    await ticketFor(tx, cx.actor, child, 'read')
    const gone = await tx
      .deleteFrom('major.child')
      .where('ticketNumber', '=', child)
      .where('incidentNumber', '=', number)
      .returning('ticketNumber')
      .executeTakeFirst()
    if (gone) {
      await touchTicket(tx, child)
      await tell(tx, ticketGathered, child, { other: number, gathered: false, direction: 'in' })
      await tell(tx, ticketGathered, number, { other: child, gathered: false, direction: 'of' })
    }
    return presentHead(tx, number)
  })
}
