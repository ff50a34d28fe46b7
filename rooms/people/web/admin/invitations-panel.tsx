import { ActionIcon, MultiSelect, Select, TextInput } from '@mantine/core'
import { IconMailForward, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { stale, useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { FormActions } from '../../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useEditing } from '../../../../web-kit/forms/use-editing.ts'
import { useForm } from '../../../../web-kit/forms/use-form.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import { ManageList } from '../../../../web-kit/list/manage-list.tsx'
import { EditorDrawer } from '../../../../web-kit/ui/editor-drawer.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import {
  createInvitation,
  type Invitation,
  listInvitations,
  resendInvitation,
  withdrawInvitation,
} from '../../contract/http-desk.ts'
import { listRoles } from '../../contract/http-roles.ts'
import { listTeams } from '../../contract/http-teams.ts'
import classes from './people-admin.module.css'
import { roleWords } from './role-words.ts'
import './strings.ts'

/** Invitations that wait for an answer. */
export function InvitationsPanel() {
  const { t } = useTranslation('peopleAdmin')
  const { editing, open, close } = useEditing()
  const [search, setSearch] = useState('')
  const list = useApi(listInvitations, {}, { live: ['invitation:*'] })
  const refresh = [listInvitations]
  const resend = useSend(resendInvitation, {
    refresh,
    onDone: (one) => toast.done(t('invitation.sentAgain', { email: one.email })),
  })
  const withdraw = useSend(withdrawInvitation, { refresh, onDone: () => toast.done(t('invitation.withdrawn')) })
  const rows = list.data?.items.filter((one) =>
    `${one.person.name} ${one.email}`.toLowerCase().includes(search.trim().toLowerCase()),
  )
  const columns: Column<Invitation>[] = [
    {
      key: 'person',
      title: t('invitation.person'),
      cell: (one) => (
        <>
          <strong>{one.person.name}</strong>
          <div className={classes.small}>{one.email}</div>
        </>
      ),
    },
    { key: 'role', title: t('person.role'), wideOnly: true, cell: (one) => roleWords(t, one.role) },
    { key: 'sent', title: t('invitation.sent'), wideOnly: true, cell: (one) => <Time at={one.sentAt} /> },
    { key: 'expires', title: t('invitation.expires'), cell: (one) => <Time at={one.expiresAt} /> },
    {
      key: 'actions',
      title: t('actions'),
      width: 84,
      cell: (one) => (
        <span style={{ display: 'flex', gap: 2 }}>
          <ActionIcon
            aria-label={t('invitation.sendAgain', { name: one.person.name })}
            title={t('invitation.sendAgain', { name: one.person.name })}
            onClick={() => resend.mutate({ params: { id: one.id } })}
          >
            <IconMailForward size={17} />
          </ActionIcon>
          <ActionIcon
            aria-label={t('invitation.withdraw', { name: one.person.name })}
            title={t('invitation.withdraw', { name: one.person.name })}
            onClick={() => withdraw.mutate({ params: { id: one.id } })}
          >
            <IconX size={17} />
          </ActionIcon>
        </span>
      ),
    },
  ]
  return (
    <>
      <ManageList
        label={t('invitation.list')}
        rows={rows}
        error={list.error}
        retry={() => void list.refetch()}
        columns={columns}
        keyOf={(one) => one.id}
        search={{ value: search, set: setSearch, placeholder: t('invitation.find') }}
        add={{ label: t('invitation.add'), run: () => open('new') }}
        empty={{ icon: <IconMailForward />, title: t('invitation.none'), help: t('invitation.noneHelp') }}
      />
      <EditorDrawer opened={editing === 'new'} title={t('invitation.add')} onClose={close}>
        {editing === 'new' && <InvitationForm onDone={close} />}
      </EditorDrawer>
    </>
  )
}

function InvitationForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('peopleAdmin')
  const roles = useApi(listRoles, {})
  const teams = useApi(listTeams, {})
  const all = roles.data?.items ?? []
  const usual = all.find((role) => role.builtIn === 'technician')
  const form = useForm({
    initial: { email: '', name: '', roleId: null as string | null, teamIds: [] as string[] },
    check: (values) => ({ ...(values.email.trim() ? {} : { email: t('kit:form.missing') }) }),
    submit: async ({ email, name, roleId, teamIds }) => {
      const invitation = await api(createInvitation, {
        body: {
          email: email.trim(),
          ...(name.trim() ? { name: name.trim() } : {}),
          roleId: Number(roleId ?? usual?.id),
          teamIds: teamIds.map(Number),
        },
      })
      void stale(listInvitations)
      toast.done(t('invitation.done', { email: invitation.email }))
      onDone()
    },
  })
  return (
    <form {...form.props} className={classes.form}>
      <TextInput type="email" label={t('person.email')} required {...form.field('email')} data-autofocus />
      <TextInput label={t('person.name')} description={t('invitation.nameHelp')} {...form.field('name')} />
      <Select
        label={t('person.role')}
        allowDeselect={false}
        data={all.map((role) => ({ value: String(role.id), label: roleWords(t, role) }))}
        {...form.field('roleId')}
        value={form.values.roleId ?? (usual ? String(usual.id) : null)}
      />
      <MultiSelect
        label={t('invitation.teams')}
        data={(teams.data?.items ?? []).map((team) => ({ value: String(team.id), label: team.name }))}
        {...form.field('teamIds')}
      />
      <p className={classes.small}>{t('invitation.help')}</p>
      <FormProblem problem={form.problem} />
      <FormActions busy={form.busy} submitLabel={t('invitation.send')} onCancel={onDone} />
    </form>
  )
}
