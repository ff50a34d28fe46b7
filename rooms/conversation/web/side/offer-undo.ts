import { api } from '../../../../web-kit/api/api.ts'
import { stale } from '../../../../web-kit/api/use-api.ts'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { listSideConversations, type SideConversation, undoSideMessageEndpoint } from '../../contract/http.ts'

/** Says that the newest message of a side conversation was sent, and takes it back while its mail has not left. */
export function offerUndo(words: string, side: SideConversation, onTakenBack: () => void): void {
  const message = side.messages.at(-1)
  const leftMs = message?.undoUntil ? new Date(message.undoUntil).getTime() - Date.now() : 0
  const takeBack = async (id: number) => {
    const params = { number: side.ticketNumber, id: side.id, message: id }
    try {
      await api(undoSideMessageEndpoint, { params })
      onTakenBack()
      await stale(listSideConversations, { params: { number: side.ticketNumber } })
    } catch (error) {
      toast.problem(error as Error)
    }
  }
  toast.done(words, message && leftMs > 500 ? { undo: () => void takeBack(message.id), forMs: leftMs } : {})
}
