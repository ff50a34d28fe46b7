import { ActionIcon, Button, Input, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import manage from '../../../../web-kit/manage/manage.module.css'
import type { Option } from '../../contract/http.ts'
import classes from './catalog-admin.module.css'
import { keyFor } from './draft-form.ts'

interface Props {
  options: readonly Option[]
  onChange: (options: Option[]) => void
  error: string | undefined
}

/** The options of a choice. An option keeps its value when its words change, so that old answers keep their meaning. */
export function OptionsEditor({ options, onChange, error }: Props) {
  const { t } = useTranslation('catalogAdmin')
  const set = (index: number, language: string, words: string) =>
    onChange(options.map((one, at) => (at === index ? { ...one, label: { ...one.label, [language]: words } } : one)))
  const add = () => {
    const value = keyFor(
      `option ${options.length + 1}`,
      options.map((one) => one.value),
    )
    onChange([...options, { value, label: { en: '' } }])
  }
  return (
    <fieldset className={manage.set}>
      <legend className={manage.legend}>{t('form.options')}</legend>
      <div className={manage.form} style={{ gap: 8 }}>
        {options.map((option, index) => (
          <div key={option.value} className={classes.option}>
            <TextInput
              aria-label={t('form.optionEn', { number: index + 1 })}
              placeholder={t('english')}
              value={option.label.en ?? ''}
              maxLength={100}
              onChange={(event) => set(index, 'en', event.currentTarget.value)}
            />
            <TextInput
              aria-label={t('form.optionDe', { number: index + 1 })}
              placeholder={t('german')}
              value={option.label.de ?? ''}
              maxLength={100}
              onChange={(event) => set(index, 'de', event.currentTarget.value)}
            />
            <ActionIcon
              aria-label={t('remove', { name: option.label.en || String(index + 1) })}
              onClick={() => onChange(options.filter((_, at) => at !== index))}
            >
              <IconX size={16} />
            </ActionIcon>
          </div>
        ))}
      </div>
      {error && <Input.Error mt={6}>{error}</Input.Error>}
      <Button mt={8} size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
        {t('form.addOption')}
      </Button>
    </fieldset>
  )
}
