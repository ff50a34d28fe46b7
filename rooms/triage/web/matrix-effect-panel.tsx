import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PriorityBadge } from '../../../web-kit/ui/priority.tsx'
import { ErrorState, TextSkeleton } from '../../../web-kit/ui/states.tsx'
import type { MatrixChange } from '../../catalog/contract/http.ts'
import classes from './matrix-effect.module.css'
import { useMatrixEffect } from './use-matrix-effect.ts'

/** What a matrix that is not saved yet would do to open tickets, with some of them. */
export function MatrixEffectPanel({ matrix }: { matrix: MatrixChange }) {
  const { t } = useTranslation('triage')
  const { data: effect, error, refetch } = useMatrixEffect(matrix)
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  return (
    <section className={classes.box} aria-labelledby="matrix-effect" aria-live="polite">
      <h2 id="matrix-effect" className={classes.title}>
        {t('effect.title')}
      </h2>
      {!effect ? (
        <TextSkeleton lines={2} />
      ) : effect.changing === 0 ? (
        <p className={classes.words}>{t('effect.none', { count: effect.openTickets })}</p>
      ) : (
        <>
          <p className={classes.words}>
            {t('effect.some', { count: effect.changing, total: effect.openTickets })} {t('effect.overridden')}
          </p>
          <ul className={classes.moves}>
            {effect.moves.map(({ from, to, tickets }) => (
              <li key={`${from} ${to}`}>
                <strong>{tickets}</strong>
                <PriorityBadge priority={from} />
                <IconArrowRight size={14} aria-label={t('effect.becomes')} />
                <PriorityBadge priority={to} />
              </li>
            ))}
          </ul>
          <h3 className={classes.small}>{t('effect.examples', { count: effect.examples.length })}</h3>
          <ul className={classes.examples}>
            {effect.examples.map(({ number, subject, from, to }) => (
              <li key={number}>
                <a href={`/desk/tickets/${number}`} target="_blank" rel="noreferrer">
                  #{number} {subject}
                </a>
                <span className={classes.small}>
                  {t(`kit:priority.${from}`)} → {t(`kit:priority.${to}`)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
