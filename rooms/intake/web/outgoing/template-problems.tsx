import { useTranslation } from 'react-i18next'
import type { TemplateProblem } from '../../../../platform/templates/contract.ts'
import classes from './templates.module.css'

/** What has to be put right before the words can be saved, each with its line. */
export function TemplateProblems({ problems }: { problems: readonly TemplateProblem[] }) {
  const { t } = useTranslation('outgoing')
  const named = ({ code, name }: TemplateProblem) =>
    ['unclosed_tag', 'bad_tag', 'bad_link'].includes(code) || name.includes('{{') ? name : `{{${name}}}`
  if (problems.length === 0) return null
  return (
    <ul className={classes.problems} role="alert" aria-label={t('template.problems', { count: problems.length })}>
      {problems.map((problem) => (
        <li key={`${problem.field} ${problem.line} ${problem.column} ${problem.code} ${problem.name}`}>
          <b>{problem.field === 'subject' ? t('template.inSubject') : t('template.line', { line: problem.line })}:</b>{' '}
          {t(`template.problem.${problem.code}`, { name: named(problem), interpolation: { escapeValue: false } })}
        </li>
      ))}
    </ul>
  )
}
