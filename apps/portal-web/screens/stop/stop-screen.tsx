import { useTranslation } from 'react-i18next'
import { StopMail } from '../../../../rooms/conversation/web/index.ts'
import { useTitle } from '../../shell/use-title.ts'
import classes from '../confirm/confirm-screen.module.css'

/** Behind the link below a mail to somebody in copy. */
export function StopScreen({ token }: { token: string }) {
  const { t } = useTranslation('portal')
  useTitle(t('stop.title'))
  return (
    <div className={classes.page}>
      <StopMail token={token} />
    </div>
  )
}
