import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../contract/http.ts'
import { findingWords } from './finding-words.ts'
import classes from './rules.module.css'

/** What is odd about a rule. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation('routingAdmin')
  if (findings.length === 0) return null
  return (
    <ul className={classes.findings}>
      {findings.map((finding) => (
        <li key={`${finding.kind} ${finding.other?.id} ${finding.about}`}>
          <IconAlertTriangle size={15} stroke={1.9} aria-hidden />
          {findingWords(t, finding)}
        </li>
      ))}
    </ul>
  )
}
