import { IconUrgent } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { getMajorOf } from '../contract/http.ts'
import classes from './major.module.css'
import { MajorFacts, MajorState } from './major-head.tsx'
import './strings.ts'

/** In a ticket: that it is a major incident, or that it hangs on one. */
export function MajorCard({ number }: { number: number }) {
  const { t } = useTranslation('major')
  const found = useApi(getMajorOf, { params: { number } }, { live: [`ticket:${number}`] }).data?.incident
  if (!found) return null
  return (
    <section className={classes.card} data-open={found.ended === null || undefined} aria-label={t('card')}>
      <header className={classes.cardHead}>
        <IconUrgent size={19} stroke={1.9} aria-hidden />
        <h2 className={classes.cardTitle}>
          {found.number === number ? t('card') : t('under')}: {found.title}
        </h2>
        <MajorState incident={found} />
      </header>
      <MajorFacts incident={found} />
      <a className={classes.link} href={`/desk/major-incidents/${found.number}`}>
        {t('see')}
      </a>
    </section>
  )
}
