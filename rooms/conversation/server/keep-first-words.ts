import type { Static } from 'typebox'
import type { Tx } from '../../../platform/db/index.ts'
import { personCards } from '../../people/server/index.ts'
import type { TicketState } from '../../ticket/contract/facts.ts'
import { type FirstWords, hasWords } from '../../ticket/server/index.ts'
import { addMessage } from './add-message.ts'

/** The words a ticket was opened with become its first message; without any words or files there is none. */
export async function keepFirstWords(
  tx: Tx,
  ticketNumber: number,
  state: Static<typeof TicketState>,
  words: FirstWords,
): Promise<void> {
  if (!hasWords(words)) return
  const { author, authorName, followsUp: _, ...message } = words
  await addMessage(tx, {
    ...message,
    ticketNumber,
    kind: 'reply',
    direction: 'in',
    subject: state.subject,
    author: author ?? { id: state.reporterId, name: authorName ?? (await nameOf(tx, state.reporterId)) },
    first: true,
  })
}

const nameOf = async (tx: Tx, personId: number) => (await personCards(tx, [personId])).get(personId)?.name ?? ''
