import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languages } from '../../../../web-kit/i18n/i18n.ts'
import manage from '../../../../web-kit/manage/manage.module.css'
import { type Answers, checkAnswers, type Field } from '../../contract/http.ts'
import { answerProblems } from '../answer-problems.ts'
import { RequestForm } from '../request-form.tsx'
import classes from './catalog-admin.module.css'

/** The form as people will see it; what is typed here goes nowhere. */
export function FormPreview({ fields, broken }: { fields: readonly Field[]; broken: boolean }) {
  const { t, i18n } = useTranslation('catalogAdmin')
  const [answers, setAnswers] = useState<Answers>({})
  const [checked, setChecked] = useState(false)
  const [language, setLanguage] = useState(i18n.language)
  const { errors } = checkAnswers(fields, answers)
  const wrong = Object.keys(errors).length
  return (
    <aside className={classes.preview} aria-label={t('form.preview')}>
      <h2 className={classes.previewHead}>{t('form.preview')}</h2>
      <SegmentedControl
        aria-label={t('form.previewLanguage')}
        data={languages.map(({ value, label }) => ({ value, label }))}
        value={language}
        onChange={setLanguage}
        mb="md"
      />
      {broken ? (
        <p className={manage.small}>{t('form.previewBroken')}</p>
      ) : fields.length === 0 ? (
        <p className={manage.small}>{t('form.previewEmpty')}</p>
      ) : (
        <>
          <RequestForm
            fields={fields.map((field) => inOne(field, language))}
            answers={answers}
            onChange={(key, answer) => setAnswers((before) => ({ ...before, [key]: answer }))}
            errors={checked ? answerProblems(errors) : {}}
          />
          <Button mt="md" size="xs" variant="default" onClick={() => setChecked(true)}>
            {t('form.try')}
          </Button>
          {checked && (
            <p className={manage.small} role="status">
              {wrong === 0 ? t('form.allWell') : t('form.wrong', { count: wrong })}
            </p>
          )}
        </>
      )}
    </aside>
  )
}

/** The field with the words of one language only, so that the preview speaks it whatever the page speaks. */
function inOne(field: Field, language: string): Field {
  const words = (all: Record<string, string>) => ({ en: all[language] || all.en || Object.values(all)[0] || '' })
  return {
    ...field,
    label: words(field.label),
    ...(field.help ? { help: words(field.help) } : {}),
    ...(field.options ? { options: field.options.map((option) => ({ ...option, label: words(option.label) })) } : {}),
  }
}
