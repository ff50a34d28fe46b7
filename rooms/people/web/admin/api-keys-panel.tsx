import { Alert, Badge, Button, CopyButton, Select, TextInput } from '@mantine/core'
import { IconCheck, IconCopy, IconKey } from '@tabler/icons-react'
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
import { confirm } from '../../../../web-kit/ui/confirm.tsx'
import { EditorDrawer } from '../../../../web-kit/ui/editor-drawer.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { type ApiKey, createApiKey, listApiKeys, listRoles, revokeApiKey } from '../../contract/http-roles.ts'
import classes from './people-admin.module.css'
import { roleWords } from './role-words.ts'
import './strings.ts'

/** Keys of other programs; the revoked ones stay to be read. */
export function ApiKeysPanel() {
  const { t } = useTranslation('peopleAdmin')
  const { editing, open, close } = useEditing()
  const [search, setSearch] = useState('')
  const list = useApi(listApiKeys, {})
  const revoke = useSend(revokeApiKey, { refresh: [listApiKeys], onDone: () => toast.done(t('key.revoked')) })
  const rows = list.data?.items.filter((key) =>
    `${key.name} ${key.role.name} ${key.hint}`.toLowerCase().includes(search.trim().toLowerCase()),
  )
  async function askToRevoke(key: ApiKey) {
    const yes = await confirm({
      title: t('key.revokeTitle', { name: key.name }),
      body: t('key.revokeBody'),
      confirmLabel: t('key.revoke'),
      danger: true,
    })
    if (yes) revoke.mutate({ params: { id: key.id } })
  }
  const columns: Column<ApiKey>[] = [
    {
      key: 'name',
      title: t('key.name'),
      cell: (key) => (
        <>
          <strong>{key.name}</strong>{' '}
          {key.revokedAt && (
            <Badge variant="light" color="gray">
              {t('key.isRevoked')}
            </Badge>
          )}
          <div className={classes.small}>{key.hint}…</div>
        </>
      ),
    },
    { key: 'role', title: t('person.role'), cell: (key) => roleWords(t, key.role) },
    { key: 'made', title: t('key.made'), wideOnly: true, cell: (key) => <Time at={key.createdAt} /> },
    {
      key: 'used',
      title: t('key.used'),
      wideOnly: true,
      cell: (key) =>
        key.lastUsedAt ? <Time at={key.lastUsedAt} /> : <span className={classes.dim}>{t('key.never')}</span>,
    },
    {
      key: 'actions',
      title: t('actions'),
      width: 120,
      cell: (key) =>
        key.revokedAt ? null : (
          <Button size="compact-sm" variant="subtle" color="red" onClick={() => void askToRevoke(key)}>
            {t('key.revoke')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <ManageList
        label={t('key.list')}
        rows={rows}
        error={list.error}
        retry={() => void list.refetch()}
        columns={columns}
        keyOf={(key) => key.id}
        search={{ value: search, set: setSearch, placeholder: t('key.find') }}
        add={{ label: t('key.add'), run: () => open('new') }}
        empty={{ icon: <IconKey />, title: t('key.none'), help: t('key.noneHelp') }}
      />
      <EditorDrawer opened={editing === 'new'} title={t('key.add')} onClose={close}>
        {editing === 'new' && <NewKey onDone={close} />}
      </EditorDrawer>
    </>
  )
}

function NewKey({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('peopleAdmin')
  const roles = useApi(listRoles, {})
  const [token, setToken] = useState<string>()
  const form = useForm({
    initial: { name: '', roleId: null as string | null },
    check: (values) => ({
      ...(values.name.trim() ? {} : { name: t('kit:form.missing') }),
      ...(values.roleId ? {} : { roleId: t('kit:form.missing') }),
    }),
    submit: async ({ name, roleId }) => {
      const key = await api(createApiKey, { body: { name: name.trim(), roleId: Number(roleId) } })
      void stale(listApiKeys)
      setToken(key.token)
    },
  })
  if (token) {
    return (
      <div className={classes.form}>
        <Alert color="yellow" role="status">
          {t('key.once')}
        </Alert>
        <code className={classes.token}>{token}</code>
        <div className={classes.badges}>
          <CopyButton value={token}>
            {({ copied, copy }) => (
              <Button leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />} onClick={copy}>
                {t(copied ? 'key.copied' : 'key.copy')}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" onClick={onDone}>
            {t('kit:close')}
          </Button>
        </div>
        <p className={classes.small}>{t('key.how')}</p>
      </div>
    )
  }
  return (
    <form {...form.props} className={classes.form}>
      <TextInput
        label={t('key.name')}
        description={t('key.nameHelp')}
        required
        maxLength={120}
        {...form.field('name')}
        data-autofocus
      />
      <Select
        label={t('person.role')}
        description={t('key.roleHelp')}
        required
        data={(roles.data?.items ?? []).map((role) => ({ value: String(role.id), label: roleWords(t, role) }))}
        {...form.field('roleId')}
      />
      <FormProblem problem={form.problem} />
      <FormActions busy={form.busy} submitLabel={t('key.make')} onCancel={onDone} />
    </form>
  )
}
