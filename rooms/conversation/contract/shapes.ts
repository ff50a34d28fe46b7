import { Type } from 'typebox'
import { FileCard } from '../../../platform/files/contract.ts'
import { Id, Instant, Nullable, OneOf } from '../../../platform/http/schemas.ts'
import { MailAuthentication } from '../../intake/contract/authentication.ts'
import { CalendarEvent } from '../../intake/contract/calendar.ts'

export const messageKinds = ['reply', 'note'] as const
export type MessageKind = (typeof messageKinds)[number]

export const deliveryStates = ['none', 'queued', 'held', 'sending', 'sent', 'failed', 'uncertain', 'withdrawn'] as const

/** What became of a message's e-mail; `none` for notes and for what came in. */
export const Delivery = Type.Object({
  state: OneOf(deliveryStates),
  at: Nullable(Instant),
  error: Nullable(Type.String({ description: 'What the mail server said, when it failed' })),
  smtpCode: Nullable(Type.Integer({ description: 'The reply code of the mail server (RFC 5321)' })),
  dueAt: Nullable(Type.String({ format: 'date-time', description: 'When it goes out, or is tried again' })),
  attempts: Type.Integer(),
})

/** Whether pictures from other servers are in a message, and whether they are loaded for this reader. */
export const pictureStates = ['none', 'blocked', 'allowed', 'off'] as const

const Recipient = Type.Object({
  email: Type.String(),
  name: Nullable(Type.String()),
  delivered: Type.Boolean({ description: 'A mail server took it for this recipient' }),
})
const Recipients = Type.Object({ to: Type.Array(Recipient), cc: Type.Array(Recipient), bcc: Type.Array(Recipient) })

export const Attachment = Type.Object({ ...FileCard.properties, inline: Type.Boolean() })

export const Message = Type.Object({
  id: Id,
  ticketNumber: Type.Integer({
    description: 'Another than asked for when a closed ticket was answered: its follow-up',
  }),
  kind: OneOf(messageKinds),
  direction: OneOf(['in', 'out'], { description: 'in: from the requester’s side; out: from the desk' }),
  author: Type.Object({ id: Nullable(Id), name: Type.String(), email: Nullable(Type.String()) }),
  sentAt: Instant,
  subject: Nullable(Type.String()),
  text: Type.String({ description: 'What is new in the message' }),
  html: Type.String({ description: 'The same as HTML that is safe to show' }),
  quotedText: Nullable(Type.String({ description: 'What was cut off: quoted history and signature' })),
  quotedHtml: Nullable(Type.String()),
  automatic: Type.Boolean(),
  attachments: Type.Array(Attachment),
  delivery: Delivery,
  undoUntil: Nullable(Type.String({ format: 'date-time', description: 'Until then its author can take it back' })),
  hasSource: Type.Boolean({ description: 'Whether …/source has the e-mail it came from or went out as' }),
  recipients: Nullable(Recipients),
  pictures: OneOf(pictureStates, {
    description: 'Pictures from other servers: none, blocked, allowed, or off for all',
  }),
  events: Type.Array(CalendarEvent, { description: 'Calendar entries that came with it' }),
  authentication: Nullable(MailAuthentication),
  cut: Type.Boolean({ description: 'Only its beginning is here; all of it is at …/messages/{id}' }),
})

export const Address = Type.Object({
  email: Type.String({ format: 'email', maxLength: 254 }),
  name: Type.Optional(Type.String({ maxLength: 200 })),
})

const Copies = Type.Array(Type.Union([Address, Type.String({ format: 'email', maxLength: 254 })]), { maxItems: 50 })

export const WriteMessage = Type.Object({
  kind: OneOf(messageKinds),
  text: Type.Optional(Type.String({ maxLength: 500_000 })),
  html: Type.Optional(Type.String({ maxLength: 2_000_000 })),
  attachments: Type.Optional(Type.Array(Id, { maxItems: 50, description: 'Ids of uploaded files' })),
  cc: Type.Optional(Copies),
  bcc: Type.Optional(Copies),
  after: Type.Optional(
    Type.Integer({
      minimum: 0,
      description:
        'The newest message the writer has read: a reply is refused (409 conversation.answered_meanwhile) when somebody else has replied since',
    }),
  ),
})

export const Draft = Type.Object({
  kind: OneOf(messageKinds),
  html: Type.String({ maxLength: 2_000_000 }),
  cc: Type.Array(Address, { maxItems: 50 }),
  bcc: Type.Optional(Type.Array(Address, { maxItems: 50 })),
  attachments: Type.Array(Id, { maxItems: 50 }),
})

export const KeptDraft = Type.Object({
  ...Draft.properties,
  files: Type.Array(FileCard),
  updatedAt: Instant,
})

const cannedFields = {
  title: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
  html: Type.String({ minLength: 1, maxLength: 100_000 }),
  teamId: Type.Optional(Nullable(Id)),
  language: Type.Optional(Nullable(Type.String({ pattern: '^[a-z]{2}$' }))),
}
export const WriteCannedReply = Type.Object(cannedFields)
export const CannedReply = Type.Object({
  id: Id,
  title: Type.String(),
  html: Type.String({ description: 'With variables such as {{requester.name}}' }),
  team: Nullable(Type.Object({ id: Id, name: Type.String() })),
  language: Nullable(Type.String()),
  version: Type.Integer(),
})
