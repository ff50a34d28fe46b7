import { Alert, Badge, Button, CopyButton, Select, TextInput } from '@mantine/core'
import { IconCheck, IconCopy, IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { stale, useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { RecordForm } from '../../../../web-kit/forms/record-form.tsx'
import { useForm } from '../../../../web-kit/forms/use-form.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import manage from '../../../../web-kit/manage/manage.module.css'
import { ManagePanel } from '../../../../web-kit/manage/manage-panel.tsx'
import { useFound } from '../../../../web-kit/manage/use-found.ts'
import { confirm } from '../../../../web-kit/ui/confirm.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { type ApiKey, createApiKey, listApiKeys, listRoles, revokeApiKey } from '../../contract/http-roles.ts'
import classes from './people-admin.module.css'
import { roleWords } from './role-words.ts'
import './strings.ts'

/** Keys of other programs; the revoked ones stay to be read. */
export function ApiKeysPanel() {
  const { t } = useTranslation('peopleAdmin')
  const list = useApi(listApiKeys, {})
  const revoke = useSend(revokeApiKey, { refresh: [listApiKeys], onDone: () => toast.done(t('key.revoked')) })
  const { rows, search } = useFound(list.data?.items, (key) => `${key.name} ${key.role.name} ${key.hint}`)
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
          <div className={manage.small}>{key.hint}…</div>
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
        key.lastUsedAt ? <Time at={key.lastUsedAt} /> : <span className={manage.dim}>{t('key.never')}</span>,
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
    <ManagePanel
      reading={list}
      rows={rows}
      columns={columns}
      words={(key) => t(`key.${key}`)}
      icon={<IconKey />}
      nameOf={(key) => key.name}
      search={search}
      newOnly
      editor={(_, { close }) => <NewKey onDone={close} />}
    />
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
      <div className={manage.form}>
        <Alert color="yellow" role="status">
          {t('key.once')}
        </Alert>
        <code className={classes.token}>{token}</code>
        <div className={manage.badges}>
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
        <p className={manage.small}>{t('key.how')}</p>
      </div>
    )
  }
  return (
    <RecordForm form={form} submitLabel={t('key.make')} onCancel={onDone}>
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
    </RecordForm>
  )
}
