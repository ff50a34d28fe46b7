import { IconUrgent } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { useNow } from '../../../../web-kit/ui/clock.ts'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { listAnnouncements } from '../../contract/http.ts'
import classes from './announcements.module.css'
import './strings.ts'

/** Above every page of the portal: what is out of order, before somebody asks. */
export function Announcements() {
  const { t } = useTranslation('majorPublic')
  const now = useNow()
  const items = useApi(listAnnouncements, {}, { everyMs: 60_000 }).data?.items ?? []
  if (items.length === 0) return null
  return (
    <section className={classes.banner} aria-label={t('label')} role="status">
      {items.map((one) => (
        <div key={one.number} className={classes.one}>
          <IconUrgent size={20} stroke={1.9} aria-hidden />
          <div>
            <p className={classes.title}>
              <b>{one.title}</b> <span>{t('known')}</span>
            </p>
            {one.update && <p className={classes.words}>{one.update.text}</p>}
            <p className={classes.when}>
              {t('since')} <Time at={one.since} />
              {one.update && (
                <>
                  {' · '}
                  {t('said')} <Time at={one.update.at} />
                </>
              )}
              {one.nextUpdateAt && (
                <>
                  {' · '}
                  {new Date(one.nextUpdateAt) < now ? (
                    t('late')
                  ) : (
                    <>
                      {t('next')} <Time at={one.nextUpdateAt} />
                    </>
                  )}
                </>
              )}
            </p>
          </div>
        </div>
      ))}
    </section>
  )
}
