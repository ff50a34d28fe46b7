import { type Static, Type } from 'typebox'
import { Id, Instant, Nullable, OneOf } from '../../../platform/http/schemas.ts'
import { Address, Attachment, Delivery } from './shapes.ts'

export const sideStates = ['open', 'closed'] as const

export const SideMessage = Type.Object({
  id: Id,
  direction: OneOf(['in', 'out'], { description: 'in: from outside; out: from the desk' }),
  author: Type.Object({ id: Nullable(Id), name: Type.String(), email: Nullable(Type.String()) }),
  asked: Type.Boolean({
    description: 'Whether the author is among those it is with; false for a stranger who answered',
  }),
  sentAt: Instant,
  text: Type.String(),
  html: Type.String({ description: 'Safe to show' }),
  quotedHtml: Nullable(Type.String({ description: 'Out: what was forwarded; in: what the answer quotes' })),
  automatic: Type.Boolean(),
  attachments: Type.Array(Attachment),
  delivery: Delivery,
  undoUntil: Nullable(Instant),
  hasSource: Type.Boolean(),
})

export const SideConversation = Type.Object({
  id: Id,
  ticketNumber: Type.Integer(),
  subject: Type.String(),
  state: OneOf(sideStates),
  participants: Type.Array(Address),
  startedBy: Type.Object({ id: Nullable(Id), name: Type.String() }),
  startedAt: Instant,
  messages: Type.Array(SideMessage),
})
export type SideConversation = Static<typeof SideConversation>

const words = {
  text: Type.Optional(Type.String({ maxLength: 500_000 })),
  html: Type.Optional(Type.String({ maxLength: 2_000_000 })),
  attachments: Type.Optional(
    Type.Array(Id, { maxItems: 50, description: 'Files of one’s own, and files that hang on the ticket' }),
  ),
}

export const StartSideConversation = Type.Object({
  ...words,
  to: Type.Array(Address, { minItems: 1, maxItems: 20 }),
  subject: Type.Optional(Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' })),
  messages: Type.Optional(Type.Array(Id, { maxItems: 50, description: 'Messages of the ticket to forward below' })),
  waitForVendor: Type.Optional(Type.Boolean({ description: 'The ticket waits on the vendor until an answer comes' })),
})

export const WriteSideMessage = Type.Object({
  ...words,
  to: Type.Optional(Type.Array(Address, { minItems: 1, maxItems: 20, description: 'Whom it is with from now on' })),
  waitForVendor: Type.Optional(Type.Boolean()),
})

export const UndoneSideMessage = Type.Object({
  to: Type.Array(Address),
  subject: Type.String(),
  html: Type.String(),
  attachments: Type.Array(Id),
  over: Type.Boolean({ description: 'It was the only message, so the side conversation is gone too' }),
})
