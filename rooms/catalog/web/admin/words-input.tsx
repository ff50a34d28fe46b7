import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import manage from '../../../../web-kit/manage/manage.module.css'
import type { Words } from '../../contract/http.ts'

interface Props {
  /** What the words are, e.g. "Label"; the language is added. */
  label: string
  value: Words | undefined
  onChange: (words: Words) => void
  required?: boolean
  error?: string | undefined
  maxLength?: number
}

/** The same words in English and in German. */
export function WordsInput({ label, value, onChange, required, error, maxLength = 200 }: Props) {
  const { t } = useTranslation('catalogAdmin')
  const set = (language: string, words: string) => onChange({ ...value, [language]: words })
  return (
    <div className={manage.pair}>
      <TextInput
        label={t('inEnglish', { label })}
        required={required ?? false}
        maxLength={maxLength}
        value={value?.en ?? ''}
        onChange={(event) => set('en', event.currentTarget.value)}
        error={error}
      />
      <TextInput
        label={t('inGerman', { label })}
        maxLength={maxLength}
        value={value?.de ?? ''}
        onChange={(event) => set('de', event.currentTarget.value)}
      />
    </div>
  )
}
