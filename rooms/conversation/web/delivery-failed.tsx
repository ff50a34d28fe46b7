import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { confirm } from '../../../web-kit/ui/confirm.tsx'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { listMessages, retryMessage, settleMessage } from '../contract/http.ts'
import { DeliveryWhy } from './delivery-why.tsx'
import type { Message } from './use-thread.ts'

/** Why a message did not arrive, and what one can do: send it again, or say that one knows. */
export function DeliveryFailed({ message }: { message: Message }) {
  const { t } = useTranslation('conversation')
  const params = { number: message.ticketNumber, id: message.id }
  const again = useSend(retryMessage, { refresh: [listMessages] })
  const seen = useSend(settleMessage, { refresh: [listMessages], onDone: () => toast.done(t('failure.noted')) })
  const { state, error } = message.delivery
  const retry = async () => {
    // It may have arrived; sending again is a decision.
    const yes =
      state !== 'uncertain' ||
      (await confirm({
        title: t('failure.againTitle'),
        body: t('failure.againBody'),
        confirmLabel: t('failure.again'),
      }))
    if (yes) again.mutate({ params })
  }
  return (
    <div>
      {error && <DeliveryWhy error={error} />}
      <div style={{ display: 'flex', gap: 8, marginTop: 6 }}>
        <Button size="compact-sm" variant="default" loading={again.isPending} onClick={() => void retry()}>
          {t('failure.again')}
        </Button>
        <Button size="compact-sm" variant="subtle" loading={seen.isPending} onClick={() => seen.mutate({ params })}>
          {t('failure.seen')}
        </Button>
      </div>
    </div>
  )
}
