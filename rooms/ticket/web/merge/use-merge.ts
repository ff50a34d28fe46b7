import { useTranslation } from 'react-i18next'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import {
  getTicket,
  getTimeline,
  listTicketsEndpoint,
  mergeTicketEndpoint,
  unmergeTicketEndpoint,
} from '../../contract/http.ts'
import './strings.ts'

const refresh = [getTicket, getTimeline, listTicketsEndpoint]

/** Merging a ticket and taking that back; each offers the other in its toast. */
export function useMerge() {
  const { t } = useTranslation('merge')
  const takeOut = useSend(unmergeTicketEndpoint, {
    refresh,
    onDone: (_, { params }) => toast.done(t('undone', { from: params.number })),
  })
  const merge = useSend(mergeTicketEndpoint, {
    refresh,
    onDone: ({ mergedInto }, { params, body }) =>
      toast.done(t('done', { from: params.number, into: mergedInto ?? body.into }), {
        undo: () => takeOut.mutate({ params }),
        forMs: 10_000,
      }),
  })
  return { merge, takeOut }
}
