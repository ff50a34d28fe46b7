import type { Actor } from '../../../platform/access/actor.ts'
import { actAs } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { ItemToFile } from '../../intake/server/index.ts'
import { changeStatus, letWatch, type TicketRecord } from '../../ticket/server/index.ts'
import { addMessage } from './add-message.ts'
import { whoDidNotStop } from './change-subscription.ts'
import { peopleIn } from './mail-people.ts'
import { originOf } from './mail-words.ts'
import { sendReply } from './send-reply.ts'

/**
 * What a technician answers by mail is a public reply as them and is mailed on; without what they quoted and how they sign,
 * which may hold what was only meant for them. Who had the mail from them directly does not get it again.
 */
export async function fileAnswer(tx: Tx, ticket: TicketRecord, item: ItemToFile, actor: Actor): Promise<void> {
  await actAs(tx, actor, async () => {
    const author = { id: actor.id, name: actor.name }
    const direct = [...item.to, ...item.cc]
    const named = await peopleIn(tx, direct, [ticket.requesterId, actor.id ?? 0])
    await letWatch(tx, ticket.number, await whoDidNotStop(tx, ticket.number, named))
    const fileIds = item.files.map((file) => file.fileId)
    const without = new Set(direct.map((address) => address.email.toLowerCase()))
    await addMessage(tx, {
      ...ownWords(item),
      ticketNumber: ticket.number,
      kind: 'reply',
      direction: 'out',
      author,
      mail: (words) => sendReply(tx, ticket, { author, ...words, fileIds, without }),
    })
    // The ticket is locked, so it is still what it was.
    if (ticket.status === 'new') await changeStatus(tx, ticket, 'open', 'status')
  })
}

/**
 * The same where nothing proves that the technician wrote it, or where a program of theirs did: a note, in no person's
 * name, and nobody is mailed.
 */
export async function fileUnproved(tx: Tx, ticket: TicketRecord, item: ItemToFile): Promise<void> {
  await addMessage(tx, {
    ...ownWords(item),
    ticketNumber: ticket.number,
    kind: 'note',
    direction: 'out',
    author: unprovedAuthor(item),
    automatic: true,
  })
}

/** Who a mail says it is from, where nobody knows. */
export function unprovedAuthor({ from, automatic }: ItemToFile): { id: null; name: string } {
  const whom = from.name === null ? from.email : `${from.name} <${from.email}>`
  return { id: null, name: `${whom} (${automatic ? 'automatic' : 'sender not verified'})` }
}

function ownWords(item: ItemToFile) {
  const { text, html, subject, files, sentAt } = item
  return { text, html, subject, files, sentAt, ...originOf(item) }
}
