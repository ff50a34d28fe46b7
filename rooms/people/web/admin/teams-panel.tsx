import { Badge } from '@mantine/core'
import { IconLock, IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { useEditing } from '../../../../web-kit/forms/use-editing.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import { ManageList } from '../../../../web-kit/list/manage-list.tsx'
import { EditorDrawer } from '../../../../web-kit/ui/editor-drawer.tsx'
import { listTeams, type Team } from '../../contract/http-teams.ts'
import classes from './people-admin.module.css'
import './strings.ts'
import { TeamForm } from './team-form.tsx'
import { TeamMembers } from './team-members.tsx'

/** Teams by tier and name. */
export function TeamsPanel() {
  const { t } = useTranslation('peopleAdmin')
  const { editing, open, close } = useEditing()
  const [search, setSearch] = useState('')
  const list = useApi(listTeams, {}, { live: ['team:*'] })
  const wanted = search.trim().toLowerCase()
  const rows = list.data?.items.filter((team) =>
    [team.name, ...team.members.flatMap((member) => [member.name, ...member.skills])].some((words) =>
      words.toLowerCase().includes(wanted),
    ),
  )
  const columns: Column<Team>[] = [
    {
      key: 'name',
      title: t('team.name'),
      cell: (team) => (
        <span className={classes.badges}>
          <button type="button" className={classes.link} onClick={() => open(team.id)}>
            {team.name}
          </button>
          {team.visibility === 'members' && (
            <Badge variant="light" color="gray" leftSection={<IconLock size={11} aria-hidden />}>
              {t('team.private')}
            </Badge>
          )}
        </span>
      ),
    },
    { key: 'tier', title: t('team.tier'), figures: true, width: 80, cell: (team) => team.tier },
    {
      key: 'members',
      title: t('team.members'),
      cell: (team) =>
        team.members.length === 0 ? (
          <span className={classes.dim}>{t('team.nobody')}</span>
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
  const edited = list.data?.items.find((team) => team.id === editing)
  return (
    <>
      <ManageList
        label={t('team.list')}
        rows={rows}
        error={list.error}
        retry={() => void list.refetch()}
        columns={columns}
        keyOf={(team) => team.id}
        onOpen={(team) => open(team.id)}
        search={{ value: search, set: setSearch, placeholder: t('team.find') }}
        add={{ label: t('team.add'), run: () => open('new') }}
        empty={{ icon: <IconUsersGroup />, title: t('team.none'), help: t('team.noneHelp') }}
      />
      <EditorDrawer
        opened={editing !== undefined}
        title={editing === 'new' ? t('team.add') : (edited?.name ?? t('team.one'))}
        onClose={close}
        size={580}
      >
        {editing === 'new' && <TeamForm onDone={(team) => open(team.id)} onCancel={close} />}
        {edited && (
          <>
            <TeamForm key={edited.version} team={edited} onDone={() => {}} onCancel={close} />
            <TeamMembers team={edited} />
          </>
        )}
      </EditorDrawer>
    </>
  )
}
