import type { Static } from 'typebox'
import type { Tx } from '../../../platform/db/index.ts'
import { personCards } from '../../people/server/index.ts'
import type { TicketState } from '../../ticket/contract/facts.ts'
import type { FirstWords } from '../../ticket/server/index.ts'
import { addMessage } from './add-message.ts'

/** The words a ticket was opened with become its first message; without any words or files there is none. */
export async function keepFirstWords(
  tx: Tx,
  ticketNumber: number,
  state: Static<typeof TicketState>,
  words: FirstWords,
): Promise<void> {
  const files = words.files ?? []
  if (!words.text?.trim() && !words.html?.trim() && files.length === 0) return
  const reporter = (await personCards(tx, [state.reporterId])).get(state.reporterId)
  await addMessage(tx, {
    ...words,
    ticketNumber,
    kind: 'reply',
    direction: 'in',
    subject: state.subject,
    author: { id: state.reporterId, name: reporter?.name ?? '' },
    files,
    first: true,
  })
}
