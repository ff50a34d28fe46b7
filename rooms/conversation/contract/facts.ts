import { Type } from 'typebox'
import { fact } from '../../../platform/facts/contract.ts'
import { Id, Instant, Nullable, OneOf } from '../../../platform/http/schemas.ts'
import { messageKinds } from './shapes.ts'

export const messageAdded = fact(
  'conversation.message_added',
  'ticket',
  Type.Object({
    messageId: Id,
    kind: OneOf(messageKinds),
    direction: OneOf(['in', 'out']),
    /** Written by a program; starts nothing by itself. */
    automatic: Type.Boolean(),
    /** The words the ticket was opened with. */
    first: Type.Boolean(),
  }),
)

export const messageUndone = fact('conversation.message_undone', 'ticket', Type.Object({ messageId: Id }))

export const deliveryChanged = fact(
  'conversation.delivery_changed',
  'ticket',
  Type.Object({
    /** One of them is set: the mail carried a message, or one of a side conversation. */
    messageId: Nullable(Id),
    sideMessageId: Nullable(Id),
    state: OneOf(['sent', 'failed', 'uncertain']),
  }),
)

/** The ticket was asked about outside. */
export const sideConversationStarted = fact(
  'conversation.side_started',
  'ticket',
  Type.Object({ sideId: Id, to: Type.Array(Type.String()) }),
)

export const sideMessageAdded = fact(
  'conversation.side_message_added',
  'ticket',
  Type.Object({
    sideId: Id,
    sideMessageId: Id,
    direction: OneOf(['in', 'out']),
    from: Type.String(),
    automatic: Type.Boolean(),
  }),
)

export const sideMessageUndone = fact(
  'conversation.side_message_undone',
  'ticket',
  Type.Object({ sideId: Id, sideMessageId: Id }),
)

export const sideConversationChanged = fact(
  'conversation.side_changed',
  'ticket',
  Type.Object({ sideId: Id, state: OneOf(['open', 'closed']) }),
)

export const cannedReplyChanged = fact(
  'conversation.canned_reply_changed',
  'canned_reply',
  Type.Object({ change: OneOf(['added', 'changed', 'removed']), title: Type.String() }),
)

/** A reply was planned to go out at a time. */
export const replyScheduled = fact(
  'conversation.reply_scheduled',
  'ticket',
  Type.Object({ scheduledId: Id, sendAt: Instant }),
)

export const scheduledReplyChanged = fact(
  'conversation.scheduled_reply_changed',
  'ticket',
  Type.Object({ scheduledId: Id, change: OneOf(['changed', 'cancelled', 'held', 'refused']) }),
)
