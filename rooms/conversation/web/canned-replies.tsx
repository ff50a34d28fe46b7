import { ActionIcon, Tooltip } from '@mantine/core'
import { IconTemplate } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { Picker } from '../../../web-kit/ui/picker.tsx'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { fillCannedReply, listCannedReplies } from '../contract/http.ts'

/** Words prepared for what is asked often, filled in for the ticket at hand. */
export function CannedReplies({ number, onPick }: { number: number; onPick: (html: string) => void }) {
  const { t } = useTranslation('conversation')
  const [opened, setOpened] = useState(false)
  const replies = useApi(listCannedReplies, { query: { limit: 200 } }, { enabled: opened, staleMs: 60_000 })
  const pick = async (id: number) => {
    try {
      const { html } = await api(fillCannedReply, { params: { number, id } })
      onPick(html)
    } catch (error) {
      toast.problem(error as Error)
    }
  }
  return (
    <Picker
      label={t('canned')}
      opened={opened}
      onOpen={setOpened}
      width={320}
      position="top-start"
      chosen={[]}
      choices={(replies.data?.items ?? []).map((one) => ({
        value: String(one.id),
        label: one.title,
        ...(one.team ? { hint: one.team.name } : {}),
      }))}
      onPick={(id) => void pick(Number(id))}
    >
      <Tooltip label={t('canned')}>
        <ActionIcon aria-label={t('canned')} aria-haspopup="listbox" onClick={() => setOpened(!opened)}>
          <IconTemplate size={16} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
    </Picker>
  )
}
