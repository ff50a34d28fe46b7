import { Checkbox, Select, TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import type { FormOf } from '../../../../web-kit/forms/use-form.ts'
import { listCalendars } from '../../../calendar/contract/http.ts'
import { pausing } from '../../contract/shapes.ts'
import classes from './admin.module.css'
import type { Counting } from './policy-values.ts'

/** In which calendar is counted, what stops the clocks, and when is warned. */
export function CountingFields<V extends Counting>({ form, help }: { form: FormOf<V>; help?: string }) {
  const { t } = useTranslation('slaAdmin')
  const calendars = useApi(listCalendars, {}, { staleMs: 60_000 }).data?.items ?? []
  const standard = calendars.find((calendar) => calendar.isDefault)
  return (
    <>
      <Select
        label={t('calendar')}
        description={t('calendarHelp')}
        clearable
        placeholder={t('defaultCalendar', { name: standard?.name ?? '' })}
        data={calendars.map(({ id, name }) => ({ value: String(id), label: name }))}
        {...form.field('calendar')}
      />
      <Checkbox.Group label={t('pauseOn')} description={help} {...form.field('pauseOn')}>
        <div className={classes.boxes}>
          {pausing.map((status) => (
            <Checkbox key={status} value={status} label={t(`kit:status.${status}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <TagsInput
        label={t('warnAt')}
        description={t('warnAtHelp')}
        maxTags={5}
        acceptValueOnBlur
        {...form.field('warnAt')}
      />
    </>
  )
}
