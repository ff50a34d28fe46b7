import { Type } from 'typebox'
import { fact } from '../../../platform/facts/contract.ts'
import { Id, OneOf } from '../../../platform/http/schemas.ts'
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
  Type.Object({ messageId: Id, state: OneOf(['sent', 'failed', 'uncertain']) }),
)

export const cannedReplyChanged = fact(
  'conversation.canned_reply_changed',
  'canned_reply',
  Type.Object({ change: OneOf(['added', 'changed', 'removed']), title: Type.String() }),
)
