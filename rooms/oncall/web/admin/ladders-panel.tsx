import { IconStairs } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import { ManagePanel } from '../../../../web-kit/manage/manage-panel.tsx'
import { useFound } from '../../../../web-kit/manage/use-found.ts'
import { type Ladder, listLadders } from '../../contract/http.ts'
import { LadderForm } from './ladder-form.tsx'
import './strings.ts'

/** Whom to call, by what, and who is next. */
export function LaddersPanel() {
  const { t } = useTranslation('oncallAdmin')
  const list = useApi(listLadders, {}, { live: ['oncall_plan:*'] })
  const { rows, search } = useFound(list.data?.items, (one) => one.name)
  const columns: Column<Ladder>[] = [
    { key: 'name', title: t('name'), opens: true, cell: (one) => one.name },
    { key: 'steps', title: t('steps'), cell: (one) => t('stepsOf', { count: one.doc.steps.length }) },
    { key: 'rounds', title: t('rounds'), figures: true, width: 110, cell: (one) => one.doc.rounds },
  ]
  return (
    <ManagePanel
      reading={list}
      rows={rows}
      columns={columns}
      words={(key) => t(`ladder.${key}`)}
      icon={<IconStairs />}
      nameOf={(one) => one.name}
      search={search}
      editorSize={620}
      editor={(one, { close }) => <LadderForm key={one?.id} ladder={one} onDone={close} />}
    />
  )
}
