import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { startPage } from '../../oncall/server/index.ts'
import { actorOfPerson } from '../../people/server/index.ts'
import { isActive, standsAsStaff, type TicketRecord, ticketFor, touchTicket } from '../../ticket/server/index.ts'
import { majorChanged, majorDeclared } from '../contract/facts.ts'
import type { MajorHead } from '../contract/http.ts'
import { incidentFor, incidentOf } from './access.ts'
import { majorAlready, ticketOver, unknownCoordinator } from './errors.ts'
import { checkVersion, presentHead } from './present-major.ts'

interface Wish {
  title: string
  reason?: string
  coordinator?: number
  banner: boolean
  ladder?: number
}

export async function declareMajor(cx: Cx, number: number, wish: Wish): Promise<MajorHead> {
  return cx.tx(async (tx) => {
    const ticket = await ticketFor(tx, cx.actor, number, 'note', { lock: true })
    if (!isActive(ticket.status)) throw ticketOver()
    if (await incidentOf(tx, number)) throw majorAlready({ number })
    const under = await tx
      .selectFrom('major.child')
      .select('incidentNumber')
      .where('ticketNumber', '=', number)
      .executeTakeFirst()
    if (under) throw majorAlready({ number: under.incidentNumber })
    const coordinator = await coordinatorOf(tx, ticket, wish.coordinator ?? cx.actor.id ?? 0)
    await tx
      .insertInto('major.incident')
      .values({
        ticketNumber: number,
        title: wish.title.trim(),
        reason: wish.reason?.trim() ?? '',
        coordinatorId: coordinator.id,
        banner: wish.banner,
        declaredAt: tx.now,
        declaredByName: tx.actor.name,
        nextUpdateAt: null,
        endedAt: null,
        endedByName: null,
        review: null,
        reviewAt: null,
        reviewByName: null,
      })
      .execute()
    await touchTicket(tx, number)
    await tell(tx, majorDeclared, number, {
      title: wish.title.trim(),
      coordinatorId: coordinator.id,
      coordinator: coordinator.name,
    })
    if (wish.ladder !== undefined)
      await startPage(tx, { ticketNumber: number, ladderId: wish.ladder, reason: wish.title.trim() })
    return presentHead(tx, number)
  })
}

export async function changeMajor(
  cx: Cx,
  number: number,
  wish: { title: string; coordinator: number; banner: boolean },
  ifMatch?: string,
): Promise<MajorHead> {
  return cx.tx(async (tx) => {
    const { version } = await incidentFor(cx, tx, number)
    await checkVersion(tx, number, version, ifMatch)
    const ticket = await ticketFor(tx, cx.actor, number, 'read')
    const coordinator = await coordinatorOf(tx, ticket, wish.coordinator)
    const title = wish.title.trim()
    await tx
      .updateTable('major.incident')
      .set({ title, coordinatorId: coordinator.id, banner: wish.banner, version: version + 1 })
      .where('ticketNumber', '=', number)
      .execute()
    await touchTicket(tx, number)
    await tell(tx, majorChanged, number, { title, coordinator: coordinator.name, banner: wish.banner })
    return presentHead(tx, number)
  })
}

async function coordinatorOf(tx: Tx, ticket: TicketRecord, id: number): Promise<{ id: number; name: string }> {
  const actor = await actorOfPerson(tx, id)
  if (!actor || !standsAsStaff(actor, ticket)) throw unknownCoordinator(undefined, { field: 'body.coordinator' })
  return { id, name: actor.name }
}
