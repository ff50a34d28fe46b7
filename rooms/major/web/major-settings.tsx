import { Button, Select, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import { stale, useApi } from '../../../web-kit/api/use-api.ts'
import { FormProblem } from '../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../web-kit/forms/use-form.ts'
import { toast } from '../../../web-kit/ui/toast.tsx'
import { listTeams } from '../../people/contract/http.ts'
import { changeMajor, getMajor, type MajorIncident } from '../contract/http.ts'
import classes from './major.module.css'

/** What requesters read, who coordinates, and whether the portal shows it. */
export function MajorSettings({ incident }: { incident: MajorIncident }) {
  const { t } = useTranslation('major')
  const teams = useApi(listTeams, {}, { staleMs: 60_000 }).data?.items ?? []
  const people = new Map(
    teams.flatMap((team) => team.members.filter((one) => one.active).map((one) => [String(one.id), one.name])),
  )
  people.set(String(incident.coordinator.id), incident.coordinator.name)
  const form = useForm({
    initial: { title: incident.title, coordinator: String(incident.coordinator.id), banner: incident.banner },
    check: (v) => (v.title.trim().length > 2 ? {} : { title: t('kit:form.missing') }),
    submit: async (v) => {
      const body = { title: v.title.trim(), coordinator: Number(v.coordinator), banner: v.banner }
      await api(changeMajor, { params: { number: incident.number }, body })
      void stale(getMajor)
      toast.done(t('settings.saved'))
    },
  })
  return (
    <form {...form.props} className={classes.form}>
      <TextInput label={t('declare.title')} required maxLength={200} {...form.field('title')} />
      <Select
        label={t('settings.person')}
        searchable
        allowDeselect={false}
        data={[...people].map(([value, label]) => ({ value, label }))}
        {...form.field('coordinator')}
      />
      <Switch label={t('declare.banner')} {...form.toggle('banner')} />
      <FormProblem problem={form.problem} />
      <Button type="submit" variant="default" size="compact-sm" loading={form.busy}>
        {t('settings.save')}
      </Button>
    </form>
  )
}
