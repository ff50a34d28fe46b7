import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { tellLeadsEndpoint } from '../contract/http-triggers.ts'
import classes from './escalation.module.css'
import { rereadAfter } from './use-escalations.ts'

/** Escalates to leads: the team keeps the ticket, those above it know. */
export function TellLeads({ number }: { number: number }) {
  const { t } = useTranslation('escalation')
  const [writing, setWriting] = useState(false)
  const [reason, setReason] = useState('')
  const send = useSend(tellLeadsEndpoint, {
    refresh: rereadAfter,
    onDone: (made) => {
      toast.done(t('leads.done', { names: made.recipients.map((one) => one.name).join(', ') }))
      setWriting(false)
      setReason('')
    },
  })
  if (!writing) {
    return (
      <Button variant="subtle" size="compact-sm" onClick={() => setWriting(true)}>
        {t('leads.tell')}
      </Button>
    )
  }
  const ready = reason.trim().length > 2
  return (
    <form
      className={classes.tell}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) send.mutate({ params: { number }, body: { reason } })
      }}
    >
      <Textarea
        label={t('leads.reason')}
        description={t('leads.reasonHelp')}
        autosize
        minRows={2}
        maxLength={4000}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" size="compact-sm" disabled={!ready} loading={send.isPending}>
          {t('leads.send')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setWriting(false)}>
          {t('kit:form.cancel')}
        </Button>
      </div>
    </form>
  )
}
