import { useTranslation } from 'react-i18next'
import { whyNotDelivered } from '../../../../web-kit/mail/why-not-delivered.ts'
import classes from '../mail-admin.module.css'
import '../strings.ts'

/** Why a mail has not left: in the reader's words where it is final, and what the mail server said in its own. */
export function OutboxError({ error, final }: { error: string; final: boolean }) {
  const { t } = useTranslation('intake')
  const { reason, said } = whyNotDelivered(error)
  return (
    <div className={classes.small}>
      {final && <div>{t(`outbox.why.${reason}`)}</div>}
      {said && <div dir="auto">{said}</div>}
    </div>
  )
}
