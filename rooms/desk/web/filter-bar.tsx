import { ActionIcon } from '@mantine/core'
import { IconFilter, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortDate } from '../../../web-kit/i18n/formats.ts'
import { useShortcut } from '../../../web-kit/shortcuts/use-shortcut.ts'
import { Picker } from '../../../web-kit/ui/picker.tsx'
import { PillButton } from '../../../web-kit/ui/pill-button.tsx'
import type { TicketFilter } from '../../ticket/contract/http.ts'
import classes from './filter-bar.module.css'
import { type FilterKey, filterKeys, toggled } from './list-state.ts'
import { useFilterChoices } from './use-filter-choices.tsx'

interface Props {
  filter: TicketFilter
  onFilter: (key: FilterKey, value: string | undefined) => void
  /** Whether the `f` key is ours. */
  keyboard: boolean
}

/** What the list is narrowed to: one chip a field, and a button to add another. */
export function FilterBar({ filter, onFilter, keyboard }: Props) {
  const { t } = useTranslation('desk')
  const [choosing, setChoosing] = useState(false)
  const [editing, setEditing] = useState<FilterKey>()
  useShortcut('f', () => setChoosing(true), { label: t('filter.add'), group: t('list.keys'), enabled: keyboard })
  const set = filterKeys.filter((key) => filter[key] || key === editing)
  return (
    <div className={classes.bar}>
      {set.map((key) => (
        <Chip
          key={key}
          field={key}
          value={filter[key]}
          opened={editing === key}
          onOpen={(opened) => setEditing(opened ? key : undefined)}
          onValue={(value) => onFilter(key, value)}
        />
      ))}
      <Picker
        label={t('filter.add')}
        opened={choosing}
        onOpen={setChoosing}
        choices={filterKeys.map((key) => ({ value: key, label: t(`field.${key}`) }))}
        chosen={[]}
        onPick={(key) => requestAnimationFrame(() => setEditing(key as FilterKey))}
      >
        <PillButton
          bare
          icon={<IconFilter size={15} stroke={1.7} />}
          aria-haspopup="listbox"
          aria-expanded={choosing}
          onClick={() => setChoosing(!choosing)}
        >
          {t('filter.title')}
        </PillButton>
      </Picker>
    </div>
  )
}

interface ChipProps {
  field: FilterKey
  value: string | undefined
  opened: boolean
  onOpen: (opened: boolean) => void
  onValue: (value: string | undefined) => void
}

function Chip({ field, value, opened, onOpen, onValue }: ChipProps) {
  const { t } = useTranslation('desk')
  const { choices, multiple, search } = useFilterChoices(field, true)
  const values = value ? value.split(',') : []
  const label = t(`field.${field}`)
  const named = values.map((one) => choices.find((choice) => choice.value === one)?.label ?? plainly(one))
  // What is set can be taken away also when it is not among what is offered.
  const offered = [
    ...values
      .filter((one) => !choices.some((choice) => choice.value === one))
      .map((one) => ({ value: one, label: plainly(one) })),
    ...choices,
  ]
  return (
    <span className={classes.chip}>
      <Picker
        label={label}
        opened={opened}
        onOpen={onOpen}
        choices={offered}
        chosen={values}
        multiple={multiple}
        onPick={(one) => onValue(multiple ? toggled(value, one) : one)}
        {...(search ? { onSearch: search } : {})}
      >
        <PillButton bare aria-haspopup="listbox" aria-expanded={opened} onClick={() => onOpen(!opened)}>
          <span className={classes.field}>{label}</span> {named.join(', ') || '…'}
        </PillButton>
      </Picker>
      {value && (
        <ActionIcon
          variant="transparent"
          size={24}
          className={classes.remove}
          aria-label={t('filter.remove', { field: label })}
          onClick={() => onValue(undefined)}
        >
          <IconX size={13} />
        </ActionIcon>
      )}
    </span>
  )
}

function plainly(value: string): string {
  return /^\d{4}-\d{2}-\d{2}T/.test(value) ? shortDate(new Date(value)) : value
}
