import type { Static } from 'typebox'
import { type Actor, can } from '../../../platform/access/actor.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { textToHtml } from '../../../platform/html/index.ts'
import { type MailFate, outboxStates } from '../../../platform/mail/index.ts'
import { type Arrival, arrivalsOf } from '../../intake/server/index.ts'
import { personCards } from '../../people/server/index.ts'
import type { Delivery, Message } from '../contract/shapes.ts'
import { attachmentsOf } from './queries.ts'
import { hasRemotePictures, pictureState, trustedSenders } from './remote-pictures.ts'
import { undoUntil } from './undo-time.ts'

export const messageColumns = [
  'id',
  'ticketNumber',
  'kind',
  'direction',
  'authorId',
  'authorName',
  'subject',
  'text',
  'html',
  'quotedText',
  'quotedHtml',
  'automatic',
  'sentAt',
  'createdAt',
  'itemId',
  'outboxId',
] as const

export type MessageRecord = Awaited<ReturnType<typeof messageById>> & {
  /** Only its beginning was read. */
  cut?: boolean
  /** Known to have no files, so that nobody need look. */
  bare?: boolean
  /** What became of its mail, where that is known. */
  fate?: MailFate
}

export async function messageById(reader: Reader, id: number) {
  return reader.selectFrom('conversation.message').select(messageColumns).where('id', '=', id).executeTakeFirstOrThrow()
}

/** Messages as the viewer sees them, with files, authors and the fate of their mails read once a kind. */
export async function presentMessages(
  reader: Reader,
  actor: Actor,
  messages: readonly MessageRecord[],
  now: Date,
): Promise<Static<typeof Message>[]> {
  const authorIds = present(messages.map((message) => message.authorId))
  const itemIds = present(messages.map((message) => message.itemId))
  // Who else got a mail, and what a server said to it, is the desk's business.
  const staff = can(actor, 'ticket.read')
  const [files, authors, fates, arrivals, trusted] = await Promise.all([
    attachmentsOf(
      reader,
      messages.filter((message) => !message.bare).map((message) => message.id),
    ),
    personCards(reader, authorIds),
    outboxStates(reader, present(messages.map((message) => (message.fate ? null : message.outboxId)))),
    arrivalsOf(reader, itemIds),
    trustedSenders(reader, actor.id, present(messages.filter(hasRemotePictures).map((message) => message.authorId))),
  ])
  return messages.map((message) => {
    const author = message.authorId === null ? undefined : authors.get(message.authorId)
    const fate = message.fate ?? (message.outboxId === null ? undefined : fates.get(message.outboxId))
    const arrival = message.itemId === null ? undefined : arrivals.get(message.itemId)
    const authentication = arrival?.authentication ?? null
    return {
      id: message.id,
      ticketNumber: message.ticketNumber,
      kind: message.kind,
      direction: message.direction,
      author: { id: message.authorId, name: author?.name ?? message.authorName, email: author?.email ?? null },
      sentAt: message.sentAt.toISOString(),
      subject: message.subject,
      text: message.text,
      html: message.html ?? textToHtml(message.cut ? message.text.slice(0, 5000) : message.text),
      quotedText: message.quotedText,
      quotedHtml: message.quotedHtml,
      automatic: message.automatic,
      attachments: files
        .filter((file) => file.messageId === message.id)
        .map(({ id, sha256, name, type, size, url, inline }) => ({ id, sha256, name, type, size, url, inline })),
      delivery: deliveryOf(fate, staff),
      undoUntil: undoUntil(message, actor, now, fate)?.toISOString() ?? null,
      hasSource: staff && (message.itemId !== null || message.outboxId !== null),
      recipients: staff ? recipientsOf(fate, arrival) : null,
      pictures: pictureState(message, trusted, authentication?.verdict === 'fail'),
      events: arrival?.events ?? [],
      authentication: staff ? authentication : null,
      cut: message.cut ?? false,
    }
  })
}

const present = (ids: readonly (number | null)[]) => ids.filter((id) => id !== null)

/** What became of a message's mail, as it is shown; why it failed is the desk's business. */
export function deliveryOf(fate: MailFate | undefined, staff = true): Static<typeof Delivery> {
  if (!fate) return { state: 'none', at: null, error: null, smtpCode: null, dueAt: null, attempts: 0 }
  return {
    state: fate.state,
    at: fate.at.toISOString(),
    error: staff ? fate.error : null,
    smtpCode: staff ? fate.smtpCode : null,
    dueAt: fate.state === 'queued' ? (fate.nextAttemptAt?.toISOString() ?? null) : null,
    attempts: fate.attempts,
  }
}

function recipientsOf(fate: MailFate | undefined, arrival: Arrival | undefined): Static<typeof Message>['recipients'] {
  if (!fate && !arrival) return null
  const { to, cc, bcc } = fate?.recipients ?? { to: arrival?.to ?? [], cc: arrival?.cc ?? [], bcc: [] }
  const all = fate === undefined || fate.state === 'sent'
  const card = ({ email, name }: { email: string; name?: string | null }) => ({
    email,
    name: name || null,
    delivered: all || fate.deliveredTo.includes(email),
  })
  return { to: to.map(card), cc: cc.map(card), bcc: bcc.map(card) }
}
