import { Divider, Select, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { stale, useApi } from '../../../../web-kit/api/use-api.ts'
import { FormActions } from '../../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../../web-kit/forms/use-form.ts'
import { useUnsavedGuard } from '../../../../web-kit/forms/use-unsaved-guard.ts'
import { languages } from '../../../../web-kit/i18n/i18n.ts'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { listOrganisations } from '../../contract/http-organisations.ts'
import { changePerson, createPerson, getPerson, listPersons, type Person } from '../../contract/http-persons.ts'
import { listRoles } from '../../contract/http-roles.ts'
import classes from './people-admin.module.css'
import { PersonAccess } from './person-access.tsx'
import { PersonReach } from './person-reach.tsx'
import { roleWords } from './role-words.ts'
import { timeZones } from './zones.ts'

const idText = (id: number | undefined | null) => (id ? String(id) : null)

/** The first things about somebody new; the rest is added once they are there. */
export function NewPersonForm({ onDone, onCancel }: { onDone: (id: number) => void; onCancel: () => void }) {
  const { t } = useTranslation('peopleAdmin')
  const form = useForm({
    initial: { name: '', email: '', organisationId: null as string | null },
    check: (values) => ({ ...(values.name.trim() ? {} : { name: t('kit:form.missing') }) }),
    submit: async ({ name, email, organisationId }) => {
      const person = await api(createPerson, {
        body: {
          name: name.trim(),
          ...(email.trim() ? { email: email.trim() } : {}),
          ...(organisationId ? { organisationId: Number(organisationId) } : {}),
        },
      })
      void stale(listPersons)
      toast.done(t('added', { name: person.name }))
      setTimeout(() => onDone(person.id))
    },
  })
  useUnsavedGuard(form.dirty && !form.busy)
  return (
    <form {...form.props} className={classes.form}>
      <TextInput label={t('person.name')} required maxLength={200} {...form.field('name')} data-autofocus />
      <TextInput type="email" label={t('person.email')} {...form.field('email')} />
      <OrganisationSelect {...form.field('organisationId')} />
      <p className={classes.small}>{t('person.newHelp')}</p>
      <FormProblem problem={form.problem} />
      <FormActions busy={form.busy} submitLabel={t('person.add')} onCancel={onCancel} />
    </form>
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
      <PersonForm key={person.data.version} person={person.data} onDone={onDone} />
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
  const form = useForm({
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
    check: (values) => ({ ...(values.name.trim() ? {} : { name: t('kit:form.missing') }) }),
    submit: async (values) => {
      const saved = await api(changePerson, {
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
        ifMatch: person.version,
      })
      void stale(getPerson)
      void stale(listPersons)
      toast.done(t('saved', { name: saved.name }))
      onDone()
    },
  })
  useUnsavedGuard(form.dirty && !form.busy)
  const mayChange = person.abilities.change
  const mayRole = person.abilities.changeRole
  return (
    <form {...form.props} className={classes.form}>
      <TextInput label={t('person.name')} required maxLength={200} {...form.field('name')} data-autofocus />
      <div className={classes.pair}>
        <TextInput label={t('person.jobTitle')} maxLength={200} {...form.field('jobTitle')} />
        <TextInput label={t('person.location')} maxLength={200} {...form.field('location')} />
      </div>
      <OrganisationSelect {...form.field('organisationId')} />
      <Select
        label={t('person.role')}
        description={mayRole.allowed ? t('person.roleHelp') : mayRole.reason}
        disabled={!mayRole.allowed}
        allowDeselect={false}
        data={(roles.data?.items ?? [person.role]).map((one) => ({ value: String(one.id), label: roleWords(t, one) }))}
        {...form.field('roleId')}
      />
      <div className={classes.pair}>
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
      <FormProblem problem={form.problem} />
      <FormActions
        busy={form.busy}
        disabled={!mayChange.allowed}
        {...(mayChange.reason ? { reason: mayChange.reason } : {})}
        onCancel={onDone}
      />
    </form>
  )
}
