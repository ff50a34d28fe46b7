import { IconShieldX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './trust-strip.module.css'
import { checksOf, trustReason } from './trust-words.ts'
import type { Message } from './use-thread.ts'

/** A warning where a mail may not be from whom it says; what was checked is folded below. */
export function TrustStrip({ message: { authentication, author } }: { message: Message }) {
  const { t } = useTranslation('conversation')
  const reason = trustReason(authentication)
  if (!authentication || !reason) return null
  const domain = authentication[reason].domain ?? author.email?.split('@')[1] ?? ''
  return (
    <div className={classes.strip} role="note">
      <IconShieldX size={18} stroke={1.8} aria-hidden className={classes.icon} />
      <div>
        <p>
          <strong>{t('trust.title')}</strong> {t(`trust.${reason}`, { domain })} {t('trust.advice')}
        </p>
        <details>
          <summary>{t('trust.details')}</summary>
          <dl className={classes.checks}>
            {checksOf(authentication).map(({ name, result, domain: whom, detail }) => (
              <div key={name}>
                <dt>{name.toUpperCase()}</dt>
                <dd>
                  <span data-result={result}>{t(`trust.result.${result}`)}</span>
                  {[whom, detail].filter(Boolean).map((words) => ` · ${words}`)}
                </dd>
              </div>
            ))}
          </dl>
          <p className={classes.by}>{t(authentication.from === 'own check' ? 'trust.own' : 'trust.relay')}</p>
        </details>
      </div>
    </div>
  )
}
