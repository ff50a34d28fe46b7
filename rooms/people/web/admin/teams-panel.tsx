import { Badge } from '@mantine/core'
import { IconLock, IconUsersGroup } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import manage from '../../../../web-kit/manage/manage.module.css'
import { ManagePanel } from '../../../../web-kit/manage/manage-panel.tsx'
import { useFound } from '../../../../web-kit/manage/use-found.ts'
import { listTeams, type Team } from '../../contract/http-teams.ts'
import './strings.ts'
import { TeamForm } from './team-form.tsx'
import { TeamMembers } from './team-members.tsx'

/** Teams by tier and name. */
export function TeamsPanel() {
  const { t } = useTranslation('peopleAdmin')
  const list = useApi(listTeams, {}, { live: ['team:*'] })
  const { rows, search } = useFound(list.data?.items, (team) =>
    [team.name, ...team.members.flatMap((member) => [member.name, ...member.skills])].join('\n'),
  )
  const columns: Column<Team>[] = [
    {
      key: 'name',
      title: t('team.name'),
      opens: true,
      cell: (team) => team.name,
      beside: (team) =>
        team.visibility === 'members' && (
          <Badge variant="light" color="gray" leftSection={<IconLock size={11} aria-hidden />}>
            {t('team.private')}
          </Badge>
        ),
    },
    { key: 'tier', title: t('team.tier'), figures: true, width: 80, cell: (team) => team.tier },
    {
      key: 'members',
      title: t('team.members'),
      width: 124,
      cell: (team) =>
        team.members.length === 0 ? (
          <span className={manage.dim}>{t('team.nobody')}</span>
        ) : (
          t('team.count', { count: team.members.length })
        ),
    },
    {
      key: 'skills',
      title: t('team.skills'),
      wideOnly: true,
      cell: (team) => [...new Set(team.members.flatMap((member) => member.skills))].slice(0, 6).join(', '),
    },
  ]
  return (
    <ManagePanel
      reading={list}
      rows={rows}
      columns={columns}
      words={(key) => t(`team.${key}`)}
      icon={<IconUsersGroup />}
      nameOf={(team) => team.name}
      search={search}
      editorSize={580}
      editor={(team, { open, close }) => (
        <>
          <TeamForm key={team?.id} team={team} onDone={team ? close : (saved) => open(saved.id)} onCancel={close} />
          {team && <TeamMembers team={team} />}
        </>
      )}
    />
  )
}
