import { Divider, Select, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { RecordForm } from '../../../../web-kit/forms/record-form.tsx'
import { useSaveForm } from '../../../../web-kit/forms/use-save-form.ts'
import { languages } from '../../../../web-kit/i18n/i18n.ts'
import manage from '../../../../web-kit/manage/manage.module.css'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { whyNot } from '../../../../web-kit/ui/why-not.ts'
import { listOrganisations } from '../../contract/http-organisations.ts'
import { changePerson, createPerson, getPerson, listPersons, type Person } from '../../contract/http-persons.ts'
import { listRoles } from '../../contract/http-roles.ts'
import { PersonAccess } from './person-access.tsx'
import { PersonReach } from './person-reach.tsx'
import { roleWords } from './role-words.ts'
import { timeZones } from './zones.ts'

const idText = (id: number | undefined | null) => (id ? String(id) : null)

/** The first things about somebody new; the rest is added once they are there. */
export function NewPersonForm({ onDone, onCancel }: { onDone: (id: number) => void; onCancel: () => void }) {
  const { t } = useTranslation('peopleAdmin')
  const form = useSaveForm({
    initial: { name: '', email: '', organisationId: null as string | null },
    check: (values) => ({ ...(values.name.trim() ? {} : { name: t('kit:form.missing') }) }),
    save: ({ name, email, organisationId }) =>
      api(createPerson, {
        body: {
          name: name.trim(),
          ...(email.trim() ? { email: email.trim() } : {}),
          ...(organisationId ? { organisationId: Number(organisationId) } : {}),
        },
      }),
    refresh: [listPersons],
    done: (person) => t('added', { name: person.name }),
    onDone: (person) => onDone(person.id),
  })
  return (
    <RecordForm form={form} submitLabel={t('person.add')} onCancel={onCancel}>
      <TextInput label={t('person.name')} required maxLength={200} {...form.field('name')} data-autofocus />
      <TextInput type="email" label={t('person.email')} {...form.field('email')} />
      <OrganisationSelect {...form.field('organisationId')} />
      <p className={manage.small}>{t('person.newHelp')}</p>
    </RecordForm>
  )
}

interface SelectProps {
  value: string | null
  onChange: (value: string | null) => void
  error?: string | undefined
  name?: string
}

function OrganisationSelect(props: SelectProps) {
  const { t } = useTranslation('peopleAdmin')
  const organisations = useApi(listOrganisations, { query: { limit: 200 } })
  return (
    <Select
      label={t('person.organisation')}
      placeholder={t('person.noOrganisation')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('person.noOrganisation') }}
      data={(organisations.data?.items ?? []).map((one) => ({ value: String(one.id), label: one.name }))}
      {...props}
    />
  )
}

export function EditPerson({ id, onDone }: { id: number; onDone: () => void }) {
  const person = useApi(getPerson, { params: { id } })
  if (person.error) return <ErrorState error={person.error} retry={() => void person.refetch()} />
  if (!person.data) return <TextSkeleton lines={8} />
  return (
    <>
      <PersonForm key={id} person={person.data} onDone={onDone} />
      <Divider my="lg" />
      <PersonReach person={person.data} />
      <Divider my="lg" />
      <PersonAccess person={person.data} />
    </>
  )
}

function PersonForm({ person, onDone }: { person: Person; onDone: () => void }) {
  const { t } = useTranslation('peopleAdmin')
  const roles = useApi(listRoles, {})
  const form = useSaveForm({
    initial: {
      name: person.name,
      jobTitle: person.jobTitle ?? '',
      location: person.location ?? '',
      organisationId: idText(person.organisation?.id),
      roleId: idText(person.role.id),
      language: person.language,
      timeZone: person.timeZone,
      vip: person.vip,
    },
    version: person.version,
    check: (values) => ({ ...(values.name.trim() ? {} : { name: t('kit:form.missing') }) }),
    save: (values, matching) =>
      api(changePerson, {
        params: { id: person.id },
        body: {
          name: values.name.trim(),
          jobTitle: values.jobTitle.trim() || null,
          location: values.location.trim() || null,
          organisationId: values.organisationId ? Number(values.organisationId) : null,
          // Left out when it is the same: changing roles is a right of its own.
          ...(values.roleId && Number(values.roleId) !== person.role.id ? { roleId: Number(values.roleId) } : {}),
          language: values.language,
          timeZone: values.timeZone,
          vip: values.vip,
        },
        ...matching,
      }),
    refresh: [getPerson, listPersons],
    done: (saved) => t('saved', { name: saved.name }),
    onDone,
  })
  const mayChange = person.abilities.change
  const mayRole = person.abilities.changeRole
  return (
    <RecordForm form={form} disabled={!mayChange.allowed} reason={whyNot(mayChange)} onCancel={onDone}>
      <TextInput label={t('person.name')} required maxLength={200} {...form.field('name')} data-autofocus />
      <div className={manage.pair}>
        <TextInput label={t('person.jobTitle')} maxLength={200} {...form.field('jobTitle')} />
        <TextInput label={t('person.location')} maxLength={200} {...form.field('location')} />
      </div>
      <OrganisationSelect {...form.field('organisationId')} />
      <Select
        label={t('person.role')}
        description={mayRole.allowed ? t('person.roleHelp') : whyNot(mayRole)}
        disabled={!mayRole.allowed}
        allowDeselect={false}
        data={(roles.data?.items ?? [person.role]).map((one) => ({ value: String(one.id), label: roleWords(t, one) }))}
        {...form.field('roleId')}
      />
      <div className={manage.pair}>
        <Select
          label={t('person.language')}
          placeholder={t('person.asDesk')}
          clearable
          clearButtonProps={{ 'aria-label': t('person.asDesk') }}
          data={languages.map(({ value, label }) => ({ value, label }))}
          {...form.field('language')}
        />
        <Select
          label={t('person.timeZone')}
          placeholder={t('person.asDesk')}
          clearable
          clearButtonProps={{ 'aria-label': t('person.asDesk') }}
          searchable
          limit={50}
          data={[...timeZones]}
          {...form.field('timeZone')}
        />
      </div>
      <Switch label={t('person.isVip')} description={t('person.vipHelp')} {...form.toggle('vip')} />
    </RecordForm>
  )
}
