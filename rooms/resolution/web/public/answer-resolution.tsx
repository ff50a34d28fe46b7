import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { shortDate } from '../../../../web-kit/i18n/formats.ts'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { getTicket, listTicketsEndpoint } from '../../../ticket/contract/http.ts'
import { confirmResolutionEndpoint, getResolutions, withdrawResolutionEndpoint } from '../../contract/http.ts'
import { DoesItWork } from './does-it-work.tsx'

interface Props {
  number: number
  /** Called with the reason once the ticket is open again, so that it can be told the people who work on it. */
  onReopened?: (reason: string) => void
}

/** On a resolved ticket, for a requester who is signed in: confirm, or reopen with a reason. */
export function AnswerResolution({ number, onReopened }: Props) {
  const { t } = useTranslation('confirmation')
  const resolution = useApi(getResolutions, { params: { number } }, { live: [`ticket:${number}`] })
  const refresh = [getTicket, getResolutions, listTicketsEndpoint]
  const confirm = useSend(confirmResolutionEndpoint, { refresh, onDone: () => toast.done(t('thanks')) })
  const reopen = useSend(withdrawResolutionEndpoint, {
    refresh,
    onDone: (_, { query }) => {
      toast.done(t('reopened'))
      onReopened?.(query?.reason ?? '')
    },
  })
  if (!resolution.data) return null
  const { current, closesAt } = resolution.data
  return (
    <DoesItWork
      action={current?.action ?? ''}
      hint={closesAt ? t('closesOn', { day: shortDate(new Date(closesAt)) }) : undefined}
      busy={confirm.isPending || reopen.isPending}
      onConfirm={() => confirm.mutate({ params: { number } })}
      onReopen={(reason) => reopen.mutate({ params: { number }, query: { reason } })}
    />
  )
}
