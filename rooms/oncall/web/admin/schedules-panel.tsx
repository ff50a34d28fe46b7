import { IconCalendarTime } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import { ManagePanel } from '../../../../web-kit/manage/manage-panel.tsx'
import { useFound } from '../../../../web-kit/manage/use-found.ts'
import { listSchedules, type Schedule } from '../../contract/http.ts'
import { ScheduleForm } from './schedule-form.tsx'
import './strings.ts'

/** Who answers when nobody is at the desk. */
export function SchedulesPanel() {
  const { t } = useTranslation('oncallAdmin')
  const list = useApi(listSchedules, {}, { live: ['oncall_plan:*'] })
  const { rows, search } = useFound(list.data?.items, (one) => one.name)
  const peopleIn = ({ doc }: Schedule) =>
    new Set(doc.layers.flatMap((layer) => layer.rotations.flatMap((one) => one.persons))).size
  const columns: Column<Schedule>[] = [
    { key: 'name', title: t('name'), opens: true, cell: (one) => one.name },
    {
      key: 'layers',
      title: t('layers'),
      wideOnly: true,
      cell: (one) => one.doc.layers.map((layer) => layer.name).join(', '),
    },
    { key: 'zone', title: t('zone'), wideOnly: true, cell: (one) => one.doc.timeZone },
    { key: 'people', title: t('people'), figures: true, width: 110, cell: peopleIn },
  ]
  return (
    <ManagePanel
      reading={list}
      rows={rows}
      columns={columns}
      words={(key) => t(`schedule.${key}`)}
      icon={<IconCalendarTime />}
      nameOf={(one) => one.name}
      search={search}
      editorSize={680}
      editor={(one, { close }) => <ScheduleForm key={one?.id} schedule={one} onDone={close} />}
    />
  )
}
