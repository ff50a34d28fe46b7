import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { getTicket, getTimeline, listTicketsEndpoint } from '../../ticket/contract/http.ts'
import { deleteSpam, getSpam, putSpam } from '../contract/http.ts'

const refresh = [getSpam, getTicket, getTimeline, listTicketsEndpoint]

/** Whether a ticket is spam, and the ways to say so and to take it back. */
export function useSpam(number: number, enabled: boolean) {
  const { t } = useTranslation('triage')
  const params = { number }
  const mark = useApi(getSpam, { params }, { enabled, live: [`ticket:${number}`] }).data
  const take = useSend(deleteSpam, { refresh })
  const put = useSend(putSpam, {
    refresh,
    onDone: () => toast.done(t('spamDone', { number }), { undo: () => take.mutate({ params }) }),
  })
  return { mark, setSpam: () => put.mutate({ params }), unsetSpam: () => take.mutate({ params }) }
}
