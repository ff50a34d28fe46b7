import { MultiSelect, NumberInput, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SettingView } from '../../../../../platform/settings/contract.ts'
import { shapeOf, wordsOf } from './setting-words.ts'

interface Props {
  setting: SettingView
  value: unknown
  error: string | undefined
  onChange: (value: unknown) => void
}

/** The input that fits what a setting may be. */
export function SettingField({ setting, value, error, onChange }: Props) {
  const { t } = useTranslation('admin')
  const { type, items, enum: values, ...shape } = shapeOf(setting)
  const words = wordsOf(setting)
  const choices: Record<string, string | undefined> = words.choices ?? {}
  const common = {
    name: setting.key,
    label: words.label,
    description: words.help,
    error,
    disabled: setting.fixedBy !== null,
  }
  const choicesOf = (all: readonly string[]) => all.map((one) => ({ value: one, label: choices[one] ?? one }))
  if (type === 'boolean') {
    return <Switch {...common} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
  }
  if (type === 'integer' || type === 'number') {
    return (
      <NumberInput
        {...common}
        styles={{ wrapper: { maxWidth: 220 } }}
        allowDecimal={type === 'number'}
        allowNegative={(shape.minimum ?? -1) < 0}
        {...(setting.unit ? { suffix: ` ${t(`settings.suffix.${setting.unit}`)}` } : {})}
        value={value as number | string}
        onChange={onChange}
      />
    )
  }
  if (values) {
    return (
      <Select
        {...common}
        styles={{ wrapper: { maxWidth: 420 } }}
        allowDeselect={false}
        data={choicesOf(values)}
        value={String(value)}
        onChange={onChange}
      />
    )
  }
  if (type === 'array') {
    const list = {
      ...common,
      value: value as string[],
      onChange,
      ...(shape.maxItems ? { maxValues: shape.maxItems } : {}),
    }
    return items?.enum ? <MultiSelect {...list} data={choicesOf(items.enum)} /> : <TagsInput {...list} />
  }
  const text = {
    ...common,
    value: String(value ?? ''),
    maxLength: shape.maxLength ?? 2000,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  }
  return shape.format === 'multiline' ? (
    <Textarea {...text} autosize minRows={3} maxRows={12} />
  ) : (
    <TextInput {...text} />
  )
}
