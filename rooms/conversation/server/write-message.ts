import type { Static } from 'typebox'
import { can } from '../../../platform/access/actor.ts'
import type { Cx } from '../../../platform/cx.ts'
import { inPassing, type Tx } from '../../../platform/db/index.ts'
import { assertOwnFiles } from '../../../platform/files/index.ts'
import { htmlToText } from '../../../platform/html/index.ts'
import { findOrAddRequester } from '../../people/server/index.ts'
import { changeStatus, type HeldTicket, letWatch, ticketFor } from '../../ticket/server/index.ts'
import type { WriteMessage } from '../contract/shapes.ts'
import { addMessage, type NewMessage } from './add-message.ts'
import { askAhead } from './ask-ahead.ts'
import { forgetStops } from './change-subscription.ts'
import { answeredMeanwhile, emptyMessage } from './errors.ts'
import { openFollowUp } from './open-follow-up.ts'
import { type MessageRecord, messageById, presentMessages } from './present-message.ts'
import { sendReply } from './send-reply.ts'
import { undoableUntil } from './undo-time.ts'
import { wakeOnReply } from './wake-on-reply.ts'

type Body = Static<typeof WriteMessage>

/** A reply that was planned: nobody's draft of today is what it was written from. `due`: nobody sits there to take it back. */
type Planned = 'due' | 'now'

/** A technician answers or notes; a requester answers. The answer of a requester to a closed ticket opens a follow-up. */
export async function writeMessage(cx: Cx, number: number, body: Body, planned?: Planned) {
  return cx.tx(async (tx) => {
    // Of a requester it is not known yet whether it is this ticket that goes on.
    const touched = can(cx.actor, 'ticket.reply')
    const touching = ticketFor(tx, cx.actor, number, body.kind, touched ? { touch: tx } : { lock: true })
    const ahead = touched ? askAhead(tx, number, body) : undefined
    const ticket = await touching
    await assertOwnFiles(tx, body.attachments ?? [], 'body.attachments')
    const files = (body.attachments ?? []).map((fileId) => ({ fileId }))
    if (!body.text?.trim() && saysNothing(body.html) && files.length === 0) {
      throw emptyMessage(undefined, { field: body.html === undefined ? 'body.text' : 'body.html' })
    }
    if (body.kind === 'reply' && body.after !== undefined) await assertUnanswered(tx, number, body.after)
    const words = { text: body.text, html: body.html, files, ahead }
    const message = isFromRequester(cx, ticket, body)
      ? await addFromRequester(tx, ticket, words)
      : await addFromDesk(tx, ticket, body, words, planned === 'due')
    if (tx.actor.id !== null && !planned) dropDraft(tx, tx.actor.id, number, body.kind)
    const [presented] = await presentMessages(tx, cx.actor, [message], cx.now)
    if (!presented) throw new Error('a message that was just written is gone')
    return presented
  })
}

/** An editor that holds nothing sends an empty paragraph. */
function saysNothing(html: string | undefined): boolean {
  if (!html?.trim()) return true
  return html.length < 2000 && !/<(img|hr|table)\b/i.test(html) && htmlToText(html).trim() === ''
}

/** Throws when somebody else has replied after the message that the writer read last; the ticket is locked. */
async function assertUnanswered(tx: Tx, number: number, after: number): Promise<void> {
  const answer = await tx
    .selectFrom('conversation.message')
    .select(['id', 'authorName'])
    .where('ticketNumber', '=', number)
    .where('id', '>', after)
    .where('kind', '=', 'reply')
    .where('automatic', '=', false)
    .where('authorId', 'is distinct from', tx.actor.id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!answer) return
  const params = { name: answer.authorName, messageId: answer.id }
  throw answeredMeanwhile(params, { extra: { params } })
}

type Words = Pick<NewMessage, 'text' | 'html' | 'files' | 'ahead'>

function isFromRequester(cx: Cx, ticket: HeldTicket, body: Body): boolean {
  return body.kind === 'reply' && (ticket.standing === 'requester' || cx.actor.id === ticket.requesterId)
}

async function addFromRequester(tx: Tx, ticket: HeldTicket, words: Words): Promise<MessageRecord> {
  const author = { id: tx.actor.id, name: tx.actor.name }
  if (ticket.status === 'closed' && author.id !== null) {
    return messageById(tx, await openFollowUp(tx, ticket, author.id, words))
  }
  const message = await addMessage(tx, {
    ...words,
    ticketNumber: ticket.number,
    kind: 'reply',
    direction: 'in',
    author,
  })
  await wakeOnReply(tx, ticket.number)
  return message
}

async function addFromDesk(
  tx: Tx,
  ticket: HeldTicket,
  body: Body,
  words: Words,
  atOnce: boolean,
): Promise<MessageRecord> {
  const author = { id: tx.actor.id, name: tx.actor.name }
  const message = { ...words, ticketNumber: ticket.number, kind: body.kind, direction: 'out', author } as const
  if (body.kind === 'note') return addMessage(tx, message)
  const cc = await Promise.all(
    (body.cc ?? []).map((cc) => findOrAddRequester(tx, typeof cc === 'string' ? { email: cc } : cc)),
  )
  const copied = cc.map((person) => person.id).filter((id) => id !== ticket.requesterId)
  await forgetStops(tx, ticket.number, copied)
  await letWatch(tx, ticket.number, copied)
  const fileIds = body.attachments ?? []
  const bcc = (body.bcc ?? []).map((one) => (typeof one === 'string' ? { email: one } : one))
  const notBefore = atOnce ? undefined : undoableUntil(tx)
  const mail = async (said: { text: string; html: string | null }) =>
    sendReply(tx, ticket, { ...said, author, fileIds, bcc, notBefore, context: await words.ahead?.context })
  const sent = await addMessage(tx, { ...message, mail })
  // The ticket is locked, so it is still what it was.
  if (ticket.status === 'new') await changeStatus(tx, ticket, 'open', 'status')
  return sent
}

function dropDraft(tx: Tx, personId: number, ticketNumber: number, kind: Body['kind']): void {
  const draft = tx
    .deleteFrom('conversation.draft')
    .where('personId', '=', personId)
    .where('ticketNumber', '=', ticketNumber)
    .where('kind', '=', kind)
  inPassing(tx, draft.execute())
}
