import { useTranslation } from 'react-i18next'
import { whyNotDelivered } from '../../../web-kit/mail/why-not-delivered.ts'
import classes from './delivery-state.module.css'

/** Why a mail did not arrive: in the reader's words, and what the mail server said in its own. */
export function DeliveryWhy({ error }: { error: string }) {
  const { t } = useTranslation('conversation')
  const { reason, said } = whyNotDelivered(error)
  return (
    <div className={classes.why}>
      <strong>{t(`failure.why.${reason}`)}</strong>
      {said && <div dir="auto">{said}</div>}
    </div>
  )
}
