import { Badge } from '@mantine/core'
import { IconBolt } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import { ManagePanel } from '../../../../web-kit/manage/manage-panel.tsx'
import { useFound } from '../../../../web-kit/manage/use-found.ts'
import { listTriggers, type Trigger } from '../../contract/http-triggers.ts'
import './strings.ts'
import { TriggerForm } from './trigger-form.tsx'
import { useTriggerWords } from './trigger-words.ts'

/** What makes the desk tell leads by itself. */
export function TriggersPanel() {
  const { t } = useTranslation('escalationAdmin')
  const words = useTriggerWords()
  const list = useApi(listTriggers, {}, { live: ['escalation_trigger:*'] })
  const { rows, search } = useFound(list.data?.items, (trigger) => `${trigger.name}\n${words(trigger.rule.when)}`)
  const columns: Column<Trigger>[] = [
    {
      key: 'name',
      title: t('trigger.name'),
      opens: true,
      cell: (trigger) => trigger.name,
      beside: (trigger) => !trigger.active && <Badge variant="default">{t('trigger.off')}</Badge>,
    },
    { key: 'when', title: t('trigger.when'), wideOnly: true, cell: (trigger) => words(trigger.rule.when) },
    { key: 'fired', title: t('trigger.fired'), figures: true, width: 150, cell: (trigger) => trigger.fired },
  ]
  return (
    <ManagePanel
      reading={list}
      rows={rows}
      columns={columns}
      words={(key) => t(`trigger.words.${key}`)}
      icon={<IconBolt />}
      nameOf={(trigger) => trigger.name}
      search={search}
      editorSize={580}
      editor={(trigger, { close }) => <TriggerForm key={trigger?.id} trigger={trigger} onDone={close} />}
    />
  )
}
