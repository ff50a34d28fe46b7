import { IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './offline-banner.module.css'
import { useLiveState } from './use-live.ts'

/** Says that the desk is out of reach, as long as it is. */
export function OfflineBanner() {
  const { t } = useTranslation('kit')
  const offline = useLiveState() === 'offline'
  return (
    <div role="status" className={classes.place}>
      {offline && (
        <div className={classes.banner}>
          <IconPlugConnectedX size={16} aria-hidden />
          <span>{t('live.offline')}</span>
          <span className={classes.retry}>{t('live.retry')}</span>
        </div>
      )}
    </div>
  )
}
