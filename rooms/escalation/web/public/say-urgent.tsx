import { Button } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { ReasonForm } from '../../../../web-kit/forms/reason-form.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { sayUrgentEndpoint } from '../../contract/http-triggers.ts'
import './strings.ts'

/** For requesters: it cannot wait, and why. */
export function SayUrgent({ number }: { number: number }) {
  const { t } = useTranslation('escalationPublic')
  const [writing, setWriting] = useState(false)
  const [said, setSaid] = useState(false)
  const send = useSend(sayUrgentEndpoint, {
    refresh: [],
    onDone: () => {
      toast.done(t('urgentDone'))
      setSaid(true)
      setWriting(false)
    },
  })
  if (said) return null
  if (!writing) {
    return (
      <Button
        variant="subtle"
        color="gray"
        size="sm"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconAlertCircle size={17} stroke={1.75} aria-hidden />}
        onClick={() => setWriting(true)}
      >
        {t('urgent')}
      </Button>
    )
  }
  return (
    <ReasonForm
      label={t('urgentWhy')}
      help={t('urgentHelp')}
      maxLength={2000}
      submitLabel={t('urgentSend')}
      busy={send.isPending}
      onSubmit={(reason) => send.mutate({ params: { number }, body: { reason } })}
      onCancel={() => setWriting(false)}
    />
  )
}
