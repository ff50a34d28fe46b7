import { Badge, Select, Switch, TagsInput, TextInput } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { useApi, usePages } from '../../../../web-kit/api/use-api.ts'
import { RecordForm } from '../../../../web-kit/forms/record-form.tsx'
import { useRemove } from '../../../../web-kit/forms/use-remove.ts'
import { useSaveForm } from '../../../../web-kit/forms/use-save-form.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import manage from '../../../../web-kit/manage/manage.module.css'
import { ManagePanel } from '../../../../web-kit/manage/manage-panel.tsx'
import { useAsked } from '../../../../web-kit/manage/use-asked.ts'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import {
  changeOrganisation,
  createOrganisation,
  deleteOrganisation,
  getOrganisation,
  listOrganisations,
  type Organisation,
} from '../../contract/http-organisations.ts'
import './strings.ts'

/** Departments and customers. */
export function OrganisationsPanel() {
  const { t } = useTranslation('peopleAdmin')
  const { search, query } = useAsked()
  const list = usePages(listOrganisations, { query }, { keepPrevious: true, live: ['organisation:*'] })
  const columns: Column<Organisation>[] = [
    { key: 'name', title: t('organisation.name'), opens: true, cell: (one) => one.name },
    { key: 'kind', title: t('organisation.kind'), cell: (one) => t(`organisation.${one.kind}`) },
    { key: 'domains', title: t('organisation.domains'), wideOnly: true, cell: (one) => one.domains.join(', ') },
    {
      key: 'state',
      title: t('organisation.marks'),
      wideOnly: true,
      cell: (one) => (
        <span className={manage.badges}>
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
  return (
    <ManagePanel
      reading={list}
      rows={list.data && list.items}
      columns={columns}
      words={(key) => t(`organisation.${key}`)}
      icon={<IconBuilding />}
      nameOf={(one) => one.name}
      search={search}
      byId
      editor={(_, { id, close }) =>
        id === undefined ? <OrganisationForm onDone={close} /> : <EditOrganisation id={id} onDone={close} />
      }
    />
  )
}

function EditOrganisation({ id, onDone }: { id: number; onDone: () => void }) {
  const organisation = useApi(getOrganisation, { params: { id } })
  if (organisation.error) return <ErrorState error={organisation.error} retry={() => void organisation.refetch()} />
  if (!organisation.data) return <TextSkeleton lines={6} />
  return <OrganisationForm key={id} organisation={organisation.data} onDone={onDone} />
}

function OrganisationForm({ organisation, onDone }: { organisation?: Organisation; onDone: () => void }) {
  const { t } = useTranslation('peopleAdmin')
  const form = useSaveForm({
    initial: {
      name: organisation?.name ?? '',
      kind: (organisation?.kind ?? 'department') as string,
      defaultServiceLevel: organisation?.defaultServiceLevel ?? '',
      domains: organisation?.domains ?? ([] as string[]),
      vip: organisation?.vip ?? false,
      sharesTickets: organisation?.sharesTickets ?? false,
    },
    version: organisation?.version,
    check: (values) => ({ ...(values.name.trim() ? {} : { name: t('kit:form.missing') }) }),
    save: (values, matching) => {
      const body = {
        ...values,
        name: values.name.trim(),
        kind: values.kind as Organisation['kind'],
        defaultServiceLevel: values.defaultServiceLevel.trim() || null,
        domains: values.domains.map((domain) => domain.trim().toLowerCase().replace(/^@/, '')),
      }
      return organisation
        ? api(changeOrganisation, { params: { id: organisation.id }, body, ...matching })
        : api(createOrganisation, { body })
    },
    refresh: [listOrganisations, getOrganisation],
    done: (saved) => t(organisation ? 'saved' : 'added', { name: saved.name }),
    onDone,
  })
  const remove = useRemove(deleteOrganisation, {
    params: { id: organisation?.id ?? 0 },
    label: t('delete'),
    ask: { title: t('deleteTitle', { name: organisation?.name }), body: t('organisation.deleteBody') },
    refresh: [listOrganisations],
    done: t('deleted', { name: organisation?.name }),
    onDone,
  })
  return (
    <RecordForm
      form={form}
      submitLabel={organisation ? undefined : t('organisation.add')}
      onCancel={onDone}
      remove={organisation && remove}
    >
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
    </RecordForm>
  )
}
