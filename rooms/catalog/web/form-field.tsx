import { Checkbox, NativeSelect, NumberInput, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { type Field, type FieldType, inLanguage } from '../contract/http.ts'
import { type FieldInputProps, fieldName } from './field-input.ts'
import { FilesField } from './files-field.tsx'
import { PersonField } from './person-field.tsx'

const asText = (answer: unknown) => (typeof answer === 'string' ? answer : '')
const asList = (answer: unknown) => (Array.isArray(answer) ? (answer as string[]) : [])

function TextField(props: FieldInputProps) {
  return (
    <TextInput
      {...props.around}
      value={asText(props.answer)}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  )
}

function LongTextField(props: FieldInputProps) {
  return (
    <Textarea
      {...props.around}
      value={asText(props.answer)}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  )
}

function NumberField(props: FieldInputProps) {
  const { min, max } = props.field
  return (
    <NumberInput
      {...props.around}
      value={typeof props.answer === 'number' ? props.answer : ''}
      onChange={(value) => props.onChange(typeof value === 'number' ? value : undefined)}
      clampBehavior="none"
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
    />
  )
}

/** A few options are shown to be read; many fold into the list that the phone or computer itself offers. */
function ChoiceField(props: FieldInputProps) {
  const { t, i18n } = useTranslation('catalog')
  const options = (props.field.options ?? []).map((option) => ({
    value: option.value,
    label: inLanguage(option.label, i18n.language),
  }))
  const around = props.around
  if (options.length <= 5) {
    return (
      <Radio.Group {...around} value={asText(props.answer)} onChange={props.onChange}>
        <Stack gap={10} mt={8}>
          {options.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
    )
  }
  return (
    <NativeSelect
      {...around}
      data={[{ value: '', label: t('choose') }, ...options]}
      value={asText(props.answer)}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  )
}

function MultiChoiceField(props: FieldInputProps) {
  const { i18n } = useTranslation()
  return (
    <Checkbox.Group {...props.around} value={asList(props.answer)} onChange={props.onChange}>
      <Stack gap={10} mt={8}>
        {(props.field.options ?? []).map((option) => (
          <Checkbox key={option.value} value={option.value} label={inLanguage(option.label, i18n.language)} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}

function DateField(props: FieldInputProps) {
  return (
    <TextInput
      {...props.around}
      type="date"
      maw={240}
      value={asText(props.answer)}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  )
}

function CheckboxField(props: FieldInputProps) {
  const { required, ...around } = props.around
  return (
    <Checkbox
      {...around}
      aria-required={required}
      checked={props.answer === true}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  )
}

const inputs: Record<FieldType, ComponentType<FieldInputProps>> = {
  text: TextField,
  long_text: LongTextField,
  number: NumberField,
  choice: ChoiceField,
  multi_choice: MultiChoiceField,
  date: DateField,
  person: PersonField,
  file: FilesField,
  checkbox: CheckboxField,
}

interface Props {
  field: Field
  answer: unknown
  error: string | undefined
  onChange: (answer: unknown) => void
}

/** One question of a form. */
export function FormField({ field, answer, error, onChange }: Props) {
  const { i18n } = useTranslation()
  const Input = inputs[field.type]
  const help = inLanguage(field.help, i18n.language)
  const around = {
    label: inLanguage(field.label, i18n.language),
    ...(help ? { description: help } : {}),
    required: field.required,
    ...(error ? { error } : {}),
    name: fieldName(field.key),
  }
  return <Input field={field} answer={answer} onChange={onChange} around={around} />
}
