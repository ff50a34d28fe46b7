import type { Cx } from '../../../platform/cx.ts'
import { tell } from '../../../platform/facts/index.ts'
import { ticketFor } from '../../ticket/server/index.ts'
import { sideConversationChanged } from '../contract/facts.ts'
import type { SideConversation } from '../contract/side-shapes.ts'
import { sideConversationFor, viewSideConversation } from './view-side-conversations.ts'

/** Closes a side conversation or opens it again; the next answer from outside opens it by itself. */
export async function changeSide(
  cx: Cx,
  number: number,
  id: number,
  { state }: { state: 'open' | 'closed' },
): Promise<SideConversation> {
  return cx.tx(async (tx) => {
    await ticketFor(tx, cx.actor, number, 'note', { lock: true })
    const side = await sideConversationFor(tx, number, id)
    if (side.state !== state) {
      await tx
        .updateTable('conversation.sideConversation')
        .set({ state, changedAt: tx.now })
        .where('id', '=', id)
        .execute()
      await tell(tx, sideConversationChanged, number, { sideId: id, state })
    }
    return viewSideConversation(tx, id, cx.actor)
  })
}
