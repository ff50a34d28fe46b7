import { useTranslation } from 'react-i18next'
import { AttachmentList } from '../../../web-kit/ui/attachments.tsx'
import type { Escalation } from '../contract/http.ts'
import classes from './escalation.module.css'

/** A hand-off to read: the problem, what was tried and what came of it, evidence, who is affected, what is suspected. */
export function HandOffWords({ handOff }: { handOff: NonNullable<Escalation['handOff']> }) {
  const { t } = useTranslation('escalation')
  return (
    <dl className={classes.words}>
      <dt>{t('problem')}</dt>
      <dd>{handOff.problem}</dd>
      <dt>{t('tried')}</dt>
      <dd>
        <ol className={classes.attempts}>
          {handOff.attempts.map((attempt, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they never change their order
            <li key={index}>
              {attempt.tried}
              <span className={classes.outcome}>→ {attempt.outcome}</span>
            </li>
          ))}
        </ol>
      </dd>
      {(handOff.evidence || handOff.files.length > 0) && (
        <>
          <dt>{t('evidence')}</dt>
          <dd>
            {handOff.evidence && <code className={classes.code}>{handOff.evidence}</code>}
            <AttachmentList files={handOff.files} />
          </dd>
        </>
      )}
      <dt>{t('affected')}</dt>
      <dd>{handOff.affected}</dd>
      <dt>{t('suspicion')}</dt>
      <dd>{handOff.suspicion}</dd>
    </dl>
  )
}
