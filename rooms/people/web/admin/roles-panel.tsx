import { Badge, Select, TextInput } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { RecordForm } from '../../../../web-kit/forms/record-form.tsx'
import { useSaveForm } from '../../../../web-kit/forms/use-save-form.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import manage from '../../../../web-kit/manage/manage.module.css'
import { ManagePanel } from '../../../../web-kit/manage/manage-panel.tsx'
import { createRole, listRoles, type Role } from '../../contract/http-roles.ts'
import { roleWords } from './role-words.ts'
import './strings.ts'

const pageOf = (id: number) => `/desk/admin/roles/${id}` as string

/** Roles, and how many hold each. */
export function RolesPanel() {
  const { t } = useTranslation('peopleAdmin')
  const navigate = useNavigate()
  const list = useApi(listRoles, {})
  const columns: Column<Role>[] = [
    {
      key: 'name',
      title: t('role.name'),
      cell: (role) => (
        <span className={manage.badges}>
          <Link to={pageOf(role.id)} className={manage.link}>
            {roleWords(t, role)}
          </Link>
          {role.builtIn && (
            <Badge variant="light" color="gray">
              {t('role.builtIn')}
            </Badge>
          )}
          {role.builtIn && role.customised && <Badge variant="light">{t('role.customised')}</Badge>}
        </span>
      ),
    },
    {
      key: 'permissions',
      title: t('role.permissions'),
      figures: true,
      wideOnly: true,
      cell: (role) => role.permissions.length,
    },
    { key: 'persons', title: t('role.persons'), figures: true, cell: (role) => role.persons },
    { key: 'keys', title: t('role.keys'), figures: true, wideOnly: true, cell: (role) => role.apiKeys },
  ]
  return (
    <ManagePanel
      reading={list}
      rows={list.data?.items}
      columns={columns}
      words={(key) => t(`role.${key}`, { defaultValue: '' })}
      icon={<IconShieldCheck />}
      nameOf={(role) => role.name}
      onOpen={(role) => void navigate({ to: pageOf(role.id) })}
      newOnly
      editor={(_, { close }) => (
        <NewRoleForm
          roles={list.data?.items ?? []}
          onDone={(id) => void navigate({ to: pageOf(id) })}
          onCancel={close}
        />
      )}
    />
  )
}

interface NewRoleProps {
  roles: readonly Role[]
  onDone: (id: number) => void
  onCancel: () => void
}

function NewRoleForm({ roles, onDone, onCancel }: NewRoleProps) {
  const { t } = useTranslation('peopleAdmin')
  const technician = roles.find((role) => role.builtIn === 'technician') ?? roles[0]
  const form = useSaveForm({
    initial: { name: '', copyOf: technician ? String(technician.id) : (null as string | null) },
    check: (values) => ({ ...(values.name.trim() ? {} : { name: t('kit:form.missing') }) }),
    save: ({ name, copyOf }) =>
      api(createRole, { body: { name: name.trim(), ...(copyOf ? { copyOf: Number(copyOf) } : {}) } }),
    refresh: [listRoles],
    done: (role) => t('added', { name: role.name }),
    onDone: (role) => onDone(role.id),
  })
  return (
    <RecordForm form={form} submitLabel={t('role.add')} onCancel={onCancel}>
      <TextInput label={t('role.name')} required maxLength={80} {...form.field('name')} data-autofocus />
      <Select
        label={t('role.copyOf')}
        description={t('role.copyHelp')}
        placeholder={t('role.fromNothing')}
        clearable
        clearButtonProps={{ 'aria-label': t('role.fromNothing') }}
        data={roles.map((role) => ({ value: String(role.id), label: roleWords(t, role) }))}
        {...form.field('copyOf')}
      />
    </RecordForm>
  )
}
