import { Type } from 'typebox'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { addJob, job } from '../../../platform/jobs/index.ts'
import { ticketStatusChanged } from '../contract/facts.ts'
import type { Status } from '../contract/shapes.ts'
import { ticketFor, unsafeTicket } from './access.ts'
import { noSuchMove, resolutionNeeded, untilNeeded } from './errors.ts'
import { presentTicket } from './present-ticket.ts'
import type { TicketRecord } from './queries.ts'
import { type Door, mayMove } from './rules.ts'
import { updateTicket } from './writes.ts'

/** Changes the status as a person asks for it. Resolving and reopening go through the resolution instead. */
export async function changeStatusByHand(
  cx: Cx,
  number: number,
  wish: { status: Status; until?: string | undefined },
  ifMatch?: string,
) {
  return cx.tx(async (tx) => {
    const ticket = await ticketFor(tx, cx.actor, number, 'changeStatus', { lock: true, ifMatch })
    if (wish.status === 'resolved' && ticket.status !== 'resolved') {
      throw resolutionNeeded(undefined, { field: 'body.status' })
    }
    await changeStatus(tx, ticket, wish.status, 'status', wish.until === undefined ? undefined : new Date(wish.until))
    return presentTicket(tx, cx.actor, number)
  })
}

/**
 * Command: moves a locked ticket to another status through one of the doors of the transition table. The same status
 * again is no change. Throws `ticket.no_such_move`.
 */
export async function changeStatus(
  tx: Tx,
  ticket: TicketRecord,
  to: Status,
  door: Door,
  until?: Date,
  because: { mergedInto?: number } = {},
): Promise<void> {
  if (ticket.status === to && to !== 'waiting_until') return
  if (!mayMove(ticket.status, to, door)) throw noSuchMove({ from: ticket.status, to }, { field: 'body.status' })
  const waitingUntil = to === 'waiting_until' ? futureTime(until, tx.now) : null
  await updateTicket(tx, ticket.number, { status: to, statusSince: tx.now, waitingUntil })
  await tell(tx, ticketStatusChanged, ticket.number, { changes: changesTo(ticket, to, waitingUntil), ...because })
  if (waitingUntil) await wakeAt(tx, ticket.number, waitingUntil)
}

/** Command: a ticket that was merged has the status again that it had before, since when it had it. */
export async function putStatusBack(
  tx: Tx,
  ticket: TicketRecord,
  before: { status: Status; statusSince: Date; waitingUntil: Date | null },
): Promise<void> {
  // Its time came while it was merged.
  const over = before.waitingUntil !== null && before.waitingUntil <= tx.now
  const status = over ? 'open' : before.status
  const statusSince = over ? tx.now : before.statusSince
  const waitingUntil = over ? null : before.waitingUntil
  if (!mayMove(ticket.status, status, 'merge')) throw noSuchMove({ from: ticket.status, to: status })
  await updateTicket(tx, ticket.number, { status, statusSince, waitingUntil })
  await tell(tx, ticketStatusChanged, ticket.number, {
    changes: changesTo(ticket, status, waitingUntil),
    statusSince: statusSince.toISOString(),
  })
  if (waitingUntil) await wakeAt(tx, ticket.number, waitingUntil)
}

function changesTo(ticket: TicketRecord, status: Status, waitingUntil: Date | null) {
  const changes = { status: { before: ticket.status, after: status } }
  if (waitingUntil === null && ticket.waitingUntil === null) return changes
  const [before, after] = [ticket.waitingUntil?.toISOString() ?? null, waitingUntil?.toISOString() ?? null]
  return { ...changes, waitingUntil: { before, after } }
}

async function wakeAt(tx: Tx, ticketNumber: number, runAt: Date): Promise<void> {
  await addJob(tx, wakeTicket, { ticketNumber }, { runAt, key: `wake ticket ${ticketNumber}` })
}

function futureTime(until: Date | undefined, now: Date): Date {
  if (until === undefined || until.getTime() <= now.getTime()) throw untilNeeded(undefined, { field: 'body.until' })
  return until
}

/** Opens a ticket again whose waiting time is over. */
export const wakeTicket = job(
  'wake a waiting ticket',
  Type.Object({ ticketNumber: Type.Integer() }),
  async (cx, { ticketNumber }) => {
    await cx.tx(async (tx) => {
      const ticket = await unsafeTicket(tx, ticketNumber, true)
      // It may have moved on, or wait until another time by now.
      if (ticket?.status !== 'waiting_until' || (ticket.waitingUntil && ticket.waitingUntil > cx.now)) return
      await changeStatus(tx, ticket, 'open', 'status')
    })
  },
)
