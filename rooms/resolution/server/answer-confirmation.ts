import type { Static } from 'typebox'
import { actAs, type Cx, nameOnly } from '../../../platform/cx.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { addMessage } from '../../conversation/server/index.ts'
import { deskSettings, personCards } from '../../people/server/index.ts'
import { unsafeTicket } from '../../ticket/server/index.ts'
import type { ConfirmationPage } from '../contract/http.ts'
import { close } from './close-ticket.ts'
import { answeredAlready, linkNotFound } from './errors.ts'
import { resolutionByToken } from './queries.ts'
import { reopen } from './reopen-ticket.ts'

/** What the link in a mail leads to. Reading it changes nothing. */
export async function viewConfirmation(reader: Reader, token: string): Promise<Static<typeof ConfirmationPage>> {
  const resolution = await resolutionByToken(reader, token)
  if (!resolution) throw linkNotFound()
  const ticket = await reader
    .selectFrom('ticket.ticket')
    .select(['number', 'subject', 'status', 'requesterId'])
    .where('number', '=', resolution.ticketNumber)
    .executeTakeFirstOrThrow()
  const requester = (await personCards(reader, [ticket.requesterId])).get(ticket.requesterId)
  const desk = await deskSettings(reader)
  return {
    number: ticket.number,
    subject: ticket.subject,
    status: ticket.status,
    requesterName: requester?.name ?? '',
    organisationName: desk.organisationName,
    action: resolution.action,
    resolvedAt: resolution.resolvedAt.toISOString(),
    answered: answerOf(resolution.withdrawnAt, ticket.status),
  }
}

function answerOf(withdrawnAt: Date | null, status: string) {
  if (withdrawnAt !== null) return 'reopened' as const
  return status === 'closed' ? ('confirmed' as const) : null
}

/** The requester answers by the link: whoever holds it read the mail that only they got. */
export async function answerConfirmation(
  cx: Cx,
  token: string,
  body: { answer: 'confirm' | 'reopen'; comment?: string },
) {
  return cx.tx(async (tx) => {
    const resolution = await resolutionByToken(tx, token)
    if (!resolution) throw linkNotFound()
    const ticket = await unsafeTicket(tx, resolution.ticketNumber, true)
    // Read again under the lock: two clicks at once are one answer.
    const now = await viewConfirmation(tx, token)
    const same = now.answered === (body.answer === 'confirm' ? 'confirmed' : 'reopened')
    if (same) return now
    if (!ticket || now.answered !== null || ticket.status !== 'resolved') throw answeredAlready()
    const requester = { id: ticket.requesterId, name: now.requesterName }
    await actAs(tx, nameOnly(requester), async () => {
      if (body.answer === 'confirm') await close(tx, ticket, 'confirmed')
      else await reopen(tx, ticket, body.comment)
      if (!body.comment?.trim()) return
      const words = { text: body.comment.trim(), author: requester }
      await addMessage(tx, { ...words, ticketNumber: ticket.number, kind: 'reply', direction: 'in' })
    })
    return viewConfirmation(tx, token)
  })
}
