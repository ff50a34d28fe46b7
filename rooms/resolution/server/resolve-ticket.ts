import type { Static } from 'typebox'
import type { Cx } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { addJob } from '../../../platform/jobs/index.ts'
import { changeStatus, presentTicket, type TicketRecord, ticketFor } from '../../ticket/server/index.ts'
import { ticketResolved } from '../contract/facts.ts'
import type { resolveTicketEndpoint } from '../contract/http.ts'
import { closingTime } from './closing-time.ts'
import { closeTicket } from './jobs.ts'
import { tellRequester } from './tell-requester.ts'

type Body = Static<NonNullable<(typeof resolveTicketEndpoint)['body']>>

/** Resolves a ticket with the solution on record, tells the requester, and sets the date it closes by itself. */
export async function resolveTicket(cx: Cx, number: number, body: Body, ifMatch?: string) {
  return cx.tx(async (tx) => {
    const ticket = await ticketFor(tx, cx.actor, number, 'resolve', { lock: true, ifMatch })
    const resolution = await keepResolution(tx, ticket, body)
    await tellRequester(tx, ticket, resolution, body.message)
    await planClosing(tx, number, resolution.id)
    return presentTicket(tx, cx.actor, number)
  })
}

type Solution = Pick<Body, 'cause' | 'action' | 'verification'>

/** Command: puts the solution of a locked ticket on record and resolves it. */
export async function keepResolution(
  tx: Tx,
  ticket: TicketRecord,
  { cause, action, verification }: Solution,
): Promise<{ id: number; action: string }> {
  const { id } = await tx
    .insertInto('resolution.resolution')
    .values({
      ticketNumber: ticket.number,
      cause,
      action,
      verification,
      resolvedAt: tx.now,
      resolvedBy: tx.actor.id,
      resolvedByName: tx.actor.name,
      withdrawnAt: null,
      withdrawnByName: null,
      withdrawnReason: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await changeStatus(tx, ticket, 'resolved', 'resolution')
  await tell(tx, ticketResolved, ticket.number, { resolutionId: id })
  return { id, action }
}

/** Command: lets a resolved ticket close by itself when nobody objects in time. */
export async function planClosing(tx: Tx, number: number, resolutionId: number): Promise<void> {
  await addJob(tx, closeTicket, { resolutionId }, { key: `close ticket ${number}`, runAt: closingTime(tx.now) })
}
