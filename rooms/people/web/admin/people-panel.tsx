import { Badge, Select, Switch } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, usePages } from '../../../../web-kit/api/use-api.ts'
import { useEditing } from '../../../../web-kit/forms/use-editing.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import { ManageList } from '../../../../web-kit/list/manage-list.tsx'
import { EditorDrawer } from '../../../../web-kit/ui/editor-drawer.tsx'
import { listPersons, type PersonCard } from '../../contract/http-persons.ts'
import { listRoles } from '../../contract/http-roles.ts'
import classes from './people-admin.module.css'
import { EditPerson, NewPersonForm } from './person-form.tsx'
import { roleWords } from './role-words.ts'
import './strings.ts'

/** Everybody: found by name or address, by role, the deactivated ones too. */
export function PeoplePanel() {
  const { t } = useTranslation('peopleAdmin')
  const { editing, open, close } = useEditing()
  const [search, setSearch] = useState('')
  const [q] = useDebouncedValue(search.trim(), 200)
  const [role, setRole] = useState<string | null>(null)
  const [gone, setGone] = useState(false)
  const roles = useApi(listRoles, {})
  const query = { ...(q ? { q } : {}), ...(role ? { role: Number(role) } : {}), active: !gone }
  const list = usePages(listPersons, { query }, { keepPrevious: true, live: ['person:*'] })
  const columns: Column<PersonCard>[] = [
    {
      key: 'name',
      title: t('person.name'),
      cell: (person) => (
        <span className={classes.badges}>
          <button type="button" className={classes.link} onClick={() => open(person.id)}>
            {person.name}
          </button>
          {person.vip && <Badge variant="light">{t('person.vip')}</Badge>}
        </span>
      ),
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
  const edited = list.items.find((person) => person.id === editing)
  return (
    <>
      <ManageList
        label={t('person.list')}
        rows={list.data && list.items}
        error={list.error}
        retry={() => void list.refetch()}
        columns={columns}
        keyOf={(person) => person.id}
        onOpen={(person) => open(person.id)}
        search={{ value: search, set: setSearch, placeholder: t('person.find') }}
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
        add={{ label: t('person.add'), run: () => open('new') }}
        empty={{
          icon: <IconUser />,
          title: gone ? t('person.noneGone') : t('person.none'),
          help: gone ? t('person.noneGoneHelp') : t('person.noneHelp'),
        }}
        more={list.hasNextPage ? list.more : undefined}
      />
      <EditorDrawer
        opened={editing !== undefined}
        title={editing === 'new' ? t('person.add') : (edited?.name ?? t('person.one'))}
        onClose={close}
      >
        {editing === 'new' && <NewPersonForm onDone={(id) => open(id)} onCancel={close} />}
        {typeof editing === 'number' && <EditPerson id={editing} onDone={close} />}
      </EditorDrawer>
    </>
  )
}
