import { actAs, nameOnly } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { type ItemToFile, isOurAddress, itemToFile, markFiled, markIgnored } from '../../intake/server/index.ts'
import { findOrAddRequester } from '../../people/server/index.ts'
import {
  letWatch,
  linkTickets,
  openTicket,
  type TicketRecord,
  unsafeTicket,
  watcherIds,
} from '../../ticket/server/index.ts'
import { isSpam } from '../../triage/server/index.ts'
import { addMessage } from './add-message.ts'
import { fileSideAnswer } from './file-side-answer.ts'
import { sideConversationOf } from './find-side-conversation.ts'
import { messageOfItem, ticketByReferences } from './queries.ts'
import { wakeOnReply } from './wake-on-reply.ts'

interface Sender {
  id: number
  name: string
  organisationId: number | null
}

/**
 * Decides where a received e-mail belongs: on the ticket it answers when its sender has part in it, on a follow-up when
 * that ticket is closed, else on a new ticket (linked to the one it named, so that nothing leaks and nothing is lost).
 */
export async function fileMail(tx: Tx, itemId: number): Promise<void> {
  const item = await itemToFile(tx, itemId)
  // What comes back from outside never reaches the ticket's own conversation.
  const side = await sideConversationOf(
    tx,
    [item.inReplyTo, ...item.references.toReversed()].filter((id) => id !== null),
  )
  if (side) return fileSideAnswer(tx, side, item)
  const sender = await findOrAddRequester(tx, named(item.from))
  const person = await tx
    .selectFrom('people.person')
    .select(['id', 'name', 'organisationId'])
    .where('id', '=', sender.id)
    .executeTakeFirstOrThrow()
  const answered = await ticketAnswered(tx, item)
  // What follows spam opens nothing and sends nothing; it stays among the mails an administrator can see.
  if (answered?.requesterId === person.id && (await isSpam(tx, answered.number))) {
    return markIgnored(tx, itemId, `It answers #${answered.number}, which is marked as spam.`)
  }
  const watchers = await watchersFrom(tx, item, person)
  const joins = answered !== undefined && answered.status !== 'closed' && (await hasPart(tx, answered, person))
  // What follows from a mail is told in the name of its sender.
  const ticketNumber = await actAs(tx, nameOnly(person), () =>
    joins ? join(tx, answered, item, person, watchers) : open(tx, answered, item, person, watchers),
  )
  const message = await messageOfItem(tx, itemId)
  await markFiled(tx, itemId, { ticketNumber, messageId: message?.id ?? null })
}

function named({ email, name }: { email: string; name: string | null }) {
  return name === null ? { email } : { email, name }
}

async function ticketAnswered(tx: Tx, item: ItemToFile): Promise<TicketRecord | undefined> {
  const named = [item.inReplyTo, ...item.references.toReversed()].filter((id) => id !== null)
  const number = (await ticketByReferences(tx, named)) ?? item.ticketHint
  return number === null ? undefined : unsafeTicket(tx, number, true)
}

/** Who may add to a ticket by mail: its requester, reporter, watchers and the people of its organisation. */
async function hasPart(tx: Tx, ticket: TicketRecord, person: Sender): Promise<boolean> {
  if ([ticket.requesterId, ticket.reporterId, ticket.assigneeId].includes(person.id)) return true
  if (ticket.organisationId !== null && ticket.organisationId === person.organisationId) return true
  return (await watcherIds(tx, ticket.number)).includes(person.id)
}

async function join(
  tx: Tx,
  ticket: TicketRecord,
  item: ItemToFile,
  person: Sender,
  watchers: readonly number[],
): Promise<number> {
  await addMessage(tx, {
    ...wordsOf(item),
    ticketNumber: ticket.number,
    kind: 'reply',
    direction: 'in',
    author: person,
  })
  if (person.id !== ticket.requesterId) await letWatch(tx, ticket.number, [person.id])
  await letWatch(
    tx,
    ticket.number,
    watchers.filter((id) => id !== ticket.requesterId),
  )
  if (!item.automatic) await wakeOnReply(tx, ticket.number)
  return ticket.number
}

async function open(
  tx: Tx,
  answered: TicketRecord | undefined,
  item: ItemToFile,
  person: Sender,
  watchers: readonly number[],
): Promise<number> {
  const mayFollow = answered !== undefined && (await hasPart(tx, answered, person))
  const fresh = await openTicket(tx, {
    subject: item.subject.trim() || '(no subject)',
    channel: 'email',
    requesterId: person.id,
    reporterId: person.id,
    organisationId: person.organisationId,
    teamId: mayFollow ? answered.teamId : item.teamId,
    serviceId: mayFollow ? answered.serviceId : item.serviceId,
    watcherIds: watchers,
    firstWords: wordsOf(item),
  })
  if (answered) await linkTickets(tx, fresh.number, mayFollow ? 'follows_up' : 'relates_to', answered.number)
  return fresh.number
}

function wordsOf(item: ItemToFile) {
  return {
    text: item.text,
    ...(item.html === null ? {} : { html: item.html }),
    ...(item.quotedText === null ? {} : { quotedText: item.quotedText }),
    ...(item.quotedHtml === null ? {} : { quotedHtml: item.quotedHtml }),
    subject: item.subject,
    files: item.files,
    itemId: item.id,
    mailMessageId: item.messageId,
    automatic: item.automatic,
    sentAt: item.sentAt,
  }
}

/** People in To and Cc beside the desk itself follow the ticket, so that what they answer finds it too. */
async function watchersFrom(tx: Tx, item: ItemToFile, sender: Sender): Promise<number[]> {
  const ids: number[] = []
  for (const address of [...item.to, ...item.cc].slice(0, 50)) {
    if (await isOurAddress(tx, address.email)) continue
    const person = await findOrAddRequester(tx, named(address))
    if (person.id !== sender.id) ids.push(person.id)
  }
  return [...new Set(ids)]
}
