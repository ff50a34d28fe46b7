import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FormOf } from '../../../../web-kit/forms/use-form.ts'
import classes from './admin.module.css'
import type { CalendarValues, Day } from './calendar-values.ts'

interface Props {
  form: FormOf<CalendarValues>
  error: string | undefined
}

/** Days with hours of their own; they go before the week and public holidays. */
export function OwnDays({ form, error }: Props) {
  const { t } = useTranslation('calendarAdmin')
  const { days } = form.values
  const change = (key: number, more: Partial<Day>) =>
    form.set(
      'days',
      days.map((day) => (day.key === key ? { ...day, ...more } : day)),
    )
  const add = () => {
    const key = Math.max(-1, ...days.map((day) => day.key)) + 1
    form.set('days', [...days, { key, on: '', name: '', yearly: false, hours: '' }])
  }
  return (
    <fieldset className={classes.week}>
      <legend>{t('ownDays')}</legend>
      <p className={classes.help}>{t('ownDaysHelp')}</p>
      {days.map((day) => (
        <div key={day.key} className={classes.ownDay}>
          <TextInput
            type="date"
            size="xs"
            aria-label={t('date')}
            value={day.on}
            onChange={(event) => change(day.key, { on: event.currentTarget.value })}
          />
          <TextInput
            size="xs"
            aria-label={t('dayName')}
            placeholder={t('dayName')}
            maxLength={80}
            value={day.name}
            onChange={(event) => change(day.key, { name: event.currentTarget.value })}
          />
          <TextInput
            size="xs"
            aria-label={t('hours')}
            placeholder={t('closed')}
            maxLength={120}
            value={day.hours}
            onChange={(event) => change(day.key, { hours: event.currentTarget.value })}
          />
          <Checkbox
            size="xs"
            label={t('yearly')}
            checked={day.yearly}
            onChange={(event) => change(day.key, { yearly: event.currentTarget.checked })}
          />
          <ActionIcon
            variant="subtle"
            color="red"
            size="sm"
            aria-label={t('removeDay', { day: day.name || day.on })}
            onClick={() =>
              form.set(
                'days',
                days.filter((one) => one.key !== day.key),
              )
            }
          >
            <IconTrash size={15} />
          </ActionIcon>
        </div>
      ))}
      {error && (
        <p className={classes.error} role="alert">
          {t('oddDay')}
        </p>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={add}
        disabled={days.length >= 400}
      >
        {t('addDay')}
      </Button>
    </fieldset>
  )
}
