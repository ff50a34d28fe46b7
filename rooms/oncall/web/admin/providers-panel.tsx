import { IconMessageCircleBolt } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import { ManagePanel } from '../../../../web-kit/manage/manage-panel.tsx'
import { useFound } from '../../../../web-kit/manage/use-found.ts'
import { listProviders, type Provider } from '../../contract/http.ts'
import { ProviderForm } from './provider-form.tsx'
import './strings.ts'

/** Services that send messages or call. */
export function ProvidersPanel() {
  const { t } = useTranslation('oncallAdmin')
  const list = useApi(listProviders, {}, { live: ['oncall_plan:*'] })
  const { rows, search } = useFound(list.data?.items, (one) => one.name)
  const columns: Column<Provider>[] = [
    { key: 'name', title: t('name'), opens: true, cell: (one) => one.name },
    { key: 'host', title: t('url'), cell: (one) => one.doc.host },
    { key: 'format', title: t('format'), wideOnly: true, cell: (one) => t(`formats.${one.doc.format}`) },
  ]
  return (
    <ManagePanel
      reading={list}
      rows={rows}
      columns={columns}
      words={(key) => t(`provider.${key}`)}
      icon={<IconMessageCircleBolt />}
      nameOf={(one) => one.name}
      search={search}
      editorSize={560}
      editor={(one, { close }) => <ProviderForm key={one?.id} provider={one} onDone={close} />}
    />
  )
}
