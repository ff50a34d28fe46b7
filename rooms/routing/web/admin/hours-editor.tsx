import { Chip, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Hours } from '../../contract/http.ts'
import classes from './rules.module.css'
import type { Choices } from './use-choices.ts'

interface Props {
  hours: Hours
  choices: Choices
  onChange: (hours: Hours) => void
}

const days = ['0', '1', '2', '3', '4', '5', '6']
const own = { days: [0, 1, 2, 3, 4], from: '08:00', to: '17:00' }

/** Days and hours of its own, or those of a calendar. */
export function HoursEditor({ hours, choices, onChange }: Props) {
  const { t } = useTranslation('routingAdmin')
  return (
    <div className={classes.hours}>
      <Select
        size="sm"
        aria-label={t('whichHours')}
        allowDeselect={false}
        data={[{ value: '', label: t('ownHours') }, ...choices.calendars]}
        value={hours.calendarId === undefined ? '' : String(hours.calendarId)}
        onChange={(id) => onChange(id ? { calendarId: Number(id) } : own)}
      />
      {hours.calendarId === undefined && (
        <>
          <Chip.Group
            multiple
            value={(hours.days ?? []).map(String)}
            onChange={(chosen) => onChange({ ...hours, days: chosen.map(Number).sort() })}
          >
            <div className={classes.days}>
              {days.map((day) => (
                <Chip key={day} size="xs" value={day}>
                  {t(`day.${day}`)}
                </Chip>
              ))}
            </div>
          </Chip.Group>
          <div className={classes.days}>
            {(['from', 'to'] as const).map((end) => (
              <TextInput
                key={end}
                size="sm"
                type="time"
                aria-label={t(end)}
                value={hours[end] ?? ''}
                onChange={(event) => onChange({ ...hours, [end]: event.currentTarget.value })}
              />
            ))}
          </div>
        </>
      )}
    </div>
  )
}
