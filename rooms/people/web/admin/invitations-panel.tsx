import { ActionIcon, MultiSelect, Select, TextInput } from '@mantine/core'
import { IconMailForward, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { RecordForm } from '../../../../web-kit/forms/record-form.tsx'
import { useSaveForm } from '../../../../web-kit/forms/use-save-form.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import manage from '../../../../web-kit/manage/manage.module.css'
import { ManagePanel } from '../../../../web-kit/manage/manage-panel.tsx'
import { useFound } from '../../../../web-kit/manage/use-found.ts'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import {
  createInvitation,
  getDesk,
  type Invitation,
  listInvitations,
  resendInvitation,
  withdrawInvitation,
} from '../../contract/http-desk.ts'
import { listRoles } from '../../contract/http-roles.ts'
import { listTeams } from '../../contract/http-teams.ts'
import { roleWords } from './role-words.ts'
import './strings.ts'

/** Invitations that wait for an answer. */
export function InvitationsPanel() {
  const { t } = useTranslation('peopleAdmin')
  const list = useApi(listInvitations, {}, { live: ['invitation:*'] })
  const refresh = [listInvitations]
  const resend = useSend(resendInvitation, {
    refresh,
    onDone: (one) => toast.done(t('invitation.sentAgain', { email: one.email })),
  })
  const withdraw = useSend(withdrawInvitation, { refresh, onDone: () => toast.done(t('invitation.withdrawn')) })
  const { rows, search } = useFound(list.data?.items, (one) => `${one.person.name} ${one.email}`)
  const columns: Column<Invitation>[] = [
    {
      key: 'person',
      title: t('invitation.person'),
      cell: (one) => (
        <>
          <strong>{one.person.name}</strong>
          <div className={manage.small}>{one.email}</div>
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
    <ManagePanel
      reading={list}
      rows={rows}
      columns={columns}
      words={(key) => t(`invitation.${key}`)}
      icon={<IconMailForward />}
      nameOf={(one) => one.person.name}
      search={search}
      newOnly
      editor={(_, { close }) => <InvitationForm onDone={close} />}
    />
  )
}

function InvitationForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('peopleAdmin')
  const roles = useApi(listRoles, {})
  const mute = useApi(getDesk, {}).data?.mailGoesOut === false
  const teams = useApi(listTeams, {})
  const all = roles.data?.items ?? []
  const usual = all.find((role) => role.builtIn === 'technician')
  const form = useSaveForm({
    initial: { email: '', name: '', roleId: null as string | null, teamIds: [] as string[] },
    check: (values) => ({ ...(values.email.trim() ? {} : { email: t('kit:form.missing') }) }),
    save: ({ email, name, roleId, teamIds }) =>
      api(createInvitation, {
        body: {
          email: email.trim(),
          ...(name.trim() ? { name: name.trim() } : {}),
          roleId: Number(roleId ?? usual?.id),
          teamIds: teamIds.map(Number),
        },
      }),
    refresh: [listInvitations],
    done: (invitation) => t(mute ? 'invitation.kept' : 'invitation.done', { email: invitation.email }),
    onDone,
  })
  return (
    <RecordForm form={form} submitLabel={t('invitation.send')} onCancel={onDone}>
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
      <p className={manage.small}>{t(mute ? 'invitation.mute' : 'invitation.help')}</p>
    </RecordForm>
  )
}
