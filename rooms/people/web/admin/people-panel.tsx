import { Badge, Select, Switch } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, usePages } from '../../../../web-kit/api/use-api.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import { ManagePanel } from '../../../../web-kit/manage/manage-panel.tsx'
import { useAsked } from '../../../../web-kit/manage/use-asked.ts'
import { listPersons, type PersonCard } from '../../contract/http-persons.ts'
import { listRoles } from '../../contract/http-roles.ts'
import { EditPerson, NewPersonForm } from './person-form.tsx'
import { roleWords } from './role-words.ts'
import './strings.ts'

/** Everybody: found by name or address, by role, the deactivated ones too. */
export function PeoplePanel() {
  const { t } = useTranslation('peopleAdmin')
  const { search, query } = useAsked()
  const [role, setRole] = useState<string | null>(null)
  const [gone, setGone] = useState(false)
  const roles = useApi(listRoles, {})
  const asked = { ...query, ...(role ? { role: Number(role) } : {}), active: !gone }
  const list = usePages(listPersons, { query: asked }, { keepPrevious: true, live: ['person:*'] })
  const columns: Column<PersonCard>[] = [
    {
      key: 'name',
      title: t('person.name'),
      opens: true,
      cell: (person) => person.name,
      beside: (person) => person.vip && <Badge variant="light">{t('person.vip')}</Badge>,
    },
    { key: 'email', title: t('person.email'), wideOnly: true, cell: (person) => person.email },
    {
      key: 'organisation',
      title: t('person.organisation'),
      wideOnly: true,
      cell: (person) => person.organisation?.name,
    },
    { key: 'role', title: t('person.role'), cell: (person) => roleWords(t, person.role) },
  ]
  return (
    <ManagePanel
      reading={list}
      rows={list.data && list.items}
      columns={columns}
      words={(key) => t(gone && key.startsWith('none') ? `person.${key.replace('none', 'noneGone')}` : `person.${key}`)}
      icon={<IconUser />}
      nameOf={(person) => person.name}
      search={search}
      byId
      filters={
        <>
          <Select
            aria-label={t('person.role')}
            placeholder={t('person.everyRole')}
            clearable
            clearButtonProps={{ 'aria-label': t('person.everyRole') }}
            w={170}
            data={(roles.data?.items ?? []).map((one) => ({ value: String(one.id), label: roleWords(t, one) }))}
            value={role}
            onChange={setRole}
          />
          <Switch
            label={t('person.showGone')}
            checked={gone}
            onChange={(event) => setGone(event.currentTarget.checked)}
            mb={8}
          />
        </>
      }
      editor={(_, { id, open, close }) =>
        id === undefined ? <NewPersonForm onDone={open} onCancel={close} /> : <EditPerson id={id} onDone={close} />
      }
    />
  )
}
