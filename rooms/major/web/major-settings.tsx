import { Select, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { RecordForm } from '../../../web-kit/forms/record-form.tsx'
import { useSaveForm } from '../../../web-kit/forms/use-save-form.ts'
import { listTeams } from '../../people/contract/http.ts'
import { changeMajor, getMajor, type MajorIncident } from '../contract/http.ts'

/** What requesters read, who coordinates, and whether the portal shows it. */
export function MajorSettings({ incident }: { incident: MajorIncident }) {
  const { t } = useTranslation('major')
  const teams = useApi(listTeams, {}, { staleMs: 60_000 }).data?.items ?? []
  const people = new Map(
    teams.flatMap((team) => team.members.filter((one) => one.active).map((one) => [String(one.id), one.name])),
  )
  people.set(String(incident.coordinator.id), incident.coordinator.name)
  const form = useSaveForm({
    version: incident.version,
    initial: { title: incident.title, coordinator: String(incident.coordinator.id), banner: incident.banner },
    check: (v) => (v.title.trim().length > 2 ? {} : { title: t('kit:form.missing') }),
    save: (v, matching) => {
      const body = { title: v.title.trim(), coordinator: Number(v.coordinator), banner: v.banner }
      return api(changeMajor, { params: { number: incident.number }, body, ...matching })
    },
    refresh: [getMajor],
    done: () => t('settings.saved'),
  })
  return (
    <RecordForm form={form} submitLabel={t('settings.save')} disabled={!form.dirty}>
      <TextInput label={t('declare.title')} required maxLength={200} {...form.field('title')} />
      <Select
        label={t('settings.person')}
        searchable
        allowDeselect={false}
        data={[...people].map(([value, label]) => ({ value, label }))}
        {...form.field('coordinator')}
      />
      <Switch label={t('declare.banner')} {...form.toggle('banner')} />
    </RecordForm>
  )
}
