import { Badge, Button, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { IconMail, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import { stale, useApi } from '../../../web-kit/api/use-api.ts'
import { useSend } from '../../../web-kit/api/use-send.ts'
import { FormActions } from '../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../web-kit/forms/form-problem.tsx'
import { useEditing } from '../../../web-kit/forms/use-editing.ts'
import { useForm } from '../../../web-kit/forms/use-form.ts'
import { useUnsavedGuard } from '../../../web-kit/forms/use-unsaved-guard.ts'
import { languages } from '../../../web-kit/i18n/i18n.ts'
import type { Column } from '../../../web-kit/list/data-table.tsx'
import { ManageList } from '../../../web-kit/list/manage-list.tsx'
import { confirm } from '../../../web-kit/ui/confirm.tsx'
import { EditorDrawer } from '../../../web-kit/ui/editor-drawer.tsx'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { listServices, nameIn } from '../../catalog/contract/http.ts'
import { listTeams } from '../../people/contract/http.ts'
import { addMailbox, changeMailbox, listMailboxes, type Mailbox, removeMailbox } from '../contract/http.ts'
import classes from './mail-admin.module.css'
import './strings.ts'

/** The addresses people write to, and where their mail goes. */
export function MailboxesPanel() {
  const { t } = useTranslation('intake')
  const { editing, open, close } = useEditing()
  const [search, setSearch] = useState('')
  const list = useApi(listMailboxes, {})
  const teams = useApi(listTeams, {})
  const rows = list.data?.items.filter((box) =>
    `${box.address} ${box.name}`.toLowerCase().includes(search.trim().toLowerCase()),
  )
  const columns: Column<Mailbox>[] = [
    {
      key: 'address',
      title: t('mailbox.address'),
      cell: (box) => (
        <>
          <button type="button" className={classes.link} onClick={() => open(box.id)}>
            {box.address}
          </button>
          <div className={classes.small}>{box.name}</div>
        </>
      ),
    },
    {
      key: 'team',
      title: t('mailbox.team'),
      wideOnly: true,
      cell: (box) =>
        teams.data?.items.find((team) => team.id === box.team)?.name ?? (
          <span className={classes.dim}>{t('mailbox.noTeam')}</span>
        ),
    },
    {
      key: 'state',
      title: t('stateTitle'),
      cell: (box) =>
        box.active ? (
          <Badge variant="light">{t('mailbox.active')}</Badge>
        ) : (
          <Badge variant="light" color="gray">
            {t('mailbox.inactive')}
          </Badge>
        ),
    },
  ]
  const edited = list.data?.items.find((box) => box.id === editing)
  return (
    <>
      <ManageList
        label={t('mailbox.list')}
        rows={rows}
        error={list.error}
        retry={() => void list.refetch()}
        columns={columns}
        keyOf={(box) => box.id}
        onOpen={(box) => open(box.id)}
        search={{ value: search, set: setSearch, placeholder: t('mailbox.find') }}
        add={{ label: t('mailbox.add'), run: () => open('new') }}
        empty={{ icon: <IconMail />, title: t('mailbox.none'), help: t('mailbox.noneHelp') }}
      />
      <EditorDrawer
        opened={editing !== undefined}
        title={editing === 'new' ? t('mailbox.add') : (edited?.address ?? t('mailbox.one'))}
        onClose={close}
      >
        {(editing === 'new' || edited) && (
          <MailboxForm key={edited?.version ?? 'new'} mailbox={edited} onDone={close} />
        )}
      </EditorDrawer>
    </>
  )
}

function MailboxForm({ mailbox, onDone }: { mailbox: Mailbox | undefined; onDone: () => void }) {
  const { t, i18n } = useTranslation('intake')
  const teams = useApi(listTeams, {})
  const services = useApi(listServices, { query: { active: true } })
  const idText = (id: number | null | undefined) => (id ? String(id) : null)
  const form = useForm({
    initial: {
      address: mailbox?.address ?? '',
      name: mailbox?.name ?? '',
      team: idText(mailbox?.team),
      service: idText(mailbox?.service),
      language: mailbox?.language ?? (null as string | null),
      signature: mailbox?.signature ?? '',
      active: mailbox?.active ?? true,
    },
    check: (values) => ({
      ...(values.address.trim() ? {} : { address: t('kit:form.missing') }),
      ...(values.name.trim() ? {} : { name: t('kit:form.missing') }),
    }),
    submit: async (values) => {
      const body = {
        ...values,
        address: values.address.trim(),
        name: values.name.trim(),
        team: values.team ? Number(values.team) : null,
        service: values.service ? Number(values.service) : null,
      }
      const saved = mailbox
        ? await api(changeMailbox, { params: { id: mailbox.id }, body, ifMatch: mailbox.version })
        : await api(addMailbox, { body })
      void stale(listMailboxes)
      toast.done(t('mailbox.saved', { address: saved.address }))
      onDone()
    },
  })
  useUnsavedGuard(form.dirty && !form.busy)
  const remove = useSend(removeMailbox, {
    refresh: [listMailboxes],
    onDone: () => {
      toast.done(t('mailbox.removed', { address: mailbox?.address }))
      onDone()
    },
  })
  async function askToRemove() {
    if (!mailbox) return
    const yes = await confirm({
      title: t('mailbox.removeTitle', { address: mailbox.address }),
      body: t('mailbox.removeBody'),
      confirmLabel: t('mailbox.remove'),
      danger: true,
    })
    if (yes) remove.mutate({ params: { id: mailbox.id } })
  }
  const team = teams.data?.items.find((one) => String(one.id) === form.values.team)?.name
  return (
    <form {...form.props} className={classes.form}>
      <TextInput
        type="email"
        label={t('mailbox.address')}
        description={t('mailbox.addressHelp')}
        placeholder="help@example.org"
        required
        {...form.field('address')}
        data-autofocus
      />
      <TextInput
        label={t('mailbox.name')}
        description={t('mailbox.nameHelp')}
        required
        maxLength={200}
        {...form.field('name')}
      />
      <Select
        label={t('mailbox.team')}
        placeholder={t('mailbox.noTeam')}
        clearable
        clearButtonProps={{ 'aria-label': t('mailbox.noTeam') }}
        data={(teams.data?.items ?? []).map((one) => ({ value: String(one.id), label: one.name }))}
        {...form.field('team')}
      />
      <Select
        label={t('mailbox.service')}
        placeholder={t('mailbox.noService')}
        clearable
        clearButtonProps={{ 'aria-label': t('mailbox.noService') }}
        data={(services.data?.items ?? []).map((one) => ({
          value: String(one.id),
          label: nameIn(one, i18n.language),
        }))}
        {...form.field('service')}
      />
      <Select
        label={t('mailbox.language')}
        placeholder={t('mailbox.asPerson')}
        clearable
        clearButtonProps={{ 'aria-label': t('mailbox.asPerson') }}
        data={languages.map(({ value, label }) => ({ value, label }))}
        {...form.field('language')}
      />
      <Textarea
        label={t('mailbox.signature')}
        description={t('mailbox.signatureHelp')}
        minRows={3}
        maxLength={10_000}
        {...form.field('signature')}
      />
      <Switch label={t('mailbox.active')} description={t('mailbox.activeHelp')} {...form.toggle('active')} />
      <p className={classes.small} role="status">
        {t(form.values.active ? 'mailbox.effect' : 'mailbox.effectOff', {
          address: form.values.address || '…',
          team: team ?? t('mailbox.noTeam'),
        })}
      </p>
      <FormProblem problem={form.problem} />
      <FormActions busy={form.busy} onCancel={onDone} {...(mailbox ? {} : { submitLabel: t('mailbox.add') })} />
      {mailbox && (
        <Button
          variant="subtle"
          color="red"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconTrash size={16} aria-hidden />}
          loading={remove.isPending}
          onClick={() => void askToRemove()}
        >
          {t('mailbox.remove')}
        </Button>
      )}
    </form>
  )
}
