import type { Static } from 'typebox'
import { settingOf } from '../../../platform/config/index.ts'
import type { Cx } from '../../../platform/cx.ts'
import { tell } from '../../../platform/facts/index.ts'
import { addJob } from '../../../platform/jobs/index.ts'
import { changeStatus, presentTicket, ticketFor } from '../../ticket/server/index.ts'
import { ticketResolved } from '../contract/facts.ts'
import type { resolveTicketEndpoint } from '../contract/http.ts'
import { settings } from './config.ts'
import { closeTicket } from './jobs.ts'
import { tellRequester } from './tell-requester.ts'

type Body = Static<NonNullable<(typeof resolveTicketEndpoint)['body']>>

const dayMs = 24 * 60 * 60 * 1000

/** Resolves a ticket with the solution on record, tells the requester, and sets the date it closes by itself. */
export async function resolveTicket(cx: Cx, number: number, body: Body, ifMatch?: string) {
  return cx.tx(async (tx) => {
    const ticket = await ticketFor(tx, cx.actor, number, 'resolve', { lock: true, ifMatch })
    const { cause, action, verification } = body
    const { id } = await tx
      .insertInto('resolution.resolution')
      .values({
        ticketNumber: number,
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
    await tell(tx, ticketResolved, number, { resolutionId: id })
    await tellRequester(tx, ticket, { id, action }, body.message)
    const key = `close ticket ${number}`
    await addJob(tx, closeTicket, { resolutionId: id }, { key, runAt: closingTime(tx.now) })
    return presentTicket(tx, cx.actor, number)
  })
}

export function closingTime(resolvedAt: Date): Date {
  return new Date(resolvedAt.getTime() + settingOf(settings.autoCloseDays) * dayMs)
}
