import { Input, MultiSelect, Select, TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import manage from '../../../../web-kit/manage/manage.module.css'
import { inLanguage, type ShowIf } from '../../contract/http.ts'
import type { DraftField } from './draft-form.ts'

interface Props {
  condition: ShowIf | undefined
  earlier: readonly DraftField[]
  onChange: (condition: ShowIf | undefined) => void
  error: string | undefined
}

/** Files, persons and dates are not compared with anything fixed. */
const comparable = ['text', 'number', 'choice', 'multi_choice', 'checkbox']

/** Whether a question is asked only when an earlier one has been answered in a certain way. */
export function ConditionEditor({ condition, earlier, onChange, error }: Props) {
  const { t, i18n } = useTranslation('catalogAdmin')
  const candidates = earlier.filter((field) => comparable.includes(field.type))
  const looked = candidates.find((field) => field.key === condition?.field)
  const values = [...(condition?.in ?? []), ...(condition?.equals === undefined ? [] : [condition.equals])]
  const choose = (key: string | null) => {
    const field = candidates.find((one) => one.key === key)
    if (!field) return onChange(undefined)
    const first = field.type === 'checkbox' ? true : (field.options?.[0]?.value ?? (field.type === 'number' ? 1 : ''))
    onChange({ field: field.key, equals: first })
  }
  const setValues = (next: readonly (string | number | boolean)[]) => {
    if (!condition) return
    const [one, ...more] = next
    if (one === undefined) onChange(undefined)
    else
      onChange(more.length === 0 ? { field: condition.field, equals: one } : { field: condition.field, in: [...next] })
  }
  return (
    <fieldset className={manage.set}>
      <legend className={manage.legend}>{t('condition.title')}</legend>
      <div className={manage.pair}>
        <Select
          label={t('condition.field')}
          placeholder={t('condition.always')}
          clearable
          clearButtonProps={{ 'aria-label': t('condition.always') }}
          disabled={candidates.length === 0 && !condition}
          data={candidates.map((field) => ({ value: field.key, label: inLanguage(field.label, i18n.language) }))}
          value={condition?.field ?? null}
          onChange={choose}
          {...(candidates.length === 0 ? { description: t('condition.noneEarlier') } : {})}
        />
        {looked?.type === 'checkbox' && (
          <Select
            label={t('condition.is')}
            allowDeselect={false}
            data={[
              { value: 'true', label: t('condition.ticked') },
              { value: 'false', label: t('condition.notTicked') },
            ]}
            value={String(values[0] ?? true)}
            onChange={(value) => setValues([value === 'true'])}
          />
        )}
        {(looked?.type === 'choice' || looked?.type === 'multi_choice') && (
          <MultiSelect
            label={t('condition.isOneOf')}
            data={(looked.options ?? []).map((option) => ({
              value: option.value,
              label: inLanguage(option.label, i18n.language) || option.value,
            }))}
            value={values.map(String)}
            onChange={setValues}
          />
        )}
        {(looked?.type === 'text' || looked?.type === 'number') && (
          <TagsInput
            label={t('condition.isOneOf')}
            description={t('condition.enter')}
            value={values.map(String).filter(Boolean)}
            onChange={(next) =>
              setValues(looked.type === 'number' ? next.map(Number).filter((one) => !Number.isNaN(one)) : next)
            }
          />
        )}
      </div>
      {error && <Input.Error mt={6}>{error}</Input.Error>}
    </fieldset>
  )
}
