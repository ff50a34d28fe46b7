import { Button, Textarea } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { sayUrgentEndpoint } from '../../contract/http-triggers.ts'
import './strings.ts'

/** For requesters: it cannot wait, and why. */
export function SayUrgent({ number }: { number: number }) {
  const { t } = useTranslation('escalationPublic')
  const [writing, setWriting] = useState(false)
  const [said, setSaid] = useState(false)
  const [reason, setReason] = useState('')
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
  const ready = reason.trim().length > 2
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) send.mutate({ params: { number }, body: { reason } })
      }}
    >
      <Textarea
        label={t('urgentWhy')}
        description={t('urgentHelp')}
        autosize
        minRows={2}
        maxLength={2000}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div style={{ display: 'flex', gap: 8, marginTop: 10 }}>
        <Button type="submit" disabled={!ready} loading={send.isPending}>
          {t('urgentSend')}
        </Button>
        <Button variant="default" onClick={() => setWriting(false)}>
          {t('kit:form.cancel')}
        </Button>
      </div>
    </form>
  )
}
