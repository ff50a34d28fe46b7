import { Badge } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import { ManagePanel } from '../../../../web-kit/manage/manage-panel.tsx'
import { useFound } from '../../../../web-kit/manage/use-found.ts'
import { type Channel, listChannels } from '../../contract/http-channels.ts'
import { ChannelForm } from './channel-form.tsx'
import './strings.ts'

const colours = { queued: 'yellow', sent: 'green', failed: 'red' } as const

/** The chats that hear what happens on tickets, and whether it arrives. */
export function ChannelsPanel() {
  const { t } = useTranslation('noticeAdmin')
  const list = useApi(listChannels, {}, { live: ['notice_channel:*'] })
  const { rows, search } = useFound(list.data?.items, (one) => `${one.name}\n${t(`services.${one.kind}`)}`)
  const columns: Column<Channel>[] = [
    {
      key: 'name',
      title: t('name'),
      opens: true,
      cell: (one) => one.name,
      beside: (one) => !one.active && <Badge variant="default">{t('off')}</Badge>,
    },
    { key: 'service', title: t('service'), wideOnly: true, cell: (one) => t(`services.${one.kind}`) },
    {
      key: 'state',
      title: t('state'),
      width: 200,
      cell: (one) =>
        one.last && (
          <Badge variant="light" color={colours[one.last.state]} title={one.last.error ?? undefined}>
            {t(`states.${one.last.state}`)}
          </Badge>
        ),
    },
  ]
  return (
    <ManagePanel
      reading={list}
      rows={rows}
      columns={columns}
      words={(key) => t(`words.${key}`)}
      icon={<IconMessages />}
      nameOf={(one) => one.name}
      search={search}
      editorSize={560}
      editor={(one, { close }) => <ChannelForm key={one?.id} channel={one} onDone={close} />}
    />
  )
}
