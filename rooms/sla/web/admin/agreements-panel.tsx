import { Badge } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import { ManagePanel } from '../../../../web-kit/manage/manage-panel.tsx'
import { listTeamAgreements, type TeamAgreement } from '../../contract/http.ts'
import { AgreementForm } from './agreement-form.tsx'
import './strings.ts'
import { usePolicyWords } from './use-policy-words.ts'

/** What teams owe the desk from the moment they get a ticket. */
export function AgreementsPanel() {
  const { t } = useTranslation('slaAdmin')
  const words = usePolicyWords()
  const list = useApi(listTeamAgreements, {}, { live: ['sla_policy:*'] })
  const rows = list.data?.items
  const columns: Column<TeamAgreement>[] = [
    {
      key: 'team',
      title: t('team'),
      opens: true,
      cell: (one) => one.team.name,
      beside: (one) => !one.active && <Badge variant="default">{t('off')}</Badge>,
    },
    { key: 'goals', title: t('goals'), wideOnly: true, cell: ({ content }) => words.goals(content) },
    { key: 'openTickets', title: t('openTickets'), figures: true, width: 120, cell: (one) => one.openTickets },
  ]
  const taken = rows?.map((row) => row.team.id) ?? []
  return (
    <ManagePanel
      reading={list}
      rows={rows}
      columns={columns}
      words={(key) => t(`agreements.${key}`)}
      icon={<IconUsersGroup />}
      nameOf={(one) => one.team.name}
      editorSize={620}
      editor={(one, { close }) => <AgreementForm key={one?.id} agreement={one} taken={taken} onDone={close} />}
    />
  )
}
