import { ActionIcon, Badge, Collapse, NumberInput, Select, Switch, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import manage from '../../../../web-kit/manage/manage.module.css'
import { type Field, type FieldType, type FormError, fieldTypes, inLanguage } from '../../contract/http.ts'
import classes from './catalog-admin.module.css'
import { ConditionEditor } from './condition-editor.tsx'
import type { DraftField } from './draft-form.ts'
import { fieldTypeIcons } from './field-type-icons.ts'
import { OptionsEditor } from './options-editor.tsx'
import { WordsInput } from './words-input.tsx'

interface Props {
  field: DraftField
  earlier: readonly DraftField[]
  errors: readonly FormError[]
  opened: boolean
  first: boolean
  last: boolean
  onToggle: () => void
  onChange: (field: DraftField) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** One question: folded, its name and kind; open, everything about it. */
export function FieldEditor(props: Props) {
  const { field, earlier, errors, opened, first, last, onToggle, onChange, onMove, onRemove } = props
  const { t, i18n } = useTranslation('catalogAdmin')
  const name = inLanguage(field.label, i18n.language) || t('form.nameless')
  const Icon = fieldTypeIcons[field.type]
  const set = (change: Partial<Field>) => onChange({ ...field, ...change })
  const wrong = (part: string) => {
    const error = errors.find((one) => one.field.endsWith(part))
    return error && t(`formError.${error.code}`)
  }
  return (
    <li className={classes.field} data-wrong={errors.length > 0 || undefined}>
      <div className={classes.fieldHead}>
        <Icon size={17} stroke={1.6} aria-hidden />
        <button type="button" className={classes.fieldName} aria-expanded={opened} onClick={onToggle}>
          <strong>{name}</strong> <span className={manage.small}>{t(`type.${field.type}`)}</span>
        </button>
        <span className={manage.badges}>
          {field.required && <Badge variant="light">{t('form.required')}</Badge>}
          {field.showIf && (
            <Badge variant="light" color="gray">
              {t('form.conditional')}
            </Badge>
          )}
        </span>
        <ActionIcon aria-label={t('moveUp', { name })} disabled={first} onClick={() => onMove(-1)}>
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon aria-label={t('moveDown', { name })} disabled={last} onClick={() => onMove(1)}>
          <IconArrowDown size={16} />
        </ActionIcon>
        <ActionIcon aria-label={t('remove', { name })} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      </div>
      <Collapse expanded={opened}>
        {opened && (
          <div className={classes.fieldBody}>
            <WordsInput label={t('form.label')} value={field.label} onChange={(label) => set({ label })} required />
            <WordsInput label={t('form.help')} value={field.help} onChange={(help) => set({ help })} maxLength={500} />
            <div className={manage.pair}>
              <Select
                label={t('form.type')}
                allowDeselect={false}
                data={fieldTypes.map((type) => ({ value: type, label: t(`type.${type}`) }))}
                value={field.type}
                onChange={(type) => type && set({ type: type as FieldType })}
              />
              <TextInput
                label={t('form.key')}
                description={t('form.keyHelp')}
                value={field.key}
                onChange={(event) => set({ key: event.currentTarget.value.toLowerCase().replace(/[^a-z0-9_]/g, '_') })}
                error={wrong('.key') ?? (/^[a-z][a-z0-9_]{0,39}$/.test(field.key) ? undefined : t('form.keyWrong'))}
              />
            </div>
            <Switch
              label={field.type === 'checkbox' ? t('form.mustTick') : t('form.isRequired')}
              checked={field.required}
              onChange={(event) => set({ required: event.currentTarget.checked })}
            />
            {(field.type === 'choice' || field.type === 'multi_choice') && (
              <OptionsEditor
                options={field.options ?? []}
                onChange={(options) => set({ options })}
                error={wrong('.options')}
              />
            )}
            <Limits field={field} set={set} wrong={wrong} />
            <ConditionEditor
              condition={field.showIf}
              earlier={earlier}
              onChange={(showIf) => {
                const { showIf: _before, ...rest } = field
                onChange(showIf ? { ...rest, showIf } : rest)
              }}
              error={wrong('.showIf.field') ?? wrong('.showIf')}
            />
          </div>
        )}
      </Collapse>
    </li>
  )
}

interface LimitsProps {
  field: DraftField
  set: (change: Partial<Field>) => void
  wrong: (part: string) => string | undefined
}

/** Least and most, which mean characters, numbers, options or files by the type, and the pattern of a text. */
function Limits({ field, set, wrong }: LimitsProps) {
  const { t } = useTranslation('catalogAdmin')
  const unit = {
    text: 'characters',
    long_text: 'characters',
    number: 'number',
    multi_choice: 'options',
    file: 'files',
  }[field.type as string]
  if (!unit) return null
  const limit = (value: string | number) => (typeof value === 'number' ? value : undefined)
  const whole = unit === 'number' ? {} : { allowDecimal: false, min: 0 }
  return (
    <div className={manage.pair}>
      <NumberInput
        label={t(`limit.${unit}.min`)}
        value={field.min ?? ''}
        onChange={(value) => set({ min: limit(value) } as Partial<Field>)}
        {...whole}
      />
      <NumberInput
        label={t(`limit.${unit}.max`)}
        value={field.max ?? ''}
        onChange={(value) => set({ max: limit(value) } as Partial<Field>)}
        error={wrong('.max')}
        {...whole}
      />
      {field.type === 'text' && (
        <TextInput
          label={t('form.pattern')}
          description={t('form.patternHelp')}
          value={field.pattern ?? ''}
          onChange={(event) => set({ pattern: event.currentTarget.value })}
          error={wrong('.pattern')}
        />
      )}
    </div>
  )
}
