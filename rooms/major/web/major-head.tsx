import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Time } from '../../../web-kit/ui/time.tsx'
import type { MajorHead } from '../contract/http.ts'
import classes from './major.module.css'

export function MajorState({ incident }: { incident: MajorHead }) {
  const { t } = useTranslation('major')
  if (!incident.ended)
    return (
      <Badge variant="light" color="red">
        {t('open')}
      </Badge>
    )
  return (
    <>
      <Badge variant="default">{t('over')}</Badge>
      <Badge variant="light" color={incident.reviewed ? 'green' : 'yellow'}>
        {t(incident.reviewed ? 'reviewed' : 'toReview')}
      </Badge>
    </>
  )
}

/** Who coordinates it, how much hangs on it, and when the next word is due. */
export function MajorFacts({ incident }: { incident: MajorHead }) {
  const { t } = useTranslation('major')
  const late = incident.nextUpdateAt !== null && Date.parse(incident.nextUpdateAt) < Date.now()
  return (
    <p className={classes.dim}>
      {t('coordinator', { name: incident.coordinator.name })} · {t('gathered', { count: incident.gathered })} ·{' '}
      {t('declared')} <Time at={incident.declaredAt} />
      {incident.ended && (
        <>
          {' · '}
          {t('ended')} <Time at={incident.ended.at} />
        </>
      )}
      {incident.nextUpdateAt && !late && (
        <>
          {' · '}
          {t('next')} <Time at={incident.nextUpdateAt} />
        </>
      )}
      {late && <b className={classes.late}> {t('late')}</b>}
    </p>
  )
}
