import { Button, Select, Switch, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { RecordForm } from '../../../../web-kit/forms/record-form.tsx'
import { useRemove } from '../../../../web-kit/forms/use-remove.ts'
import { useSaveForm } from '../../../../web-kit/forms/use-save-form.ts'
import { Folding } from '../../../../web-kit/ui/folding.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import {
  type Calendar,
  createCalendar,
  deleteCalendar,
  listCalendars,
  listCalendarVersions,
  putCalendar,
  putDefaultCalendar,
} from '../../contract/http.ts'
import classes from './admin.module.css'
import { CalendarPreview } from './calendar-preview.tsx'
import { bodyOf, oddHours, valuesOf, weekdays } from './calendar-values.ts'
import { CalendarVersions } from './calendar-versions.tsx'
import { OwnDays } from './own-days.tsx'
import { PlaceFields } from './place-fields.tsx'

interface Props {
  calendar: Calendar | undefined
  onDone: () => void
}

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

/** Hours, holidays and days of their own, and what comes of them. */
export function CalendarForm({ calendar, onDone }: Props) {
  const { t } = useTranslation('calendarAdmin')
  const form = useSaveForm({
    initial: valuesOf(calendar, ownZone),
    version: calendar?.version,
    check: (v) => ({ ...(v.name.trim() ? {} : { name: t('kit:form.missing') }), ...oddHours(v, t('oddHours')) }),
    save: (v, matching) =>
      calendar
        ? api(putCalendar, { params: { id: calendar.id }, body: bodyOf(v), ...matching })
        : api(createCalendar, { body: bodyOf(v) }),
    refresh: [listCalendars, listCalendarVersions],
    done: (saved) => t('saved', { name: saved.name, version: saved.version }),
    onDone,
  })
  const remove = useRemove(deleteCalendar, {
    params: { id: calendar?.id ?? 0 },
    label: t('remove'),
    ask: { title: t('removeTitle', { name: calendar?.name }), body: t('removeBody') },
    refresh: [listCalendars],
    done: t('removed', { name: calendar?.name }),
    onDone,
  })
  const makeDefault = useSend(putDefaultCalendar, {
    refresh: [listCalendars],
    onDone: () => toast.done(t('madeDefault', { name: calendar?.name })),
  })
  const { values } = form
  const [settled] = useDebouncedValue(values, 400)
  const sound = Object.keys(oddHours(settled, '?')).length === 0
  return (
    <>
      <RecordForm
        form={form}
        submitLabel={calendar ? undefined : t('words.add')}
        onCancel={onDone}
        remove={calendar && !calendar.isDefault ? remove : undefined}
      >
        <TextInput label={t('name')} required maxLength={80} {...form.field('name')} data-autofocus />
        <Select label={t('timeZone')} searchable allowDeselect={false} data={zones} {...form.field('timeZone')} />
        <Switch label={t('alwaysOpen')} description={t('alwaysOpenHelp')} {...form.toggle('alwaysOpen')} />
        {!values.alwaysOpen && (
          <>
            <fieldset className={classes.week}>
              <legend>{t('week')}</legend>
              <p className={classes.help}>{t('weekHelp')}</p>
              {weekdays.map((day) => (
                <div key={day} className={classes.day}>
                  <label htmlFor={`hours-${day}`}>{t(`long.${day}`)}</label>
                  <TextInput
                    id={`hours-${day}`}
                    size="xs"
                    placeholder={t('closed')}
                    maxLength={120}
                    {...form.field(day)}
                  />
                </div>
              ))}
            </fieldset>
            <PlaceFields form={form} />
            <OwnDays form={form} error={form.errors.days} />
          </>
        )}
        {sound && <CalendarPreview content={bodyOf(settled).content} />}
      </RecordForm>
      {calendar && !calendar.isDefault && (
        <Button
          variant="default"
          mt="md"
          loading={makeDefault.isPending}
          onClick={() => makeDefault.mutate({ body: { id: calendar.id } })}
        >
          {t('makeDefault')}
        </Button>
      )}
      {calendar && (
        <Folding title={t('versions')} open={false}>
          <CalendarVersions id={calendar.id} onDone={onDone} />
        </Folding>
      )}
    </>
  )
}
