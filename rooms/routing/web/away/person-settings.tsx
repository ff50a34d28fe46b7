import { NumberInput, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { stale, useApi } from '../../../../web-kit/api/use-api.ts'
import { FormActions } from '../../../../web-kit/forms/form-actions.tsx'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../../web-kit/forms/use-form.ts'
import manage from '../../../../web-kit/manage/manage.module.css'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { listCalendars } from '../../../calendar/contract/http.ts'
import { listTeamRouting, putPersonRouting, type TeamRouting } from '../../contract/http.ts'
import './strings.ts'

/** How much somebody takes at a time, and when they are at work. */
export function PersonSettings({ member }: { member: TeamRouting['members'][number] }) {
  const { t } = useTranslation('routingAway')
  const calendars = useApi(listCalendars, {}, { staleMs: 60_000 }).data?.items ?? []
  const form = useForm({
    initial: {
      capacity: (member.capacity ?? '') as number | string,
      calendarId: member.calendarId === null ? null : String(member.calendarId),
    },
    submit: async ({ capacity, calendarId }) => {
      const body = {
        capacity: capacity === '' ? null : Number(capacity),
        calendarId: calendarId === null ? null : Number(calendarId),
      }
      await api(putPersonRouting, { params: { id: member.id }, body })
      toast.done(t('settingsSaved'))
      void stale(listTeamRouting)
    },
  })
  return (
    <form {...form.props} className={manage.form}>
      <div className={manage.pair}>
        <Select
          label={t('calendar')}
          description={t('calendarHelp')}
          placeholder={t('asTeam')}
          clearable
          clearButtonProps={{ 'aria-label': t('asTeam') }}
          data={calendars.map(({ id, name }) => ({ value: String(id), label: name }))}
          {...form.field('calendarId')}
        />
        <NumberInput
          label={t('capacity')}
          description={t('capacityHelp')}
          placeholder={t('asTeam')}
          min={0}
          max={10_000}
          {...form.field('capacity')}
        />
      </div>
      <FormProblem problem={form.problem} />
      <FormActions busy={form.busy} disabled={!form.dirty} onCancel={form.dirty ? () => form.reset() : undefined} />
    </form>
  )
}
