import { Badge, Select, TextInput } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { stale, useApi } from '../../../../web-kit/api/use-api.ts'
import { FormActions } from '../../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useEditing } from '../../../../web-kit/forms/use-editing.ts'
import { useForm } from '../../../../web-kit/forms/use-form.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import { ManageList } from '../../../../web-kit/list/manage-list.tsx'
import { EditorDrawer } from '../../../../web-kit/ui/editor-drawer.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { createRole, listRoles, type Role } from '../../contract/http-roles.ts'
import classes from './people-admin.module.css'
import { roleWords } from './role-words.ts'
import './strings.ts'

const pageOf = (id: number) => `/desk/admin/roles/${id}` as string

/** Roles, and how many hold each. */
export function RolesPanel() {
  const { t } = useTranslation('peopleAdmin')
  const navigate = useNavigate()
  const { editing, open, close } = useEditing()
  const list = useApi(listRoles, {})
  const columns: Column<Role>[] = [
    {
      key: 'name',
      title: t('role.name'),
      cell: (role) => (
        <span className={classes.badges}>
          <Link to={pageOf(role.id)} className={classes.link}>
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
    <>
      <ManageList
        label={t('role.list')}
        rows={list.data?.items}
        error={list.error}
        retry={() => void list.refetch()}
        columns={columns}
        keyOf={(role) => role.id}
        onOpen={(role) => void navigate({ to: pageOf(role.id) })}
        add={{ label: t('role.add'), run: () => open('new') }}
        empty={{ icon: <IconShieldCheck />, title: t('role.list'), help: '' }}
      />
      <EditorDrawer opened={editing === 'new'} title={t('role.add')} onClose={close}>
        {editing === 'new' && (
          <NewRoleForm
            roles={list.data?.items ?? []}
            onDone={(id) => void setTimeout(() => navigate({ to: pageOf(id) }))}
            onCancel={close}
          />
        )}
      </EditorDrawer>
    </>
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
  const form = useForm({
    initial: { name: '', copyOf: technician ? String(technician.id) : (null as string | null) },
    check: (values) => ({ ...(values.name.trim() ? {} : { name: t('kit:form.missing') }) }),
    submit: async ({ name, copyOf }) => {
      const role = await api(createRole, {
        body: { name: name.trim(), ...(copyOf ? { copyOf: Number(copyOf) } : {}) },
      })
      void stale(listRoles)
      toast.done(t('added', { name: role.name }))
      onDone(role.id)
    },
  })
  return (
    <form {...form.props} className={classes.form}>
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
      <FormProblem problem={form.problem} />
      <FormActions busy={form.busy} submitLabel={t('role.add')} onCancel={onCancel} />
    </form>
  )
}
