import { ActionIcon, Checkbox, MultiSelect, NumberInput, Select, Switch, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../../../web-kit/i18n/i18n.ts'
import { type Rotation, units } from '../../contract/shapes.ts'
import classes from './admin.module.css'
import { timeOptions } from './time-options.ts'

interface Props {
  rotation: Rotation
  people: { value: string; label: string }[]
  onChange: (rotation: Rotation) => void
  onRemove: (() => void) | undefined
}

const office: Rotation['hours'][number] = { days: [1, 2, 3, 4, 5], from: 8 * 60, to: 18 * 60 }

/** Monday to Sunday as the reader calls them; the first of January 2024 was a Monday. */
const weekdays = () => {
  const format = new Intl.DateTimeFormat(currentLanguage(), { weekday: 'short', timeZone: 'UTC' })
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, name: format.format(Date.UTC(2024, 0, day)) }))
}

/** People who follow each other, how often, from when, and perhaps only in some hours. */
export function RotationFields({ rotation, people, onChange, onRemove }: Props) {
  const { t } = useTranslation('oncallAdmin')
  const [hours] = rotation.hours
  const setHours = (change: Partial<typeof office>) =>
    onChange({ ...rotation, hours: [{ ...(hours ?? office), ...change }, ...rotation.hours.slice(1)] })
  return (
    <div className={classes.rotation}>
      <div className={classes.row}>
        <MultiSelect
          className={classes.grow}
          label={t('persons')}
          required
          searchable
          data={people}
          value={rotation.persons.map(String)}
          onChange={(persons) => onChange({ ...rotation, persons: persons.map(Number) })}
        />
        {onRemove && (
          <ActionIcon size="lg" aria-label={t('removeRotation')} onClick={onRemove}>
            <IconTrash size={17} stroke={1.75} />
          </ActionIcon>
        )}
      </div>
      <div className={classes.row}>
        <NumberInput
          label={t('every')}
          w={100}
          min={1}
          max={366}
          allowDecimal={false}
          value={rotation.every}
          onChange={(every) => onChange({ ...rotation, every: Math.max(1, Number(every) || 1) })}
        />
        <Select
          label={t('unit')}
          w={110}
          allowDeselect={false}
          data={units.map((unit) => ({ value: unit, label: t(`units.${unit}`) }))}
          value={rotation.unit}
          onChange={(unit) => onChange({ ...rotation, unit: (unit ?? 'week') as Rotation['unit'] })}
        />
        <TextInput
          type="date"
          label={t('startsOn')}
          required
          value={rotation.startsOn}
          onChange={(event) => onChange({ ...rotation, startsOn: event.currentTarget.value })}
        />
        <Select
          label={t('handOverAt')}
          w={110}
          allowDeselect={false}
          data={timeOptions()}
          value={String(rotation.handOverAt)}
          onChange={(at) => onChange({ ...rotation, handOverAt: Number(at ?? 0) })}
        />
      </div>
      <Switch
        label={t('hours')}
        description={t('hoursHelp')}
        checked={hours !== undefined}
        onChange={(event) => onChange({ ...rotation, hours: event.currentTarget.checked ? [office] : [] })}
      />
      {hours && (
        <div className={classes.row}>
          <Checkbox.Group
            label={t('days')}
            value={hours.days.map(String)}
            onChange={(days) => days.length > 0 && setHours({ days: days.map(Number).sort() })}
          >
            <div className={classes.daysRow}>
              {weekdays().map(({ day, name }) => (
                <Checkbox key={day} value={String(day)} label={name} />
              ))}
            </div>
          </Checkbox.Group>
          <Select
            label={t('from')}
            w={100}
            allowDeselect={false}
            data={timeOptions()}
            value={String(hours.from)}
            onChange={(from) => setHours({ from: Number(from ?? 0) })}
          />
          <Select
            label={t('to')}
            w={100}
            allowDeselect={false}
            data={timeOptions(true)}
            value={String(hours.to)}
            onChange={(to) => setHours({ to: Number(to ?? 0) })}
          />
        </div>
      )}
    </div>
  )
}
