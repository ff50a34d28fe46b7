import { useEffect } from 'react'
import { api } from '../../../web-kit/api/api.ts'
import { stale, useApi } from '../../../web-kit/api/use-api.ts'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { countNotices, listNotices, seeNotices } from '../contract/http.ts'

/** How much is new for somebody; asked again when their bell rings. */
export function useUnseen(personId: number | undefined): number {
  const count = useApi(countNotices, {}, { live: [`notices:${personId}`], enabled: personId !== undefined })
  return count.data?.unseen ?? 0
}

export const useSee = () => useSend(seeNotices, { refresh: [listNotices, countNotices] })

/** Whoever reads a ticket has seen what the bell says of it. */
export function useSeenTicket(ticket: number, personId: number | undefined): void {
  const unseen = useUnseen(personId)
  useEffect(() => {
    if (unseen === 0 || document.hidden) return
    void api(seeNotices, { body: { ticket } }).then(
      (now) => {
        if (now.unseen === unseen) return
        void stale(countNotices)
        void stale(listNotices)
      },
      () => {},
    )
  }, [ticket, unseen])
}
