import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { listPastRules, type PastRule, type Rule } from '../../contract/http.ts'
import { conditionWords, outcomeWords } from './rule-words.ts'
import classes from './rules.module.css'
import type { Choices } from './use-choices.ts'

interface Props {
  rule: Rule
  choices: Choices
  /** Fills the form with what a version said. */
  onTake: (past: PastRule) => void
}

/** What a rule said before; decisions name the version that they were made by. */
export function PastRules({ rule, choices, onTake }: Props) {
  const { t } = useTranslation('routingAdmin')
  const list = useApi(listPastRules, { params: { id: rule.id } })
  if (list.error) return <ErrorState error={list.error} retry={list.refetch} />
  if (!list.data) return <TextSkeleton />
  return (
    <ol className={classes.past}>
      {list.data.items.map((one) => (
        <li key={one.version}>
          <p className={classes.pastHead}>
            <strong>{t('past.version', { version: one.version })}</strong> · {one.by} · <Time at={one.at} quiet />
            {one.version !== rule.version && (
              <Button size="compact-xs" variant="subtle" onClick={() => onTake(one)}>
                {t('past.take')}
              </Button>
            )}
          </p>
          <p className={classes.pastWords}>
            {conditionWords(t, choices, one.conditions)} →{' '}
            {outcomeWords(t, choices, one.outcome).join(', ') || t('outcome.nothing')}
            {one.active ? '' : ` (${t('off')})`}
          </p>
        </li>
      ))}
    </ol>
  )
}
