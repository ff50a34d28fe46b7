import { Badge } from '@mantine/core'
import { IconStairsUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { useEditing } from '../../../../web-kit/forms/use-editing.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import { ManageList } from '../../../../web-kit/list/manage-list.tsx'
import { RecordDrawer } from '../../../../web-kit/manage/record-drawer.tsx'
import { useFound } from '../../../../web-kit/manage/use-found.ts'
import { type EscalationPath, listEscalationPaths } from '../../contract/http.ts'
import { PathForm } from './path-form.tsx'
import './strings.ts'

type Row = EscalationPath & { id: number }

/** The escalation path of every service; the first holds for all that have none of their own. */
export function PathsPanel() {
  const { t } = useTranslation('escalationAdmin')
  const list = useApi(listEscalationPaths, {}, { live: ['escalation_path:*', 'team:*'] })
  const all = list.data?.items.map((path): Row => ({ ...path, id: path.service?.id ?? 0 }))
  const nameOf = (row: Row) => row.service?.name ?? t('default')
  const { rows, search } = useFound(all, nameOf)
  const { editing, open, close } = useEditing()
  const columns: Column<Row>[] = [
    {
      key: 'service',
      title: t('service'),
      opens: true,
      cell: nameOf,
      beside: (row) => !row.own && row.service && <Badge variant="default">{t('asDefault')}</Badge>,
    },
    ...[0, 1, 2].map((index) => ({
      key: `tier${index + 1}`,
      title: t('tier', { tier: index + 1 }),
      wideOnly: true,
      cell: (row: Row) => row.tiers[index]?.teams.map((team) => team.name).join(', ') || '–',
    })),
    { key: 'supplier', title: t('supplier'), wideOnly: true, cell: (row) => row.supplier?.name ?? '–' },
  ]
  const words = (key: string) => t(`words.${key}`)
  return (
    <>
      <ManageList
        label={t('words.list')}
        rows={rows}
        error={list.error}
        retry={() => void list.refetch()}
        columns={columns}
        keyOf={(row) => row.id}
        onOpen={(row) => open(row.id)}
        search={{ ...search, placeholder: t('words.find') }}
        empty={{ icon: <IconStairsUp />, title: t('words.none'), help: t('words.noneHelp') }}
      />
      <RecordDrawer
        editing={editing}
        rows={all}
        nameOf={nameOf}
        words={words}
        size={560}
        byId={undefined}
        onClose={close}
      >
        {(row) => row && <PathForm key={row.id} path={row} onDone={close} />}
      </RecordDrawer>
    </>
  )
}
