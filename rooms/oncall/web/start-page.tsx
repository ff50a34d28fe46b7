import { Button, Select } from '@mantine/core'
import { IconPhoneCall } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { ReasonForm } from '../../../web-kit/forms/reason-form.tsx'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { listLadders, listPages, startPageEndpoint } from '../contract/http.ts'
import './strings.ts'

/** Pages who is on call about a ticket; nothing while there is no ladder to page by. */
export function StartPage({ number }: { number: number }) {
  const { t } = useTranslation('oncall')
  const ladders = useApi(listLadders, {}, { staleMs: 60_000 }).data?.items ?? []
  const [writing, setWriting] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const send = useSend(startPageEndpoint, {
    refresh: [listPages],
    onDone: () => {
      toast.done(t('started'))
      setWriting(false)
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
  return (
    <ReasonForm
      small
      danger
      label={t('reason')}
      help={t('startHelp')}
      maxLength={1000}
      submitLabel={t('send')}
      busy={send.isPending}
      onSubmit={(reason) => send.mutate({ params: { number }, body: { ladder: Number(ladder), reason } })}
      onCancel={() => setWriting(false)}
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
    </ReasonForm>
  )
}
