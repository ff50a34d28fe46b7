import { ActionIcon, Autocomplete, MultiSelect, NumberInput, Select, TagsInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { getForm, inLanguage } from '../../../catalog/contract/http.ts'
import { bare, type FieldName, fieldKinds, fieldNames, operatorsOf, type Test } from '../../contract/http.ts'
import { testOf, valuesFor, withOperator } from './drafts.ts'
import { HoursEditor } from './hours-editor.tsx'
import classes from './rules.module.css'
import type { Choices } from './use-choices.ts'

interface Props {
  test: Test
  choices: Choices
  /** Whose form the answers belong to, as far as other tests say. */
  serviceId: number | undefined
  onChange: (test: Test) => void
  onRemove: () => void
}

const groupOf: Record<string, readonly FieldName[]> = {
  ticket: ['kind', 'priority', 'impact', 'urgency', 'service', 'category', 'answer', 'tags'],
  who: ['requester', 'organisation', 'vip', 'sender_address', 'sender_domain'],
  way: ['channel', 'mailbox', 'time'],
}

/** One test: a field, what is said of it, and what it is compared with. */
export function TestEditor({ test, choices, serviceId, onChange, onRemove }: Props) {
  const { t } = useTranslation('routingAdmin')
  const label = t(`field.${test.field}`)
  const grouped = Object.values(groupOf).flat()
  const option = (field: FieldName) => ({ value: field, label: t(`field.${field}`) })
  return (
    <li className={classes.test}>
      <Select
        size="sm"
        aria-label={t('whichField')}
        allowDeselect={false}
        searchable
        maxDropdownHeight={320}
        data={[
          { group: t('fields.words'), items: fieldNames.filter((field) => !grouped.includes(field)).map(option) },
          ...Object.entries(groupOf).map(([group, fields]) => ({
            group: t(`fields.${group}`),
            items: fields.map(option),
          })),
        ]}
        value={test.field}
        onChange={(field) => field && onChange(testOf(field as FieldName))}
      />
      <Select
        size="sm"
        aria-label={t('whatOf', { field: label })}
        allowDeselect={false}
        data={operatorsOf[fieldKinds[test.field]].map((op) => ({ value: op, label: t(`op.${op}`) }))}
        value={test.op}
        onChange={(op) => op && onChange(withOperator(test, op as Test['op']))}
      />
      <ActionIcon size={34} aria-label={t('removeTest', { field: label })} onClick={onRemove}>
        <IconX size={16} />
      </ActionIcon>
      <div className={classes.compared}>
        {test.field === 'answer' && <AnswerKey test={test} serviceId={serviceId} onChange={onChange} />}
        {test.field === 'time' ? (
          <HoursEditor hours={test.hours ?? {}} choices={choices} onChange={(hours) => onChange({ ...test, hours })} />
        ) : (
          !bare.includes(test.op) && <Values test={test} choices={choices} onChange={onChange} />
        )}
      </div>
    </li>
  )
}

type PartProps = Pick<Props, 'test' | 'choices' | 'onChange'>

function Values({ test, choices, onChange }: PartProps) {
  const { t } = useTranslation('routingAdmin')
  const { field, op } = test
  const values = (test.values ?? []).map(String)
  const label = t('with', { field: t(`field.${field}`) })
  const set = (chosen: readonly string[]) => onChange({ ...test, values: valuesFor(field, chosen) })
  if (op === 'above' || op === 'below')
    return (
      <NumberInput size="sm" aria-label={label} value={values[0] ?? ''} onChange={(value) => set([String(value)])} />
    )
  const kind = fieldKinds[field]
  if (kind === 'flag')
    return (
      <Select
        size="sm"
        aria-label={label}
        allowDeselect={false}
        data={choices.optionsOf(field)}
        value={values[0] ?? 'true'}
        onChange={(value) => set([value ?? 'true'])}
      />
    )
  if (kind === 'choice' || kind === 'thing') {
    const known = choices.optionsOf(field)
    const lost = values.filter((value) => !known.some((one) => one.value === value))
    const asks = field === 'requester' || field === 'organisation'
    return (
      <MultiSelect
        size="sm"
        aria-label={label}
        placeholder={values.length === 0 ? t('anyOf') : ''}
        searchable={known.length > 6 || asks}
        hidePickedOptions
        data={[...known, ...lost.map((value) => ({ value, label: t('gone', { id: value }) }))]}
        value={values}
        onChange={set}
        {...(asks ? { onSearchChange: choices.search } : {})}
      />
    )
  }
  const hint = op === 'matches' ? 'typePattern' : kind === 'text' ? 'typeWords' : 'typeOne'
  return (
    <TagsInput
      size="sm"
      aria-label={label}
      placeholder={values.length === 0 ? t(hint) : ''}
      description={op === 'matches' ? t('patternHelp') : undefined}
      splitChars={[',', ';']}
      acceptValueOnBlur
      value={values}
      onChange={set}
    />
  )
}

function AnswerKey({ test, serviceId, onChange }: Pick<Props, 'test' | 'serviceId' | 'onChange'>) {
  const { t, i18n } = useTranslation('routingAdmin')
  const form = useApi(
    getForm,
    { params: { id: serviceId ?? 0 }, query: {} },
    { enabled: serviceId !== undefined, staleMs: 60_000 },
  )
  const fields = form.data?.fields ?? []
  const found = fields.find((field) => field.key === test.key)
  return (
    <Autocomplete
      size="sm"
      aria-label={t('question')}
      placeholder={t('question')}
      description={found ? inLanguage(found.label, i18n.language) : t(serviceId ? 'questionHelp' : 'questionFree')}
      maxLength={60}
      data={fields.map((field) => field.key)}
      value={test.key ?? ''}
      onChange={(key) => onChange({ ...test, key })}
    />
  )
}
