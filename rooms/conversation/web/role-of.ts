import type { MessageRole } from './message-card.tsx'
import type { Message } from './use-thread.ts'

/** As whom somebody wrote on a ticket. */
export function roleOf(message: Message, requesterId: number, reporterId: number): MessageRole {
  if (message.automatic) return 'automatic'
  if (message.author.id === requesterId) return 'requester'
  if (message.direction === 'out') return 'reply'
  return message.author.id === reporterId ? 'reporter' : 'other'
}
