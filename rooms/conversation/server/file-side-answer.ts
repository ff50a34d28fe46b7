import { actAs, anonymousActor } from '../../../platform/cx.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tell } from '../../../platform/facts/index.ts'
import { type ItemToFile, markFiled } from '../../intake/server/index.ts'
import { changeStatus, survivorOf, unsafeTicket } from '../../ticket/server/index.ts'
import { sideConversationChanged } from '../contract/facts.ts'
import { addSideMessage } from './add-side-message.ts'
import type { SideRecord } from './find-side-conversation.ts'

/**
 * Files what came back from outside: on its side conversation, never on the ticket's own, and nobody is answered. A ticket
 * that waited for it is open again, unless a program wrote.
 */
export async function fileSideAnswer(tx: Tx, side: SideRecord, item: ItemToFile): Promise<void> {
  const name = item.from.name ?? item.from.email
  // The ticket first: whatever changes one locks it before its parts.
  const ticket = await unsafeTicket(tx, side.ticketNumber, true)
  // Whoever writes from outside is nobody here; their name is all that is told, and only to technicians.
  await actAs(tx, { ...anonymousActor, name }, async () => {
    await addSideMessage(tx, side, {
      direction: 'in',
      author: { id: null, name, email: item.from.email },
      text: item.text,
      html: item.html,
      quotedText: item.quotedText,
      quotedHtml: item.quotedHtml,
      automatic: item.automatic,
      sentAt: item.sentAt,
      itemId: item.id,
      mailMessageId: item.messageId,
      files: item.files,
    })
    await tx
      .updateTable('conversation.sideConversation')
      .set({ changedAt: tx.now, ...(item.automatic ? {} : { state: 'open' as const }) })
      .where('id', '=', side.id)
      .execute()
    if (item.automatic) return
    if (side.state === 'closed') {
      await tell(tx, sideConversationChanged, side.ticketNumber, { sideId: side.id, state: 'open' })
    }
  })
  // By the desk itself: the requester sees who changed a status, and must not see who was asked.
  const survivor = ticket?.status === 'closed' ? await survivorOf(tx, ticket.number) : null
  const waiting = survivor === null ? ticket : await unsafeTicket(tx, survivor, true)
  if (!item.automatic && waiting?.status === 'waiting_vendor') await changeStatus(tx, waiting, 'open', 'status')
  await markFiled(tx, item.id, { ticketNumber: side.ticketNumber, messageId: null })
}
