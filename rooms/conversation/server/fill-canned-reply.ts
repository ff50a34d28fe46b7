import type { Cx } from '../../../platform/cx.ts'
import { deskSettings, personCards } from '../../people/server/index.ts'
import { ticketFor } from '../../ticket/server/index.ts'
import { fillIn } from '../contract/variables.ts'
import { cannedReplyById } from './canned-replies.ts'

/** A canned reply with the names and numbers of a ticket in the place of its variables. */
export async function fillCannedReply(cx: Cx, number: number, id: number): Promise<{ html: string }> {
  const ticket = await ticketFor(cx.db, cx.actor, number, 'reply')
  const reply = await cannedReplyById(cx.db, id)
  const requester = (await personCards(cx.db, [ticket.requesterId])).get(ticket.requesterId)
  const desk = await deskSettings(cx.db)
  const html = fillIn(reply.html, {
    'requester.name': requester?.name ?? '',
    'requester.firstName': firstOf(requester?.name ?? ''),
    'ticket.number': String(ticket.number),
    'ticket.subject': ticket.subject,
    'ticket.status': ticket.status.replaceAll('_', ' '),
    'agent.name': cx.actor.name,
    'agent.firstName': firstOf(cx.actor.name),
    'desk.name': desk.organisationName,
  })
  return { html }
}

function firstOf(name: string): string {
  return name.trim().split(/\s+/)[0] ?? ''
}
