import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { shortDate } from '../../../web-kit/i18n/formats.ts'
import { type Answers, type Field, getForm, inLanguage } from '../contract/http.ts'
import classes from './answers-list.module.css'

interface Props {
  serviceId: number
  answers: Answers
  /** When it was asked: the questions are those of that time. */
  at: string
}

/** What was answered to the form of a service, with the questions. */
export function AnswersList({ serviceId, answers, at }: Props) {
  const { t, i18n } = useTranslation('catalog')
  const form = useApi(getForm, { params: { id: serviceId }, query: { at } }, { staleMs: 60_000 })
  const asked = (form.data?.fields ?? []).filter((field) => answers[field.key] !== undefined)
  if (asked.length === 0) return null
  return (
    <dl className={classes.list}>
      {asked.map((field) => (
        <div key={field.key}>
          <dt>{inLanguage(field.label, i18n.language)}</dt>
          <dd>{inWords(field, answers[field.key])}</dd>
        </div>
      ))}
    </dl>
  )

  function inWords(field: Field, answer: unknown): string {
    const label = (value: unknown) => {
      const option = field.options?.find((one) => one.value === value)
      return option ? inLanguage(option.label, i18n.language) : String(value)
    }
    if (Array.isArray(answer))
      return field.type === 'file' ? t('files', { count: answer.length }) : answer.map(label).join(', ')
    if (typeof answer === 'boolean') return t(answer ? 'yes' : 'no')
    if (field.type === 'date' && typeof answer === 'string') return shortDate(new Date(`${answer}T12:00:00`))
    return label(answer)
  }
}
