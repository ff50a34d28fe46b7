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
export async function changeStatus(tx: Tx, ticket: TicketRecord, to: Status, door: Door, until?: Date): Promise<void> {
  if (ticket.status === to && to !== 'waiting_until') return
  if (!mayMove(ticket.status, to, door)) throw noSuchMove({ from: ticket.status, to }, { field: 'body.status' })
  const waitingUntil = to === 'waiting_until' ? futureTime(until, tx.now) : null
  await updateTicket(tx, ticket.number, { status: to, statusSince: tx.now, waitingUntil })
  await tell(tx, ticketStatusChanged, ticket.number, {
    changes: {
      status: { before: ticket.status, after: to },
      ...(waitingUntil === null && ticket.waitingUntil === null
        ? {}
        : {
            waitingUntil: {
              before: ticket.waitingUntil?.toISOString() ?? null,
              after: waitingUntil?.toISOString() ?? null,
            },
          }),
    },
  })
  if (waitingUntil) {
    const key = `wake ticket ${ticket.number}`
    await addJob(tx, wakeTicket, { ticketNumber: ticket.number }, { runAt: waitingUntil, key })
  }
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
