import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { dateAndTime } from '../../../../web-kit/i18n/formats.ts'
import type { MessageOrigin } from '../../contract/http.ts'
import { delayOf } from './hop-delay.ts'
import classes from './origin-drawer.module.css'

/** The servers a mail passed, the first above, each with how long it took to get there. */
export function HopList({ hops }: { hops: Static<typeof MessageOrigin>['hops'] }) {
  const { t } = useTranslation('origin')
  return (
    <ol className={classes.hops}>
      {hops.map(({ by, from, protocol, at, seconds }, index) => {
        const delay = delayOf(seconds)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the way does not change
          <li key={index}>
            <span
              className={classes.delay}
              data-slow={delay?.slow || undefined}
              title={delay?.slow ? t('slow') : undefined}
            >
              {delay ? t(delay.unit, { count: delay.count }) : index === 0 ? t('start') : ''}
            </span>
            <span className={classes.hop}>
              <strong>{by ?? '?'}</strong>
              <span className={classes.dim}>
                {[from && t('from', { name: from }), protocol, at && dateAndTime(new Date(at))]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
