import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { RestoreVersion } from '../../../../web-kit/manage/restore-version.tsx'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { listPastRules, listRules, type PastRule, type Rule, restoreRuleVersion } from '../../contract/http.ts'
import { conditionWords, outcomeWords } from './rule-words.ts'
import classes from './rules.module.css'
import type { Choices } from './use-choices.ts'

interface Props {
  rule: Rule
  choices: Choices
  /** Fills the form with what a version said. */
  onTake: (past: PastRule) => void
  onDone: () => void
}

/** What a rule said before; decisions name the version that they were made by. */
export function PastRules({ rule, choices, onTake, onDone }: Props) {
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
              <>
                <Button size="compact-xs" variant="subtle" onClick={() => onTake(one)}>
                  {t('past.take')}
                </Button>
                <RestoreVersion
                  endpoint={restoreRuleVersion}
                  params={{ id: rule.id }}
                  refresh={[listRules, listPastRules]}
                  onDone={onDone}
                  version={one.version}
                  current={rule.version}
                />
              </>
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
