import { Badge, Button, Select, Switch, TagsInput, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconBuilding, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { stale, useApi, usePages } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { FormActions } from '../../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useEditing } from '../../../../web-kit/forms/use-editing.ts'
import { useForm } from '../../../../web-kit/forms/use-form.ts'
import { useUnsavedGuard } from '../../../../web-kit/forms/use-unsaved-guard.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import { ManageList } from '../../../../web-kit/list/manage-list.tsx'
import { confirm } from '../../../../web-kit/ui/confirm.tsx'
import { EditorDrawer } from '../../../../web-kit/ui/editor-drawer.tsx'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import {
  changeOrganisation,
  createOrganisation,
  deleteOrganisation,
  getOrganisation,
  listOrganisations,
  type Organisation,
} from '../../contract/http-organisations.ts'
import classes from './people-admin.module.css'
import './strings.ts'

/** Departments and customers. */
export function OrganisationsPanel() {
  const { t } = useTranslation('peopleAdmin')
  const { editing, open, close } = useEditing()
  const [search, setSearch] = useState('')
  const [q] = useDebouncedValue(search.trim(), 200)
  const list = usePages(listOrganisations, { query: q ? { q } : {} }, { keepPrevious: true, live: ['organisation:*'] })
  const columns: Column<Organisation>[] = [
    {
      key: 'name',
      title: t('organisation.name'),
      cell: (one) => (
        <button type="button" className={classes.link} onClick={() => open(one.id)}>
          {one.name}
        </button>
      ),
    },
    { key: 'kind', title: t('organisation.kind'), cell: (one) => t(`organisation.${one.kind}`) },
    { key: 'domains', title: t('organisation.domains'), wideOnly: true, cell: (one) => one.domains.join(', ') },
    {
      key: 'state',
      title: t('organisation.marks'),
      wideOnly: true,
      cell: (one) => (
        <span className={classes.badges}>
          {one.vip && <Badge variant="light">{t('person.vip')}</Badge>}
          {one.sharesTickets && (
            <Badge variant="light" color="gray">
              {t('organisation.shares')}
            </Badge>
          )}
        </span>
      ),
    },
  ]
  const edited = list.items.find((one) => one.id === editing)
  return (
    <>
      <ManageList
        label={t('organisation.list')}
        rows={list.data && list.items}
        error={list.error}
        retry={() => void list.refetch()}
        columns={columns}
        keyOf={(one) => one.id}
        onOpen={(one) => open(one.id)}
        search={{ value: search, set: setSearch, placeholder: t('organisation.find') }}
        add={{ label: t('organisation.add'), run: () => open('new') }}
        empty={{ icon: <IconBuilding />, title: t('organisation.none'), help: t('organisation.noneHelp') }}
        more={list.hasNextPage ? list.more : undefined}
      />
      <EditorDrawer
        opened={editing !== undefined}
        title={editing === 'new' ? t('organisation.add') : (edited?.name ?? t('organisation.one'))}
        onClose={close}
      >
        {editing === 'new' && <OrganisationForm onDone={close} />}
        {typeof editing === 'number' && <EditOrganisation id={editing} onDone={close} />}
      </EditorDrawer>
    </>
  )
}

function EditOrganisation({ id, onDone }: { id: number; onDone: () => void }) {
  const organisation = useApi(getOrganisation, { params: { id } })
  if (organisation.error) return <ErrorState error={organisation.error} retry={() => void organisation.refetch()} />
  if (!organisation.data) return <TextSkeleton lines={6} />
  return <OrganisationForm key={organisation.data.version} organisation={organisation.data} onDone={onDone} />
}

function OrganisationForm({ organisation, onDone }: { organisation?: Organisation; onDone: () => void }) {
  const { t } = useTranslation('peopleAdmin')
  const form = useForm({
    initial: {
      name: organisation?.name ?? '',
      kind: (organisation?.kind ?? 'department') as string,
      defaultServiceLevel: organisation?.defaultServiceLevel ?? '',
      domains: organisation?.domains ?? ([] as string[]),
      vip: organisation?.vip ?? false,
      sharesTickets: organisation?.sharesTickets ?? false,
    },
    check: (values) => ({ ...(values.name.trim() ? {} : { name: t('kit:form.missing') }) }),
    submit: async (values) => {
      const body = {
        ...values,
        name: values.name.trim(),
        kind: values.kind as Organisation['kind'],
        defaultServiceLevel: values.defaultServiceLevel.trim() || null,
        domains: values.domains.map((domain) => domain.trim().toLowerCase().replace(/^@/, '')),
      }
      const saved = organisation
        ? await api(changeOrganisation, { params: { id: organisation.id }, body, ifMatch: organisation.version })
        : await api(createOrganisation, { body })
      void stale(listOrganisations)
      void stale(getOrganisation)
      toast.done(t(organisation ? 'saved' : 'added', { name: saved.name }))
      onDone()
    },
  })
  useUnsavedGuard(form.dirty && !form.busy)
  const remove = useSend(deleteOrganisation, {
    refresh: [listOrganisations],
    onDone: () => {
      toast.done(t('deleted', { name: organisation?.name }))
      onDone()
    },
  })
  async function askToDelete() {
    if (!organisation) return
    const yes = await confirm({
      title: t('deleteTitle', { name: organisation.name }),
      body: t('organisation.deleteBody'),
      confirmLabel: t('delete'),
      danger: true,
    })
    if (yes) remove.mutate({ params: { id: organisation.id } })
  }
  return (
    <form {...form.props} className={classes.form}>
      <TextInput label={t('organisation.name')} required maxLength={120} {...form.field('name')} data-autofocus />
      <Select
        label={t('organisation.kind')}
        allowDeselect={false}
        data={(['department', 'customer'] as const).map((kind) => ({ value: kind, label: t(`organisation.${kind}`) }))}
        {...form.field('kind')}
      />
      <TagsInput
        label={t('organisation.domains')}
        description={t('organisation.domainsHelp')}
        placeholder="example.org"
        {...form.field('domains')}
      />
      <TextInput
        label={t('organisation.serviceLevel')}
        description={t('organisation.serviceLevelHelp')}
        maxLength={120}
        {...form.field('defaultServiceLevel')}
      />
      <Switch
        label={t('organisation.sharesTickets')}
        description={t('organisation.sharesTicketsHelp')}
        {...form.toggle('sharesTickets')}
      />
      <Switch label={t('person.isVip')} description={t('organisation.vipHelp')} {...form.toggle('vip')} />
      <FormProblem problem={form.problem} />
      <FormActions
        busy={form.busy}
        onCancel={onDone}
        {...(organisation ? {} : { submitLabel: t('organisation.add') })}
      />
      {organisation && (
        <Button
          variant="subtle"
          color="red"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconTrash size={16} aria-hidden />}
          loading={remove.isPending}
          onClick={() => void askToDelete()}
        >
          {t('delete')}
        </Button>
      )}
    </form>
  )
}
