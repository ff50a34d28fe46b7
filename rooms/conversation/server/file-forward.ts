import type { Actor } from '../../../platform/access/actor.ts'
import { actAs } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { type ForwardedItem, type ItemToFile, isOurAddress } from '../../intake/server/index.ts'
import { openTicket, type TicketRecord } from '../../ticket/server/index.ts'
import { addMessage, referTo } from './add-message.ts'
import { unprovedAuthor } from './file-answer.ts'
import { peopleIn, senderOf } from './mail-people.ts'
import { originOf, subjectOf } from './mail-words.ts'

/**
 * A mail that a technician passes on opens a ticket for whoever wrote it, with the technician as reporter; what they wrote
 * above is a note. Null when it passes on nothing of somebody else.
 */
export async function fileForward(
  tx: Tx,
  item: ItemToFile,
  original: ForwardedItem,
  actor: Actor,
): Promise<number | null> {
  if (await isOurAddress(tx, original.from.email)) return null
  const requester = await senderOf(tx, original.from)
  if (actor.id === null || requester.id === actor.id) return null
  const others = await peopleIn(tx, [...original.to, ...original.cc], [requester.id, actor.id])
  const { quotedText, quotedHtml, html } = original
  return actAs(tx, actor, async () => {
    const ticket = await openTicket(tx, {
      subject: subjectOf(original.subject),
      channel: 'email',
      requesterId: requester.id,
      reporterId: actor.id ?? requester.id,
      organisationId: requester.organisationId,
      teamId: item.teamId,
      teamFrom: 'mailbox',
      serviceId: item.serviceId,
      watcherIds: others,
      firstWords: {
        ...originOf(item),
        author: { id: requester.id, name: requester.name },
        text: original.text,
        files: original.files,
        ...(html === null ? {} : { html }),
        ...(quotedText === null ? {} : { quotedText }),
        ...(quotedHtml === null ? {} : { quotedHtml }),
        sentAt: original.sentAt ?? item.sentAt,
      },
    })
    if (original.messageId !== null) referTo(tx, original.messageId, ticket.number)
    if (original.own.text.trim() !== '') await addOwnWords(tx, ticket, item, original.own, actor)
    return ticket.number
  })
}

async function addOwnWords(
  tx: Tx,
  ticket: TicketRecord,
  item: ItemToFile,
  own: ForwardedItem['own'],
  actor: Actor,
): Promise<void> {
  await addMessage(tx, {
    ...own,
    ticketNumber: ticket.number,
    kind: 'note',
    direction: 'out',
    author: item.verdict === 'pass' ? { id: actor.id, name: actor.name } : unprovedAuthor(item),
    sentAt: item.sentAt,
  })
}

/** A mail of a ticket that a technician passes on to the desk is for the colleagues who work on it. */
export async function noteForward(tx: Tx, ticket: TicketRecord, item: ItemToFile, actor: Actor): Promise<void> {
  const proved = item.verdict === 'pass'
  await addMessage(tx, {
    text: item.text,
    html: item.html,
    subject: item.subject,
    files: item.files,
    sentAt: item.sentAt,
    ...originOf(item),
    ticketNumber: ticket.number,
    kind: 'note',
    direction: 'out',
    author: proved ? { id: actor.id, name: actor.name } : unprovedAuthor(item),
    automatic: !proved,
  })
}
