import type { Static } from 'typebox'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Reader } from '../../../platform/db/index.ts'
import { textToHtml } from '../../../platform/html/index.ts'
import { type MailFate, outboxStates } from '../../../platform/mail/index.ts'
import { deskSetting } from '../../../platform/settings/index.ts'
import { personCards } from '../../people/server/index.ts'
import type { Delivery, Message } from '../contract/shapes.ts'
import { deskSettings } from './config.ts'
import { attachmentsOf } from './queries.ts'

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

export type MessageRecord = Awaited<ReturnType<typeof messageById>>

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
  const [files, authors, fates] = await Promise.all([
    attachmentsOf(
      reader,
      messages.map((message) => message.id),
    ),
    personCards(
      reader,
      messages.flatMap((message) => (message.authorId === null ? [] : [message.authorId])),
    ),
    outboxStates(
      reader,
      messages.flatMap((message) => (message.outboxId === null ? [] : [message.outboxId])),
    ),
  ])
  return messages.map((message) => {
    const author = message.authorId === null ? undefined : authors.get(message.authorId)
    const fate = message.outboxId === null ? undefined : fates.get(message.outboxId)
    return {
      id: message.id,
      ticketNumber: message.ticketNumber,
      kind: message.kind,
      direction: message.direction,
      author: { id: message.authorId, name: author?.name ?? message.authorName, email: author?.email ?? null },
      sentAt: message.sentAt.toISOString(),
      subject: message.subject,
      text: message.text,
      html: message.html ?? textToHtml(message.text),
      quotedText: message.quotedText,
      quotedHtml: message.quotedHtml,
      automatic: message.automatic,
      attachments: files
        .filter((file) => file.messageId === message.id)
        .map(({ id, sha256, name, type, size, url, inline }) => ({ id, sha256, name, type, size, url, inline })),
      delivery: deliveryOf(fate),
      undoUntil: undoUntil(message, actor, now)?.toISOString() ?? null,
      hasSource: message.itemId !== null,
    }
  })
}

/** What became of a message's mail, as it is shown. */
export function deliveryOf(fate: MailFate | undefined): Static<typeof Delivery> {
  return fate
    ? { state: fate.state, at: fate.at.toISOString(), error: fate.error }
    : { state: 'none', at: null, error: null }
}

/** Until when its author can take a message back; nothing that came in by mail can be. */
export function undoUntil(
  message: { authorId: number | null; itemId: number | null; createdAt: Date },
  actor: Actor,
  now: Date,
): Date | undefined {
  if (actor.id === null || message.authorId !== actor.id || message.itemId !== null) return undefined
  const until = new Date(message.createdAt.getTime() + deskSetting(deskSettings.undoSeconds) * 1000)
  return until > now ? until : undefined
}
