import { IconUrgent } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { EmptyState, ErrorState, TextSkeleton } from '../../../web-kit/ui/states.tsx'
import { listMajorIncidents } from '../contract/http.ts'
import classes from './major.module.css'
import { MajorFacts, MajorState } from './major-head.tsx'
import './strings.ts'

/** Every major incident, open ones first. */
export function MajorList() {
  const { t } = useTranslation('major')
  const read = useApi(listMajorIncidents, {}, { live: ['ticket:*'] })
  if (read.error) return <ErrorState error={read.error} retry={() => void read.refetch()} />
  if (!read.data) return <TextSkeleton lines={6} />
  if (read.data.items.length === 0) {
    return (
      <EmptyState icon={<IconUrgent />} title={t('none')}>
        {t('noneHelp')}
      </EmptyState>
    )
  }
  return (
    <ul className={classes.list}>
      {read.data.items.map((incident) => (
        <li key={incident.number} className={classes.card} data-open={incident.ended === null || undefined}>
          <header className={classes.cardHead}>
            <h2 className={classes.cardTitle}>
              <a href={`/desk/major-incidents/${incident.number}`}>
                #{incident.number} {incident.title}
              </a>
            </h2>
            <MajorState incident={incident} />
          </header>
          <MajorFacts incident={incident} />
        </li>
      ))}
    </ul>
  )
}
