import { Button, Select, Textarea } from '@mantine/core'
import { IconPhoneCall } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { listLadders, listPages, startPageEndpoint } from '../contract/http.ts'
import classes from './oncall.module.css'
import './strings.ts'

/** Pages who is on call about a ticket; nothing while there is no ladder to page by. */
export function StartPage({ number }: { number: number }) {
  const { t } = useTranslation('oncall')
  const ladders = useApi(listLadders, {}, { staleMs: 60_000 }).data?.items ?? []
  const [writing, setWriting] = useState(false)
  const [reason, setReason] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const send = useSend(startPageEndpoint, {
    refresh: [listPages],
    onDone: () => {
      toast.done(t('started'))
      setWriting(false)
      setReason('')
    },
  })
  const ladder = chosen ?? (ladders[0] ? String(ladders[0].id) : null)
  if (ladder === null) return null
  if (!writing) {
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPhoneCall size={15} stroke={1.9} />}
        onClick={() => setWriting(true)}
      >
        {t('start')}
      </Button>
    )
  }
  const ready = reason.trim().length > 2
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) send.mutate({ params: { number }, body: { ladder: Number(ladder), reason } })
      }}
    >
      {ladders.length > 1 && (
        <Select
          label={t('ladder')}
          allowDeselect={false}
          data={ladders.map((one) => ({ value: String(one.id), label: one.name }))}
          value={ladder}
          onChange={setChosen}
        />
      )}
      <Textarea
        label={t('reason')}
        description={t('startHelp')}
        autosize
        minRows={2}
        maxLength={1000}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.pair}>
        <Button type="submit" size="compact-sm" color="red" disabled={!ready} loading={send.isPending}>
          {t('send')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setWriting(false)}>
          {t('kit:form.cancel')}
        </Button>
      </div>
    </form>
  )
}
