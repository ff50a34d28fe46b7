import { Badge } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { useEditing } from '../../../../web-kit/forms/use-editing.ts'
import { number as figure } from '../../../../web-kit/i18n/formats.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import { ManageList } from '../../../../web-kit/list/manage-list.tsx'
import { RecordDrawer } from '../../../../web-kit/manage/record-drawer.tsx'
import { listTeamRouting, type TeamRouting } from '../../contract/http.ts'
import { SkillNeeds } from './skill-needs.tsx'
import './strings.ts'
import { TeamRoutingForm } from './team-routing-form.tsx'

/** How each team gives out its tickets, and which skills a category needs. */
export function TeamRoutingPanel() {
  const { t } = useTranslation('routingTeams')
  const list = useApi(listTeamRouting, {}, { live: ['team:*'] })
  const { editing, open, close } = useEditing()
  const columns: Column<TeamRouting>[] = [
    {
      key: 'name',
      title: t('team'),
      opens: true,
      cell: (team) => team.name,
      beside: (team) => team.firstContact && <Badge variant="light">{t('firstContactShort')}</Badge>,
    },
    { key: 'method', title: t('method'), cell: (team) => t(`methods.${team.method}`) },
    {
      key: 'members',
      title: t('members'),
      figures: true,
      width: 90,
      wideOnly: true,
      cell: (team) => figure(team.members.length),
    },
    {
      key: 'capacity',
      title: t('capacityShort'),
      figures: true,
      width: 110,
      wideOnly: true,
      cell: (team) => (team.capacity === null ? '–' : figure(team.capacity)),
    },
    { key: 'handOver', title: t('handOver'), wideOnly: true, cell: (team) => t(`handOvers.${team.handOver}`) },
  ]
  return (
    <>
      <ManageList
        label={t('words.list')}
        rows={list.data?.items}
        error={list.error}
        retry={() => void list.refetch()}
        columns={columns}
        keyOf={(team) => team.id}
        onOpen={(team) => open(team.id)}
        empty={{ icon: <IconUsersGroup />, title: t('words.none'), help: t('words.noneHelp') }}
      />
      <SkillNeeds />
      <RecordDrawer
        editing={editing}
        rows={list.data?.items}
        nameOf={(team) => team.name}
        words={() => t('words.one')}
        size={600}
        onClose={close}
      >
        {(team) => team && <TeamRoutingForm key={team.id} team={team} onDone={close} />}
      </RecordDrawer>
    </>
  )
}
