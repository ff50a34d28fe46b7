import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { ReasonForm } from '../../../web-kit/forms/reason-form.tsx'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { tellLeadsEndpoint } from '../contract/http-triggers.ts'
import { rereadAfter } from './use-escalations.ts'

/** Escalates to leads: the team keeps the ticket, those above it know. */
export function TellLeads({ number }: { number: number }) {
  const { t } = useTranslation('escalation')
  const [writing, setWriting] = useState(false)
  const send = useSend(tellLeadsEndpoint, {
    refresh: rereadAfter,
    onDone: (made) => {
      toast.done(t('leads.done', { names: made.recipients.map((one) => one.name).join(', ') }))
      setWriting(false)
    },
  })
  if (!writing) {
    return (
      <Button variant="subtle" size="compact-sm" onClick={() => setWriting(true)}>
        {t('leads.tell')}
      </Button>
    )
  }
  return (
    <ReasonForm
      small
      label={t('leads.reason')}
      help={t('leads.reasonHelp')}
      maxLength={4000}
      submitLabel={t('leads.send')}
      busy={send.isPending}
      onSubmit={(reason) => send.mutate({ params: { number }, body: { reason } })}
      onCancel={() => setWriting(false)}
    />
  )
}
