import { ActionIcon, Divider, Select, Switch, TagsInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUserPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import manage from '../../../../web-kit/manage/manage.module.css'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { listPersons } from '../../contract/http-persons.ts'
import { listTeams, putTeamMember, removeTeamMember, type Team, type TeamMember } from '../../contract/http-teams.ts'
import classes from './people-admin.module.css'

const refresh = [listTeams]

/** Who is in a team, who leads it, and what each knows; every change is saved at once. */
export function TeamMembers({ team }: { team: Team }) {
  const { t } = useTranslation('peopleAdmin')
  const put = useSend(putTeamMember, { refresh })
  const remove = useSend(removeTeamMember, { refresh })
  const known = [...new Set(team.members.flatMap((member) => member.skills))]

  const save = (member: Pick<TeamMember, 'id' | 'lead' | 'skills'>) =>
    put.mutate({ params: { id: team.id, personId: member.id }, body: { lead: member.lead, skills: member.skills } })
  const takeOut = (member: TeamMember) =>
    remove.mutate(
      { params: { id: team.id, personId: member.id } },
      { onSuccess: () => toast.done(t('team.removed', { name: member.name }), { undo: () => save(member) }) },
    )
  return (
    <>
      <Divider my="lg" />
      <fieldset className={manage.set}>
        <legend className={manage.legend}>{t('team.members')}</legend>
        <ul className={classes.rows}>
          {team.members.map((member) => (
            <li key={member.id} className={classes.member}>
              <div className={classes.row}>
                <span className={classes.grow}>
                  <strong>{member.name}</strong> <span className={manage.small}>{member.email}</span>
                </span>
                <Switch
                  size="xs"
                  label={t('team.leads')}
                  aria-label={t('team.leadsNamed', { name: member.name })}
                  checked={member.lead}
                  onChange={(event) => save({ ...member, lead: event.currentTarget.checked })}
                />
                <ActionIcon aria-label={t('team.takeOut', { name: member.name })} onClick={() => takeOut(member)}>
                  <IconX size={16} />
                </ActionIcon>
              </div>
              <TagsInput
                size="xs"
                aria-label={t('team.skillsOf', { name: member.name })}
                placeholder={member.skills.length === 0 ? t('team.skillsHint') : ''}
                data={known}
                value={member.skills}
                onChange={(skills) => save({ ...member, skills })}
              />
            </li>
          ))}
        </ul>
        <AddMember team={team} onAdd={(id) => save({ id, lead: false, skills: [] })} />
      </fieldset>
    </>
  )
}

function AddMember({ team, onAdd }: { team: Team; onAdd: (personId: number) => void }) {
  const { t } = useTranslation('peopleAdmin')
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 200)
  const found = useApi(listPersons, { query: { ...(q ? { q } : {}), limit: 20 } }, { keepPrevious: true })
  const members = new Set(team.members.map((member) => member.id))
  const data = (found.data?.items ?? [])
    .filter((person) => !members.has(person.id))
    .map((person) => ({ value: String(person.id), label: `${person.name}${person.email ? ` · ${person.email}` : ''}` }))
  return (
    <Select
      leftSection={<IconUserPlus size={16} aria-hidden />}
      aria-label={t('team.addMember')}
      placeholder={t('team.addMember')}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={t('kit:list.nothingFound')}
      data={data}
      value={null}
      onChange={(id) => {
        if (!id) return
        onAdd(Number(id))
        setTyped('')
      }}
    />
  )
}
