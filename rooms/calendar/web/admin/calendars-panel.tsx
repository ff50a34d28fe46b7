import { Badge } from '@mantine/core'
import { IconCalendarTime } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import { ManagePanel } from '../../../../web-kit/manage/manage-panel.tsx'
import { useFound } from '../../../../web-kit/manage/use-found.ts'
import { type Calendar, listCalendars } from '../../contract/http.ts'
import { CalendarForm } from './calendar-form.tsx'
import './strings.ts'
import { useWeekWords } from './use-week-words.ts'

/** The hours in which clocks run and teams work. */
export function CalendarsPanel() {
  const { t } = useTranslation('calendarAdmin')
  const weekWords = useWeekWords()
  const list = useApi(listCalendars, {}, { live: ['calendar:*'] })
  const { rows, search } = useFound(list.data?.items, (calendar) => calendar.name)
  const columns: Column<Calendar>[] = [
    {
      key: 'name',
      title: t('name'),
      opens: true,
      cell: (calendar) => calendar.name,
      beside: (calendar) => calendar.isDefault && <Badge variant="light">{t('default')}</Badge>,
    },
    { key: 'hours', title: t('hours'), wideOnly: true, cell: ({ content }) => weekWords(content) },
    { key: 'zone', title: t('timeZone'), wideOnly: true, cell: ({ content }) => content.timeZone },
  ]
  return (
    <ManagePanel
      reading={list}
      rows={rows}
      columns={columns}
      words={(key) => t(`words.${key}`)}
      icon={<IconCalendarTime />}
      nameOf={(calendar) => calendar.name}
      search={search}
      editorSize={620}
      editor={(calendar, { close }) => <CalendarForm key={calendar?.id} calendar={calendar} onDone={close} />}
    />
  )
}
