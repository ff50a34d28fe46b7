import { Select, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { RecordForm } from '../../../../web-kit/forms/record-form.tsx'
import { useSaveForm } from '../../../../web-kit/forms/use-save-form.ts'
import { languages } from '../../../../web-kit/i18n/i18n.ts'
import manage from '../../../../web-kit/manage/manage.module.css'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { changeDesk, type Desk, getDesk } from '../../contract/http-desk.ts'
import { getMe } from '../../contract/http-session.ts'
import './strings.ts'
import { timeZones } from './zones.ts'

/** What holds for the whole desk. */
export function DeskPanel() {
  const desk = useApi(getDesk, {})
  if (desk.error) return <ErrorState error={desk.error} retry={() => void desk.refetch()} />
  if (!desk.data) return <TextSkeleton lines={6} />
  return <DeskForm desk={desk.data} />
}

function DeskForm({ desk }: { desk: Desk }) {
  const { t } = useTranslation('peopleAdmin')
  const form = useSaveForm({
    initial: {
      organisationName: desk.organisationName,
      defaultLanguage: desk.defaultLanguage as string | null,
      defaultTimeZone: desk.defaultTimeZone as string | null,
      openSignUp: desk.openSignUp,
    },
    check: (values) => ({ ...(values.organisationName.trim() ? {} : { organisationName: t('kit:form.missing') }) }),
    version: desk.version,
    save: (values, matching) =>
      api(changeDesk, {
        body: {
          organisationName: values.organisationName.trim(),
          defaultLanguage: values.defaultLanguage ?? desk.defaultLanguage,
          defaultTimeZone: values.defaultTimeZone ?? desk.defaultTimeZone,
          openSignUp: values.openSignUp,
        },
        ...matching,
      }),
    refresh: [getDesk, getMe],
    done: () => t('desk.saved'),
  })
  const zone = form.values.defaultTimeZone ?? 'UTC'
  return (
    <div style={{ maxWidth: 520 }}>
      <RecordForm form={form} disabled={!form.dirty} onCancel={form.dirty ? () => form.reset() : undefined}>
        <TextInput
          label={t('desk.name')}
          description={t('desk.nameHelp')}
          required
          maxLength={120}
          {...form.field('organisationName')}
        />
        <Select
          label={t('desk.language')}
          description={t('desk.languageHelp')}
          allowDeselect={false}
          data={languages.map(({ value, label }) => ({ value, label }))}
          {...form.field('defaultLanguage')}
        />
        <Select
          label={t('desk.timeZone')}
          description={t('desk.timeZoneNow', { time: timeIn(zone) })}
          allowDeselect={false}
          searchable
          limit={50}
          data={[...timeZones]}
          {...form.field('defaultTimeZone')}
        />
        <Switch label={t('desk.openSignUp')} description={t('desk.openSignUpHelp')} {...form.toggle('openSignUp')} />
        {form.values.openSignUp !== desk.openSignUp && (
          <p className={manage.small} role="status">
            {t(form.values.openSignUp ? 'desk.willOpen' : 'desk.willClose')}
          </p>
        )}
      </RecordForm>
    </div>
  )
}

function timeIn(timeZone: string): string {
  return new Intl.DateTimeFormat(undefined, { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date())
}
